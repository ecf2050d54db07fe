using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Positions;

/// <summary>Vị trí việc làm: posts by position and unit, who fills them, which are unfilled, and the catalogue itself.</summary>
public sealed partial class PositionPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new();
    private PositionTable? _table;
    private (Act Act, PositionRow? Row, JobPositionLine? Line, string? Title)? _open;

    [Inject] public required PositionService Positions { get; init; }
    [SupplyParameterFromQuery(Name = "unit")] public string? UnitAsked { get; set; }
    [SupplyParameterFromQuery(Name = "group")] public string? GroupAsked { get; set; }
    [SupplyParameterFromQuery(Name = "state")] public string? StateAsked { get; set; }

    [SupplyParameterFromQuery(Name = AsOf.Page)] public int? PageAsked { get; set; }

    internal static PositionQuery QueryOf(Func<string, string?> asked, DateOnly on) => new(on, asked("unit") is { Length: > 0 } unit ? unit : null, Chosen<PositionGroup>(asked("group")), Chosen<PositionState>(asked("state")));

    private PositionQuery Query => QueryOf(name => name switch { "unit" => UnitAsked, "group" => GroupAsked, _ => StateAsked }, AsOf.Day);

    private int PageNumber => Math.Clamp(PageAsked ?? 1, 1, 100_000);

    private IEnumerable<(string, string)> States => Enum.GetValues<PositionState>().Select(state => (state.ToString(), $"{T[$"PositionState.{state}"]} ({Format.Number(_table!.States.GetValueOrDefault(state))})"));

    protected override Permission? Lists => Permission.ViewQuota;

    protected override Task ReadAsync() => LoadAsync(_read, ct => Positions.TableAsync(Query, new((PageNumber - 1) * PageSize, PageSize), ct), Show);

    /// <summary>A page past the end is the first.</summary>
    private void Show(PositionTable table)
    {
        _table = table;
        if (table is { Rows.Count: 0, Sums.Rows: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private static T? Chosen<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null;

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private void Close() => _open = null;

    private Task SavedAsync(SavedChange change)
    {
        Close();
        Saved(change);
        return ReadAsync();
    }

    private enum Act { Enter, Posts }
}
