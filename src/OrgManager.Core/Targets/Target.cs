using OrgManager.Common;

namespace OrgManager.Targets;

/// <summary>By this day so much of the way must be done, in percent of the baseline (or as a share).</summary>
public sealed record Milestone(DateOnly On, decimal Percent);

/// <summary>An organisation or function moved into (+) or out of (−) what a target counts: the baseline moves with it, for it is no streamlining.</summary>
public sealed record BaselineAdjustment(DateOnly On, decimal Amount, Guid? DecisionId, string Note)
{
    /// <summary>The move of posts that brought it about; null where it was entered by hand.</summary>
    public Guid? MoveId { get; init; }
}

/// <summary>A reading taken by hand, for metrics the system cannot count.</summary>
public sealed record ManualReading(DateOnly On, decimal Value);

/// <summary>Everything a target says of itself (DESIGN §5).</summary>
public sealed record TargetFacts
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }

    /// <summary>The official Vietnamese wording, to the letter.</summary>
    public required string Wording { get; init; }
    public required string WordingEn { get; init; }
    public Guid? LegalBasisId { get; init; }

    /// <summary>Bắt buộc, else phấn đấu.</summary>
    public required bool Binding { get; init; }
    public required TargetMetric Metric { get; init; }

    /// <summary>Codes of unit kinds, or names of quota categories, as the metric asks.</summary>
    public required IReadOnlyList<string> Set { get; init; }

    /// <summary>Code of the unit whose subtree counts; null for the whole organisation.</summary>
    public string? ScopeUnit { get; init; }
    public required DateOnly StartsOn { get; init; }
    public DateOnly? BaselineOn { get; init; }

    /// <summary>A fixed baseline with a source of its own instead of a counted one.</summary>
    public decimal? FixedBaseline { get; init; }
    public string? FixedBaselineSource { get; init; }
    public IReadOnlyList<BaselineAdjustment> Adjustments { get; init; } = [];
    public required TargetDirection Direction { get; init; }
    public required decimal GoalPercent { get; init; }
    public required DateOnly Due { get; init; }
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
    public IReadOnlyList<ManualReading> Readings { get; init; } = [];

    /// <summary>Whether it defines the same, lists and all.</summary>
    public bool SaysSameAs(TargetFacts other) =>
        Set.SequenceEqual(other.Set) && Adjustments.SequenceEqual(other.Adjustments) && Milestones.SequenceEqual(other.Milestones) && Readings.SequenceEqual(other.Readings)
        && this with { Set = other.Set, Adjustments = other.Adjustments, Milestones = other.Milestones, Readings = other.Readings } == other;
}

/// <summary>Mục tiêu tinh gọn: what must be reached by when, as data.</summary>
public sealed class Target : Aggregate
{
    private Target() { }

    public string Code { get; private init; } = "";

    /// <summary>Kept whole as JSON: it is read whole, and a new attribute is no new column.</summary>
    public TargetFacts Facts { get; private set; } = null!;
    public bool IsActive { get; private set; } = true;

    /// <exception cref="RuleBrokenException">
    /// Target.WordingMissing, CodeUnusable, NameMissing; Target.DueBeforeStart, DaysOutOfOrder: milestones ascend between start and due day; Target.SetMissing, SetUnknown, NotAShare, ReadingTwice;
    /// Target.GoalNotPositive, GoalOverWhole; Target.MilestoneOverGoal, MilestonesFall, MilestoneAtDue; Target.BaselineMissing (a reduction needs one), BaselineNotPositive, BaselineSourceMissing, BaselineTooLate;
    /// Target.AdjustmentNotUsed, AdjustmentEmpty, AdjustmentNoteMissing, AdjustmentOutsideLife.
    /// </exception>
    public static Target Define(TargetFacts facts)
    {
        TargetRules.Demand(facts);
        return new() { Code = facts.Code, Facts = InOrder(facts) };
    }

    /// <summary>The definition becomes another one under the same code; the trail keeps the one before.</summary>
    /// <inheritdoc cref="Define" path="/exception"/>
    public void Redefine(TargetFacts facts)
    {
        facts = InOrder(facts with { Code = Code });
        TargetRules.Demand(facts);
        TouchIf(!facts.SaysSameAs(Facts));
        Facts = facts;
    }

    /// <summary>The baseline moves with an organisation or function that came into what is counted or left it.</summary>
    /// <inheritdoc cref="Define" path="/exception"/>
    internal void Adjust(BaselineAdjustment adjustment) => Redefine(Facts with { Adjustments = [.. Facts.Adjustments, adjustment] });

    /// <summary>What moved it with these posts did not after all.</summary>
    internal void Unadjust(Guid moveId) => Redefine(Facts with { Adjustments = [.. Facts.Adjustments.Where(a => a.MoveId != moveId)] });

    /// <summary>Followed in lists and reports, or no longer.</summary>
    public void Follow(bool isActive)
    {
        TouchIf(isActive != IsActive);
        IsActive = isActive;
    }

    /// <summary>Reports tell its figures from its start day on.</summary>
    internal bool IsReported(DateOnly today) => Facts.StartsOn <= today;

    private static TargetFacts InOrder(TargetFacts facts) => facts with
    {
        Adjustments = [.. facts.Adjustments.OrderBy(a => a.On)], Readings = [.. facts.Readings.OrderBy(r => r.On)],
    };
}
