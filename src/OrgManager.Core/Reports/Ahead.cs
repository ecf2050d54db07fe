using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Reports;

/// <summary>What is known to change: units become others, end, are founded, renamed, moved or pay their own way; posts are assigned or allocated otherwise; a unit has more deputies than it may, or no more; a post becomes vacant.</summary>
public enum AheadKind { Merge, Absorb, Divide, Separate, Transfer, Founded, Ended, Renamed, Moved, Autonomy, Assigned, Allocated, Surplus, SurplusEnds, Vacancy }

/// <summary>A target that says another figure from the day on.</summary>
public sealed record AheadTarget(TargetProgress Before, TargetProgress After);

/// <summary>One thing that is known to happen on a day ahead, in whole things.</summary>
public sealed record AheadLine(DateOnly On, AheadKind Kind, IReadOnlyList<UnitRef> Units)
{
    /// <summary>What the units become, or the one they are moved under.</summary>
    public IReadOnlyList<UnitRef> Becomes { get; init; } = [];

    /// <summary>Posts of the unit, or its group of autonomy, before and from the day on.</summary>
    public (PostCounts Before, PostCounts After)? Posts { get; init; }
    public (int? Before, int? After)? Autonomy { get; init; }

    /// <summary>What the vacant post is called, and how many of them, or of deputies too many, there are.</summary>
    public string? Post { get; init; }
    public string? PostEn { get; init; }
    public QuotaCategory? Category { get; init; }
    public Headship Headship { get; init; }
    public int Count { get; init; } = 1;
    public DecisionRef? Decision { get; init; }
    public IReadOnlyList<AheadTarget> Targets { get; init; } = [];
    internal Guid? DecisionId { get; init; }
}

/// <summary>What is known to happen after a day and before another, the next first.</summary>
/// <param name="More">Whether there is more than is told.</param>
public sealed record AheadList(DateOnly After, DateOnly Until, IReadOnlyList<AheadLine> Lines, bool More);
