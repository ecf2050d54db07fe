using OrgManager.Common;
using OrgManager.Establishment;

namespace OrgManager.Targets;

/// <summary>What the definition of a target must fulfil in itself (DESIGN §5), before anything is counted.</summary>
internal static class TargetRules
{
    private const decimal Whole = 100;
    private const int LongestCode = 20; // the column's length

    public static void Demand(TargetFacts facts)
    {
        DemandWords(facts);
        DemandDays(facts);
        DemandMetric(facts);
        DemandGoal(facts);
        DemandBaseline(facts);
        foreach (var adjustment in facts.Adjustments) Demand(facts, adjustment);
    }

    private static void DemandWords(TargetFacts facts)
    {
        RuleBrokenException.Unless(!IsBlank(facts.Wording) && !IsBlank(facts.Code), "Target.WordingMissing");
        RuleBrokenException.Unless(facts.Code.Length <= LongestCode && facts.Code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'), "Target.CodeUnusable", LongestCode);
        RuleBrokenException.Unless(!IsBlank(facts.ShortName) && !IsBlank(facts.Name) && !IsBlank(facts.WordingEn), "Target.NameMissing");
    }

    private static void DemandDays(TargetFacts facts)
    {
        DateOnly[] days = [facts.StartsOn, .. facts.Milestones.Select(m => m.On), facts.Due];
        RuleBrokenException.Unless(facts.StartsOn < facts.Due, "Target.DueBeforeStart", facts.StartsOn);
        RuleBrokenException.Unless(days.Order().SequenceEqual(days) && facts.Milestones.DistinctBy(m => m.On).Count() == facts.Milestones.Count, "Target.DaysOutOfOrder");
    }

    private static void DemandMetric(TargetFacts facts)
    {
        var counted = facts.Metric is TargetMetric.UnitsOfKinds or TargetMetric.AutonomousShare or TargetMetric.AssignedQuota or TargetMetric.Present;
        RuleBrokenException.Unless(!counted || facts.Set.Count > 0, "Target.SetMissing");
        foreach (var name in facts.Metric is TargetMetric.AssignedQuota or TargetMetric.Present ? facts.Set : [])
            RuleBrokenException.Unless(Enum.GetNames<QuotaCategory>().Contains(name), "Target.SetUnknown", name);
        var share = facts.Metric is TargetMetric.AutonomousShare or TargetMetric.Manual;
        RuleBrokenException.Unless(share || facts.Direction != TargetDirection.ReachShare, "Target.NotAShare");
        RuleBrokenException.Unless(facts.Readings.DistinctBy(r => r.On).Count() == facts.Readings.Count, "Target.ReadingTwice");
    }

    /// <summary>Milestones are percents of the way: of the reduction or share itself, or of an amount.</summary>
    private static void DemandGoal(TargetFacts facts)
    {
        var amount = facts.Direction is TargetDirection.AtMost or TargetDirection.AtLeast;
        RuleBrokenException.Unless(facts.GoalPercent > 0 || (facts.GoalPercent == 0 && facts.Direction == TargetDirection.AtMost), "Target.GoalNotPositive");
        RuleBrokenException.Unless(amount || facts.GoalPercent <= Whole, "Target.GoalOverWhole");
        var goal = amount ? Whole : facts.GoalPercent;
        var percents = facts.Milestones.Select(m => m.Percent).ToList();
        RuleBrokenException.Unless(percents.All(p => 0 <= p && p <= goal), "Target.MilestoneOverGoal", goal);
        RuleBrokenException.Unless(percents.Order().SequenceEqual(percents), "Target.MilestonesFall");
        RuleBrokenException.Unless(facts.Milestones.All(m => m.On != facts.Due || m.Percent == goal), "Target.MilestoneAtDue", goal);
    }

    private static void DemandBaseline(TargetFacts facts)
    {
        var reduces = facts.Direction == TargetDirection.Reduce;
        RuleBrokenException.Unless(!reduces || facts.BaselineOn is not null || facts.FixedBaseline is not null, "Target.BaselineMissing");
        RuleBrokenException.Unless(facts.FixedBaseline is null or > 0, "Target.BaselineNotPositive");
        RuleBrokenException.Unless(facts.FixedBaseline is null || !IsBlank(facts.FixedBaselineSource), "Target.BaselineSourceMissing");
        RuleBrokenException.Unless(facts.BaselineOn is not { } on || on < facts.Due, "Target.BaselineTooLate", facts.Due);
        RuleBrokenException.Unless(reduces || facts.Adjustments.Count == 0, "Target.AdjustmentNotUsed");
    }

    private static void Demand(TargetFacts facts, BaselineAdjustment adjustment)
    {
        var first = FirstAdjustable(facts);
        RuleBrokenException.Unless(adjustment.Amount != 0, "Target.AdjustmentEmpty");
        RuleBrokenException.Unless(!IsBlank(adjustment.Note), "Target.AdjustmentNoteMissing");
        RuleBrokenException.Unless(first <= adjustment.On && adjustment.On <= facts.Due, "Target.AdjustmentOutsideLife", first, facts.Due);
    }

    /// <summary>Whether the baseline may be moved on that day at all.</summary>
    public static bool MayAdjust(TargetFacts facts, DateOnly on) => facts.Direction == TargetDirection.Reduce && FirstAdjustable(facts) <= on && on <= facts.Due;

    /// <summary>A counted baseline holds already whatever was moved by its day.</summary>
    private static DateOnly FirstAdjustable(TargetFacts facts) => facts switch
    {
        { FixedBaseline: null, BaselineOn: { } counted } => counted.AddDays(1),
        { BaselineOn: { } given } when given < facts.StartsOn => given,
        _ => facts.StartsOn,
    };

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
