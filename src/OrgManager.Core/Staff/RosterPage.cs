using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>A piece of a list of people in post, which is in the order of the page already.</summary>
internal sealed class RosterPage
{
    private readonly OrgSnapshot _day;
    private readonly IReadOnlyList<InPost> _all;
    private readonly PageRequest _page;

    public RosterPage(OrgSnapshot day, IReadOnlyList<InPost> all, PageRequest page)
    {
        (_day, _all, _page) = (day, all, page);
        People = [.. Enumerable.Range(page.Skip, Math.Clamp(all.Count - page.Skip, 0, page.Take)).Select(At)];
    }

    public IReadOnlyList<InPost> People { get; }
    public int Total => _all.Count;

    /// <summary>The units that the people of the page stand in; another order than by protocol has none.</summary>
    public IReadOnlyList<RosterGroup> Groups()
    {
        if (!PostOrders.IsProtocol(_page.SortBy)) return [];
        var groups = new List<RosterGroup>();
        for (var at = _page.Skip; at < _page.Skip + People.Count; at = groups[^1].First + groups[^1].People) groups.Add(GroupOf(at));
        return groups;
    }

    private InPost At(int place) => _all[_page.Descending ? _all.Count - 1 - place : place];

    private RosterGroup GroupOf(int place)
    {
        var (id, first, end) = (At(place).Facts.UnitId, place, place + 1);
        while (first > 0 && At(first - 1).Facts.UnitId == id) first--;
        while (end < _all.Count && At(end).Facts.UnitId == id) end++;
        var unit = _day.Unit(id);
        return unit is { Children.Count: > 0, Kind.OwnRow: { } own }
            ? new(unit.Code, own, unit.Kind.OwnRowEn, end - first, first)
            : new(unit?.Code ?? "", unit?.Name ?? "", null, end - first, first);
    }
}
