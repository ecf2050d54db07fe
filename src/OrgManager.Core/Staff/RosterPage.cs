using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>A piece of a list of people in post, which is in the order of the page already.</summary>
internal sealed class RosterPage
{
    private readonly IReadOnlyList<PostHolder> _all;
    private readonly PageRequest _page;

    public RosterPage(IReadOnlyList<PostHolder> all, PageRequest page)
    {
        (_all, _page) = (all, page);
        People = [.. Enumerable.Range(page.Skip, Math.Clamp(all.Count - page.Skip, 0, page.Take)).Select(At)];
    }

    public IReadOnlyList<PostHolder> People { get; }
    public int Total => _all.Count;

    /// <summary>The units that the people of the page stand in; another order than by protocol has none.</summary>
    public IReadOnlyList<RosterGroup> Groups()
    {
        if (!PostOrders.IsProtocol(_page.SortBy)) return [];
        var groups = new List<RosterGroup>();
        for (var at = _page.Skip; at < _page.Skip + People.Count; at = groups[^1].First + groups[^1].People) groups.Add(GroupOf(at));
        return groups;
    }

    private PostHolder At(int place) => _all[_page.Descending ? _all.Count - 1 - place : place];

    private RosterGroup GroupOf(int place)
    {
        var (unit, first, end) = (At(place).Unit, place, place + 1);
        while (first > 0 && At(first - 1).Unit == unit) first--;
        while (end < _all.Count && At(end).Unit == unit) end++;
        return unit is { Children.Count: > 0, Kind.OwnRow: { } own }
            ? new(unit.Code, own, unit.Kind.OwnRowEn, end - first, first)
            : new(unit?.Code ?? "", unit?.Name ?? "", null, end - first, first);
    }
}
