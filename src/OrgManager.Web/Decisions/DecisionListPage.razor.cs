using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>Sổ văn bản: filters and order stand in the address, pages come from the service. It lists every decision, whatever the day.</summary>
public sealed partial class DecisionListPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new(), _missingRead = new(), _columnsRead = new();
    private DecisionList? _page;
    private IReadOnlySet<string>? _hidden;
    private int? _missing;
    private bool _entering;

    [Inject] public required DecisionRegister Register { get; init; }
    [Inject] public required MissingDecisions Missing { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Search { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? Act { get; set; }
    [SupplyParameterFromQuery] public string? Kind { get; set; }
    [SupplyParameterFromQuery] public string? Year { get; set; }
    [SupplyParameterFromQuery] public string? Files { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] public string? SortName { get; set; }
    [SupplyParameterFromQuery(Name = "desc")] public string? Desc { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private DecisionAddress Asked => DecisionAddress.Of(name => name switch { "search" => Search, "kind" => Kind, "year" => Year, "files" => Files, "sort" => SortName, "desc" => Desc, _ => null });
    private DecisionQuery Query => Asked.Query;
    private string? Sort => Asked.Sort;
    private bool Descending => Asked.Descending;
    private int PageNumber => DecisionAddress.Number(PageAsked) is > 0 and < 100_000 and var page ? page : 1;
    private bool IsFiltered => Query != new DecisionQuery();

    /// <summary>Whether the inbox of changes without a decision is theirs to work off.</summary>
    private bool MayName => MissingWords.Entering.Any(permission => Actor?.May(permission) == true);

    /// <summary>A quick act of the home page opens its dialog here; the dialog stands only for those who may.</summary>
    protected override void OnInitialized() => _entering = Act == "enter";

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(DecisionHidable.List, ct), hidden => _hidden = hidden);
        var (query, page) = (Query, new PageRequest((PageNumber - 1) * PageSize, PageSize, Sort, Descending));
        await LoadAsync(_read, ct => Register.ListAsync(query, page, ct), Show);
        if (MayName && Problem is null) await LoadAsync(_missingRead, ct => Missing.ListAsync(null, new(0, 0), ct), missing => _missing = missing.Total);
    }

    /// <summary>A page past the end, as an old address may ask for, is the first one.</summary>
    private void Show(DecisionList page)
    {
        _page = page;
        if (page is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private void CloseEntering()
    {
        _entering = false;
        ForgetAct();
    }

    private void ShowNew(Guid id) => Navigation.NavigateTo(AsOf.Link($"/decisions/{id}"));
}
