using OrgManager.Decisions;
using OrgManager.Establishment;

namespace OrgManager.Targets;

/// <summary>One target with the road it took: its steps, the path it was to follow, and what moved it.</summary>
public sealed record TargetDetails(
    TargetProgress Progress,
    IReadOnlyList<TrajectoryPoint> Trajectory,
    IReadOnlyList<PathPoint> Path,
    IReadOnlyList<TargetPeriod> Periods);

/// <summary>From this day the figure stood so, until the next point. <see cref="Future"/>: after the as-of day, from changes already known.</summary>
public sealed record TrajectoryPoint(DateOnly On, decimal Value, decimal? ProgressPercent, bool Future);

/// <summary>A milestone (steps) or, for a target without milestones, an end of the straight line.</summary>
public sealed record PathPoint(DateOnly On, decimal Percent, bool Step);

/// <summary>The figure at the end of a year (or on the as-of day), and what moved it since the row before.</summary>
public sealed record TargetPeriod
{
    public required DateOnly On { get; init; }
    public required bool IsBaseline { get; init; }
    public required decimal Value { get; init; }
    public required int Count { get; init; }
    public required int Total { get; init; }

    /// <summary>Parts of the value by category, for quota targets; empty otherwise.</summary>
    public required IReadOnlyDictionary<QuotaCategory, int> ByCategory { get; init; }

    /// <summary>Against the baseline, in whole things; null for the baseline row and for shares.</summary>
    public required decimal? Change { get; init; }
    public required decimal? ProgressPercent { get; init; }
    public required decimal? RequiredPercent { get; init; }
    public required TargetStatus? Status { get; init; }

    /// <summary>What moved it since the row before, the first <see cref="MostTold"/> of it; for the baseline what it consists of.</summary>
    public required IReadOnlyList<TargetEvidence> Evidence { get; init; }

    /// <summary>How much there is of it.</summary>
    public required int Moves { get; init; }

    /// <summary>The decision behind all of it, if there is but one.</summary>
    public required DecisionRef? Decision { get; init; }

    public const int MostTold = 200;
}

/// <summary>InForce is what the baseline consists of; BaselineAdjusted moved the baseline; the others moved the figure.</summary>
public enum EvidenceKind { InForce, Founded, Ended, Merged, KindChanged, QuotaSet, QuotaEnded, AutonomyChanged, Joined, Left, BaselineAdjusted }

/// <summary>One thing that moved the figure: which unit (for an adjustment of the baseline the scope, or none), when, what, and by which decision.</summary>
public sealed record TargetEvidence
{
    public required EvidenceKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public required string Unit { get; init; }
    public required string UnitName { get; init; }
    public QuotaCategory? Category { get; init; }

    /// <summary>Before and after: posts, people, or autonomy group.</summary>
    public int? Before { get; init; }
    public int? After { get; init; }

    /// <summary>For mergers and foundings: codes of the units on the other side of the succession.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>For an adjustment of the baseline: by how much, and what was moved into or out of the scope.</summary>
    public decimal? Amount { get; init; }
    public string? Note { get; init; }
    public DecisionRef? Decision { get; init; }
}
