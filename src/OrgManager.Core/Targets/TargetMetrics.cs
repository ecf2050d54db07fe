using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Targets;

/// <summary>What a metric counts on one day: <see cref="Count"/> of <see cref="Total"/> (equal for plain counts).</summary>
/// <param name="Reading">A figure read by hand, decimals and all; null where something is counted.</param>
public readonly record struct Counted(int Count, int Total, decimal? Reading = null)
{
    /// <summary>The share in percent, exact; 0 of nothing is 0.</summary>
    public decimal Share => Total == 0 ? 0 : 100m * Count / Total;
}

/// <summary>Counts a target's metric over the units of a snapshot. Quota metrics read what is assigned, never who is present.</summary>
internal static class TargetMetrics
{
    public static Counted Count(TargetFacts target, IReadOnlyCollection<UnitOn> units, DateOnly day) => target.Metric switch
    {
        TargetMetric.UnitsOfKinds => Plain(units.Count(u => target.Set.Contains(u.Facts.Kind))),
        TargetMetric.Deputies => Plain(units.Where(u => OfSet(target, u)).Sum(u => u.Posts.Count(p => p.Facts.Headship == Headship.Deputy))),
        TargetMetric.AssignedQuota => Plain(Categories(target).Sum(c => units.Sum(u => u.Assigned?[c] ?? 0))),
        TargetMetric.Present => Plain(Categories(target).Sum(c => units.Sum(u => u.Present[c]))),
        TargetMetric.AutonomousShare => new(
            units.Count(u => target.Set.Contains(u.Facts.Kind) && u.Facts.IsAutonomous),
            units.Count(u => target.Set.Contains(u.Facts.Kind))),
        TargetMetric.Manual => Read(target.Readings.Where(r => r.On <= day).MaxBy(r => r.On)?.Value ?? 0),
        _ => throw new InvalidOperationException($"Metric {target.Metric} is not counted."),
    };

    /// <summary>The same over the whole organisation, in one pass over what is counted: no unit is looked at.</summary>
    public static Counted Count(TargetFacts target, OrgTimeline timeline, DateOnly day) => target.Metric switch
    {
        TargetMetric.UnitsOfKinds => Plain(Kinds(target, timeline, day).Count()),
        TargetMetric.Deputies => Plain(timeline.Employments.Count(e => e.Primary.History.On(day) is { Headship: Headship.Deputy } post && (target.Set.Count == 0 || timeline.Units.Find(post.UnitId)?.History.On(day) is { } unit && target.Set.Contains(unit.Kind)))),
        TargetMetric.AssignedQuota when Categories(target) is var categories =>
            Plain(timeline.Quotas.Where(q => q.Kind == QuotaKind.Assigned && categories.Contains(q.Category)).Sum(q => q.History.On(day)?.Posts ?? 0)),
        TargetMetric.Present when Categories(target) is var categories => Plain(timeline.Employments.Count(e => e.Primary.History.On(day) is { } post && categories.Contains(post.Category))),
        TargetMetric.AutonomousShare => new(Kinds(target, timeline, day).Count(unit => unit.IsAutonomous), Kinds(target, timeline, day).Count()),
        _ => Count(target, [], day),
    };

    public static IReadOnlyList<QuotaCategory> Categories(TargetFacts target) => [.. target.Set.Select(Enum.Parse<QuotaCategory>)];

    public static bool IsShare(TargetFacts target) => target.Metric == TargetMetric.AutonomousShare;

    /// <summary>The figure that is judged: the share, the reading, or the count.</summary>
    public static decimal ValueOf(TargetFacts target, Counted counted) => IsShare(target) ? counted.Share : counted.Reading ?? counted.Count;

    private static IEnumerable<OrgUnitFacts> Kinds(TargetFacts target, OrgTimeline timeline, DateOnly day) =>
        timeline.Units.Select(unit => unit.History.On(day)).OfType<OrgUnitFacts>().Where(unit => target.Set.Contains(unit.Kind));

    private static bool OfSet(TargetFacts target, UnitOn unit) => target.Set.Count == 0 || target.Set.Contains(unit.Facts.Kind);

    private static Counted Plain(int count) => new(count, count);

    private static Counted Read(decimal value) => new((int)value, (int)value, value);
}
