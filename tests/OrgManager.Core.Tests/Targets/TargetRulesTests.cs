using OrgManager.Common;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>What a definition must fulfil in itself.</summary>
public class TargetRulesTests
{
    private static readonly TargetFacts Facts = new TargetCase().Target;
    private static readonly DateOnly May = new(2020, 5, 1);

    private static readonly (string Code, Func<TargetFacts, TargetFacts> Change)[] Refused =
    [
        ("Target.WordingMissing", f => f with { Wording = " " }),
        ("Target.CodeUnusable", f => f with { Code = "Mục 1" }),
        ("Target.CodeUnusable", f => f with { Code = new('A', 21) }),
        ("Target.NameMissing", f => f with { ShortName = "" }),
        ("Target.NameMissing", f => f with { WordingEn = "" }),
        ("Target.DueBeforeStart", f => f with { Due = f.StartsOn.AddDays(-1) }),
        ("Target.DaysOutOfOrder", f => f with { Milestones = [new(May, 5), new(May, 10)] }),
        ("Target.SetMissing", f => f with { Set = [] }),
        ("Target.SetMissing", f => f with { Metric = TargetMetric.UnitsOfKinds, Set = [] }),
        ("Target.SetUnknown", f => f with { Set = ["Division"] }),
        ("Target.NotAShare", f => f with { Direction = TargetDirection.ReachShare }),
        ("Target.ReadingTwice", f => f with { Metric = TargetMetric.Manual, Readings = [new(May, 1), new(May, 2)] }),
        ("Target.GoalNotPositive", f => f with { GoalPercent = 0 }),
        ("Target.GoalNotPositive", f => f with { Direction = TargetDirection.AtMost, GoalPercent = -1 }),
        ("Target.GoalOverWhole", f => f with { GoalPercent = 100.1m }),
        ("Target.MilestoneOverGoal", f => f with { Milestones = [new(May, 25.1m)] }),
        ("Target.MilestoneOverGoal", f => f with { Milestones = [new(May, -1)] }),
        ("Target.MilestonesFall", f => f with { Milestones = [new(May, 10), new(May.AddDays(1), 5)] }),
        ("Target.MilestoneAtDue", f => f with { Milestones = [new(f.Due, 20)] }),
        ("Target.BaselineMissing", f => f with { BaselineOn = null }),
        ("Target.BaselineNotPositive", f => f with { FixedBaseline = 0, FixedBaselineSource = "Báo cáo" }),
        ("Target.BaselineSourceMissing", f => f with { FixedBaseline = 9 }),
        ("Target.BaselineTooLate", f => f with { BaselineOn = f.Due }),
        ("Target.AdjustmentNotUsed", f => f with { Direction = TargetDirection.AtMost, Adjustments = [new(May, -1, null, "Chuyển đi")] }),
        ("Target.AdjustmentEmpty", f => f with { Adjustments = [new(May, 0, null, "Chuyển đi")] }),
        ("Target.AdjustmentNoteMissing", f => f with { Adjustments = [new(May, -1, null, " ")] }),
        ("Target.AdjustmentOutsideLife", f => f with { Adjustments = [new(f.Due.AddDays(1), -1, null, "Chuyển đi")] }),
        ("Target.AdjustmentOutsideLife", f => f with { Adjustments = [new(f.StartsOn.AddDays(-1), -1, null, "Chuyển đi")] }),

        // a counted baseline holds already what was moved on its day
        ("Target.AdjustmentOutsideLife", f => f with { Adjustments = [new(f.BaselineOn!.Value, -1, null, "Chuyển đi")] }),
    ];

    private static readonly (string What, Func<TargetFacts, TargetFacts> Change)[] Taken =
    [
        ("a baseline before the start", f => f with { BaselineOn = new(2015, 1, 1), Adjustments = [new(new(2016, 1, 1), 3, null, "Nhận về")] }),
        ("a given baseline and what was moved on the first day", f => f with { BaselineOn = null, FixedBaseline = 9, FixedBaselineSource = "Báo cáo", Adjustments = [new(f.StartsOn, -1, null, "Chuyển đi")] }),
        ("none at all", f => f with { Direction = TargetDirection.AtMost, GoalPercent = 0 }),
        ("every deputy", f => f with { Metric = TargetMetric.Deputies, Set = [] }),
        ("milestones that rest", f => f with { Milestones = [new(May, 5), new(May.AddDays(1), 5), new(f.Due, 25)] }),
    ];

    [Fact]
    public void A_definition_that_makes_no_sense_is_refused_new_or_revised()
    {
        foreach (var (code, change) in Refused)
        {
            Assert.Equal((code, code), (code, Refuses(() => Target.Define(change(Facts)))));
            if (code == "Target.CodeUnusable") continue; // a revision keeps the code
            var target = Target.Define(Facts);
            Assert.Equal((code, code), (code, Refuses(() => target.Redefine(change(Facts)))));
            Assert.True(target.Version == 0 && target.Facts.SaysSameAs(Facts), code);
        }
    }

    [Fact]
    public void What_is_unusual_but_has_a_sense_is_taken() =>
        Assert.All(Taken, taken => Assert.True(Target.Define(taken.Change(Facts)).Facts.SaysSameAs(taken.Change(Facts)), taken.What));

    private static string? Refuses(Action act) => (Record.Exception(act) as RuleBrokenException)?.Code;

    [Fact]
    public void A_revision_that_says_the_same_is_no_change()
    {
        var target = Target.Define(Facts with { Milestones = [new(May, 5)] });
        target.Redefine(Facts with { Milestones = [new(May, 5)] });
        target.Follow(true);
        Assert.Equal(0, target.Version);
    }
}
