using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Establishment;

/// <summary>Who has how many posts, used, unused, over, not yet allocated; and the three acts by which they change.</summary>
public sealed partial class EstablishmentPage
{
    private readonly Latest _read = new();
    private EstablishmentTable? _table;
    private Act? _open;

    [Inject] public required EstablishmentService Establishment { get; init; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery(Name = "differs")] public string? OnlyDiffering { get; set; }
    [SupplyParameterFromQuery(Name = ShownEstablishment.Columns)] public string? Columns { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? ActAsked { get; set; }

    private QuotaCategory? Only => ShownEstablishment.CategoryOf(Category);
    private bool Differs => OnlyDiffering == "1";
    private bool Every => Columns == ShownEstablishment.EveryColumn;
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));

    private IReadOnlyList<(string, string)> Crumbs =>
        [(T["Menu.Quota"], "/quota"), .. (_table?.Above ?? []).Select(above => (above.Name, $"/quota?unit={Uri.EscapeDataString(above.Code)}"))];

    /// <summary>A quick act of the home page opens its dialog here; the dialog stands only for those who may.</summary>
    protected override void OnInitialized() => _open = ActAsked == "allocate" ? Act.Allocate : null;

    protected override Task ReadAsync() => LoadAsync(_read, ct => Establishment.TableAsync(AsOf.Day, Unit, ct), table => _table = table);

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private void Close()
    {
        _open = null;
        ForgetAct();
    }

    private Task SavedAsync()
    {
        Close();
        Notifications.Notify(NotificationSeverity.Success, T["Change.Saved"]);
        return ReadAsync();
    }

    private enum Act { Allocate, Assign, Transfer }
}
