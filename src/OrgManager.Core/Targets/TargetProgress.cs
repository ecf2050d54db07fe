using OrgManager.Decisions;

namespace OrgManager.Targets;

/// <summary>Chưa đến kỳ, đúng lộ trình, chậm lộ trình, đã đạt, quá hạn.</summary>
public enum TargetStatus { NotStarted, OnTrack, Behind, Reached, Overdue }

/// <summary>Cách tính: what a target counts.</summary>
public enum TargetMetric { UnitsOfKinds, Deputies, AssignedQuota, Present, AutonomousShare, Manual }

public enum TargetDirection
{
    /// <summary>Giảm: progress is (B − A)/B in percent.</summary>
    Reduce,

    /// <summary>Đạt tỷ lệ: progress is the share itself, in percent.</summary>
    ReachShare,

    /// <summary>Không quá: progress is 100 % while the value is at most the goal, else goal/value in percent.</summary>
    AtMost,

    /// <summary>Ít nhất: progress is value/goal in percent, at most 100.</summary>
    AtLeast,
}

/// <summary>One target judged on one day. Percents are exact here; they are shown with one decimal, half away from zero.</summary>
public sealed record TargetProgress
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Wording { get; init; }
    public required string WordingEn { get; init; }
    public required DecisionRef? LegalBasis { get; init; }
    public required bool Binding { get; init; }
    public required TargetMetric Metric { get; init; }
    public required TargetDirection Direction { get; init; }
    public required IReadOnlyList<string> Set { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly? BaselineOn { get; init; }

    /// <summary>Units, posts or people on the baseline day, adjusted; null for a share, before that day, and where it cannot be told.</summary>
    public required decimal? BaselineValue { get; init; }

    /// <summary>Units, posts or people on the day; for a share the share itself, in percent.</summary>
    public required decimal Value { get; init; }

    /// <summary>For a share: how many of <see cref="Total"/>; else the same as <see cref="Value"/>.</summary>
    public required int Count { get; init; }
    public required int Total { get; init; }
    public required decimal GoalPercent { get; init; }

    /// <summary>The value that fulfils the goal, in whole units, posts or people (72 posts; 1 unit of 2); null where there is no baseline yet.</summary>
    public required int? GoalValue { get; init; }

    /// <summary>How many whole units, posts or people are still missing; 0 when reached; null where there is no baseline yet.</summary>
    public required int? Missing { get; init; }

    /// <summary>Null before the start day and without a baseline.</summary>
    public required decimal? ProgressPercent { get; init; }
    public required decimal? RequiredPercent { get; init; }
    public required TargetStatus Status { get; init; }

    /// <summary>Why there is no figure, if there is none.</summary>
    public required BaselineGap? Gap { get; init; }
}

/// <summary>Why a baseline cannot be told: it was 0, or a predecessor's successors are only partly in scope.</summary>
public enum BaselineGap { Zero, NotAttributable }
