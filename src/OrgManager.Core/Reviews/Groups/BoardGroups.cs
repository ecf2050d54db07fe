using Microsoft.EntityFrameworkCore;

namespace OrgManager.Reviews;

/// <summary>The groups of several years' boards: counted cell by cell only where there are any.</summary>
internal sealed class BoardGroups
{
    private readonly Dictionary<Guid, (CycleGroups Groups, IReadOnlyList<GroupCounts> Counts)> _of = [];

    /// <param name="all">All reviews of the cycles.</param>
    public static async Task<BoardGroups> ReadAsync(IQueryable<Review> all, IEnumerable<ReviewCycle> cycles, IReadOnlyDictionary<string, RuleSetFacts> rules, CancellationToken ct)
    {
        var groups = cycles.ToDictionary(c => c.Id, c => new CycleGroups(c, rules[c.RuleSetCode]));
        var bound = groups.Where(g => g.Value.Bind).Select(g => g.Key).ToList();
        var byCell = (bound.Count == 0 ? [] : await GradeTally.OfCellsAsync(all.Where(r => EF.Parameter(bound).Contains(r.CycleId)), ct)).ToLookup(t => t.CycleId);
        var read = new BoardGroups();
        foreach (var (cycle, of) in groups) read._of[cycle] = (of, of.Count(byCell[cycle]));
        return read;
    }

    public CycleGroups Of(ReviewCycle cycle) => _of[cycle.Id].Groups;

    public IReadOnlyList<GroupCounts> CountsOf(ReviewCycle cycle) => _of[cycle.Id].Counts;
}
