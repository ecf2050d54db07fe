using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>The groups of one year, as far as its rules count a cap by group; who is in none is counted with all others that are in none.</summary>
internal sealed class CycleGroups
{
    private readonly IReadOnlyList<TaskGroup> _groups;
    private readonly Dictionary<Guid, int> _places;
    private readonly ReviewCycle _cycle;

    public CycleGroups(ReviewCycle cycle, RuleSetFacts rules)
    {
        (_cycle, _groups) = (cycle, rules.BindsInGroups ? cycle.Groups ?? [] : []);
        _places = _groups.SelectMany((group, at) => group.Units.Select(unit => (unit, at))).ToDictionary(u => u.unit, u => u.at);
        (Whole, Within) = Bind ? (rules.OverAll, rules.InGroup) : (rules, rules);
    }

    /// <summary>Whether anything is counted by group.</summary>
    public bool Bind => _groups.Count > 0;

    /// <summary>The rules with the caps that bind over the whole.</summary>
    public RuleSetFacts Whole { get; }

    /// <summary>The rules with the caps that bind in a group; all of them where there are no groups.</summary>
    public RuleSetFacts Within { get; }

    /// <summary>In the order of the groups; the last place is that of those in none.</summary>
    public int PlaceOf(Guid unitId) => _places.GetValueOrDefault(unitId, _groups.Count);

    public string? NameOf(Guid unitId) => NameAt(PlaceOf(unitId));

    public string? NameAt(int place) => place < _groups.Count ? _groups[place].Name : null;

    /// <param name="byCell">All of the year, counted cell by cell.</param>
    public IReadOnlyList<GroupCounts> Count(IEnumerable<GradeTally> byCell)
    {
        if (!Bind) return [];
        var tallies = byCell.Where(t => t.Subject == _cycle.Subject || t.Subject == _cycle.OwnSubject).ToLookup(t => PlaceOf(t.CellId));
        return [.. Enumerable.Range(0, _groups.Count + 1).Where(tallies.Contains).Select(place => Of(NameAt(place), [.. tallies[place]]))];
    }

    /// <summary>That of one cell.</summary>
    public GroupCounts? CountOf(Guid unitId, IEnumerable<GradeTally> byCell) => Bind ? Of(NameAt(PlaceOf(unitId)), [.. byCell.Where(t => PlaceOf(t.CellId) == PlaceOf(unitId))]) : null;

    private GroupCounts Of(string? name, List<GradeTally> tallies) => new(name, tallies.Where(t => t.Subject == _cycle.OwnSubject).Select(t => t.CellId).Distinct().Count(),
        GradeTally.AsProposed(_cycle.Subject, tallies, Within), GradeTally.AsProposed(_cycle.OwnSubject, tallies, Within),
        GradeTally.Decided(_cycle.Subject, tallies, Within), GradeTally.Decided(_cycle.OwnSubject, tallies, Within));
}
