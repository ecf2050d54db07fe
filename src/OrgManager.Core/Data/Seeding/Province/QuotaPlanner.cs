using OrgManager.Establishment;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Quota as the sum of posts: allocated where they stand, assigned (anew every year) to the department or the service unit that receives them.</summary>
internal sealed class QuotaPlanner(ProvinceSize size, DecisionBook decisions)
{
    private readonly Dictionary<(PlannedUnit Unit, QuotaCategory Category, QuotaKind Kind), SortedDictionary<DateOnly, int>> _turns = [];
    private readonly List<(PlannedUnit Unit, QuotaCategory Category, QuotaKind Kind)> _order = [];

    public List<PlannedQuota> Run(IReadOnlyList<PlannedPost> posts)
    {
        foreach (var post in posts)
            for (var i = 0; i < post.Stretches.Count; i++)
                Count(post.Stretches[i], i + 1 < post.Stretches.Count ? post.Stretches[i + 1].From : post.Until);
        return [.. _order.Select(key => new PlannedQuota(key.Unit, key.Category, key.Kind, Levels(key)))];
    }

    private void Count(PostStretch stretch, DateOnly until)
    {
        if (until <= stretch.From) return;
        Count((stretch.Unit, stretch.Category, QuotaKind.Allocated), stretch.From, until);
        Count((Receiver(stretch), stretch.Category, QuotaKind.Assigned), stretch.From, until);
    }

    private void Count((PlannedUnit, QuotaCategory, QuotaKind) key, DateOnly from, DateOnly until)
    {
        if (!_turns.TryGetValue(key, out var turns))
        {
            _turns[key] = turns = [];
            _order.Add(key);
        }
        turns[from] = turns.GetValueOrDefault(from) + 1;
        if (until < DateOnly.MaxValue) turns[until] = turns.GetValueOrDefault(until) - 1;
    }

    private static PlannedUnit Receiver(PostStretch stretch) => stretch.Unit.Service ?? stretch.Unit.Department;

    private List<PlannedLevel> Levels((PlannedUnit Unit, QuotaCategory Category, QuotaKind Kind) key)
    {
        var (levels, posts, turns) = (new List<PlannedLevel>(), 0, _turns[key]);
        foreach (var day in Days(turns.Keys, key.Kind).Where(day => day < key.Unit.Until))
        {
            var before = posts;
            posts += turns.GetValueOrDefault(day);
            if (levels.Count > 0 && posts == before && key.Kind == QuotaKind.Allocated) continue;
            levels.Add(new(day, posts, Decision(key.Unit, key.Kind, day)));
        }
        return levels;
    }

    /// <summary>What is assigned is said anew on every first of January.</summary>
    private static SortedSet<DateOnly> Days(IEnumerable<DateOnly> turns, QuotaKind kind)
    {
        var days = new SortedSet<DateOnly>(turns);
        if (kind == QuotaKind.Assigned)
            for (var year = days.Min.Year + 1; year <= ProvinceSize.LastDay.Year; year++) days.Add(new(year, 1, 1));
        return days;
    }

    private PlannedDecision Decision(PlannedUnit unit, QuotaKind kind, DateOnly on) =>
        kind == QuotaKind.Assigned || unit.Parent is null || (unit.From == on && on > size.FirstDay) ? decisions.Assignment(on) : decisions.Allocation(unit.Department, on);
}
