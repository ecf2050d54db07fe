using OrgManager.Organisation;

namespace OrgManager.Targets;

/// <summary>
/// Which units a target counts on a day, and which stood for them on the baseline day. A scoped count goes through the succession of units:
/// predecessors of what is in scope count in the baseline, unless a successor of theirs lies outside.
/// </summary>
internal sealed class TargetScope(OrgTimeline timeline, TargetFacts target)
{
    public ScopeTimes Times { get; } = new(timeline, target.ScopeUnit);

    public IReadOnlyCollection<UnitOn> UnitsOn(DateOnly day)
    {
        var snapshot = timeline.On(day);
        if (target.ScopeUnit is not { } code) return [.. snapshot.Units];
        return timeline.UnitByCode(code) is { } unit ? [.. snapshot.Subtree(unit.Id)] : [];
    }

    /// <summary>The units of the baseline day whose sum the units of <paramref name="day"/> are compared with; null if that cannot be told.</summary>
    public IReadOnlyCollection<UnitOn>? BaselineUnits(DateOnly baseline, DateOnly day)
    {
        if (target.ScopeUnit is null) return UnitsOn(baseline);

        var then = timeline.On(baseline);
        var known = Times.UnitsOn(baseline).ToHashSet();
        var inScope = Times.UnitsOn(day).Concat(known).ToHashSet();
        var open = new Stack<Guid>(inScope);
        var traced = new HashSet<Guid>(inScope);
        while (open.TryPop(out var id))
            foreach (var edge in timeline.Successions.By(LineKeys.Successor)[id].Where(s => baseline < s.On && s.On <= day))
                if (traced.Add(edge.PredecessorId)) open.Push(edge.PredecessorId);

        var counted = known.Concat(traced.Except(inScope)).ToHashSet();
        var split = timeline.Successions.Any(s => counted.Contains(s.PredecessorId) && baseline < s.On && s.On <= day && !traced.Contains(s.SuccessorId));
        if (split) return null;
        return [.. counted.Select(then.Unit).OfType<UnitOn>()];
    }
}
