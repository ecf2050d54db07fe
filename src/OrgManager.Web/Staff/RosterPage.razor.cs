using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>Who is in post on the day: filters and order stand in the address, pages come from the service.</summary>
public sealed partial class RosterPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new(), _columnsRead = new(), _allRead = new();
    private readonly Dictionary<Guid, PersonRef> _chosen = [];
    private Roster? _roster;
    private IReadOnlySet<string>? _hidden;
    private bool _changing, _recruiting;
    private int _before;

    protected override Permission? Lists => Permission.ViewStaffWork;

    [Inject] public required RosterService People { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery] public string? Post { get; set; }
    [SupplyParameterFromQuery] public string? Party { get; set; }
    [SupplyParameterFromQuery] public string? Search { get; set; }
    [SupplyParameterFromQuery] public string? Age { get; set; }
    [SupplyParameterFromQuery] public string? Lacks { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? Act { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] public string? SortName { get; set; }
    [SupplyParameterFromQuery(Name = "desc")] public string? Desc { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private bool MayChange => Actor?.May(Permission.ChangeStaffWork) == true;
    private bool MayExport => Actor?.May(Permission.Export) == true;
    private string? Sort => Address.Sort;
    private bool Descending => Address.Descending;
    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
    private RosterQuery Query => Address.Query;

    private RosterAddress Address => RosterAddress.Of(
        name => name switch { "unit" => Unit, "category" => Category, "post" => Post, "party" => Party, "search" => Search, "age" => Age, "lacks" => Lacks, "sort" => SortName, "desc" => Desc, _ => null }, AsOf.Day);

    /// <summary>A quick act of the home page opens its dialog here.</summary>
    protected override void OnInitialized() => _recruiting = Act == "recruit" && MayChange;

    private void CloseRecruiting()
    {
        _recruiting = false;
        ForgetAct();
    }

    private string Summary => T[Sort is null ? "Staff.InProtocolOrder" : $"Staff.By.{Sort}", T.Count("Staff.Present", _roster!.Total)];

    /// <summary>The unit asked for, where it is none of those the reader may choose on this day.</summary>
    private string? MissingUnit => Query.UnitCode is { } code && _roster?.Units.All(unit => unit.Code != code) == true ? code : null;

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(RosterHidable.List, ct), hidden => _hidden = hidden);
        var (query, page) = (Query, new PageRequest((PageNumber - 1) * PageSize, PageSize, Sort ?? "protocol", Descending));
        await LoadAsync(_read, ct => People.ListAsync(query, page, ct), roster => Show(roster, page.Skip));
    }

    /// <summary>A page past the end, as an old address may ask for, is the first one.</summary>
    private void Show(Roster roster, int before)
    {
        (_roster, _before) = (roster, before);
        if (roster is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private void Toggle(IReadOnlyList<RosterRow> people)
    {
        foreach (var person in people)
            if (!_chosen.Remove(person.PersonId)) Choose(person);
    }

    private void Choose(RosterRow person) => _chosen[person.PersonId] = new(person.Code, person.FullName);

    /// <summary>Everybody the list has, on whichever page; of a very long list the first.</summary>
    private Task ChooseAllAsync()
    {
        var (query, all) = (Query, new PageRequest(0, RosterService.MostChosen, Sort ?? "protocol", Descending));
        return LoadAsync(_allRead, ct => People.ListAsync(query, all, ct), found =>
        {
            if (found.Total > RosterService.MostChosen) _chosen.Clear();
            foreach (var person in found.Rows) Choose(person);
        });
    }

    private async Task SavedAsync(SavedChange change)
    {
        _changing = false;
        Saved(change);
        _chosen.Clear();
        await ReadAsync();
    }

    private void ShowNew(string code) => Navigation.NavigateTo(AsOf.Link($"/staff/{Uri.EscapeDataString(code)}"));
}
