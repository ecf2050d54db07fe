using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions.Pending;

/// <summary>Biến động sắp có hiệu lực: by year and month, each to be called off by whoever may enter it.</summary>
public sealed partial class PendingPage
{
    private const int PageSize = 50;
    private readonly Latest _read = new();
    private PendingList? _list;
    private PendingRow? _called;

    [Inject] public required PendingChanges Pending { get; init; }
    [SupplyParameterFromQuery(Name = PendingAddress.Area)] public string? Area { get; set; }
    [SupplyParameterFromQuery(Name = PendingAddress.Unit)] public string? Unit { get; set; }
    [SupplyParameterFromQuery(Name = PendingAddress.In)] public string? In { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    private PendingQuery Query => PendingAddress.Of(name => name switch { PendingAddress.Area => Area, PendingAddress.Unit => Unit, _ => In });
    private bool IsFiltered => Query != new PendingQuery();
    private int PageNumber => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;

    private IEnumerable<(string, string)> Areas => Enum.GetValues<ChangeArea>().Where(area => _list!.Areas.ContainsKey(area) || Query.Area == area)
        .Select(area => (area.ToString(), $"{T[$"ChangeArea.{area}"]} ({Format.Number(_list!.Areas.GetValueOrDefault(area))})"));

    /// <summary>A unit to which nothing happens stands under its code.</summary>
    private IEnumerable<(string, string)> Units
    {
        get
        {
            var units = _list!.Units.Select(unit => (unit.Code, unit.Name));
            return Query.UnitCode is { } code && _list.Units.All(unit => unit.Code != code) ? units.Prepend((code, code)) : units;
        }
    }

    protected override Task ReadAsync()
    {
        var (query, skip) = (Query, (PageNumber - 1) * PageSize);
        return LoadAsync(_read, ct => Pending.ListAsync(query, new(skip, PageSize), ct), Show);
    }

    /// <summary>A page past the end, as after calling off all of the last one, is the first.</summary>
    private void Show(PendingList list)
    {
        _list = list;
        if (list is { Rows.Count: 0, Total: > 0 }) Navigation.NavigateTo(AsOf.LinkWith(AsOf.Page, null), replace: true);
    }

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);

    private async Task SavedAsync(SavedChange change)
    {
        _called = null;
        Saved(change);
        await ReadAsync();
    }
}
