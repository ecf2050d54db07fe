using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Establishment;

/// <summary>Who has how many posts, used, unused, over, not yet allocated; and the three acts by which they change.</summary>
public sealed partial class EstablishmentPage
{
    private readonly Latest _read = new(), _columnsRead = new();
    private IReadOnlySet<string> _hidden = new HashSet<string>();
    private bool _columnsKnown;
    private EstablishmentTable? _table;
    private Act? _open;

    [Inject] public required EstablishmentService Establishment { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery(Name = ShownEstablishment.BlockAsked)] public string? BlockAsked { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery(Name = "differs")] public string? OnlyDiffering { get; set; }
    [SupplyParameterFromQuery(Name = ShownEstablishment.Columns)] public string? Columns { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? ActAsked { get; set; }

    private QuotaCategory? Only => ShownEstablishment.CategoryOf(Category);
    private EstablishmentBlock? Block => ShownEstablishment.BlockOf(BlockAsked);
    private IEnumerable<(string, string)> Blocks => Enum.GetValues<EstablishmentBlock>().Select(block => (block.ToString(), T[$"EstablishmentBlock.{block}"].Value));
    private bool Differs => OnlyDiffering == "1";
    private bool Every => Columns == ShownEstablishment.EveryColumn;
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Quota"], "/quota"), .. (_table?.Above ?? []).Select(above => (above.Name, $"/quota?unit={Uri.EscapeDataString(above.Code)}"))];

    /// <summary>A quick act of the home page opens its dialog here; the dialog stands only for those who may.</summary>
    protected override void OnInitialized() => _open = ActAsked == "allocate" ? Act.Allocate : null;

    protected override async Task ReadAsync()
    {
        if (!_columnsKnown) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(ShownEstablishment.List, ct), hidden => (_hidden, _columnsKnown) = (hidden, true));
        await LoadAsync(_read, ct => Establishment.TableAsync(AsOf.Day, Unit, ct), table => _table = table);
    }

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private void Close()
    {
        _open = null;
        ForgetAct();
    }

    private Task SavedAsync(SavedChange change)
    {
        Close();
        Saved(change);
        return ReadAsync();
    }

    private enum Act { Allocate, Assign, Transfer }
}
