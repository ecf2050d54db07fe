using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>How a figure is judged: exact percents, steps or a straight line, and the days on which a status turns.</summary>
public class TargetCalculatorTests
{
    private static readonly DateOnly Start = TargetCase.Start, Due = TargetCase.Due;

    [Fact]
    public void Before_its_start_a_target_has_neither_progress_nor_requirement()
    {
        var before = Reduced(100, 50).On(Start.AddDays(-1));
        Assert.Equal((TargetStatus.NotStarted, null, null), (before.Status, before.ProgressPercent, before.RequiredPercent));
        Assert.Equal(100, before.Value);
    }

    [Fact]
    public void On_its_first_day_it_counts()
    {
        var first = Reduced(100, 100).On(Start);
        Assert.Equal((TargetStatus.OnTrack, 0m, 0m, 100m), (first.Status, first.ProgressPercent, first.RequiredPercent, first.BaselineValue));
    }

    [Theory]
    [InlineData(1000, 875, 12.5, TargetStatus.OnTrack)]
    [InlineData(2000, 1751, 12.45, TargetStatus.Behind)] // shown as 12.5, which is what was required
    [InlineData(16, 15, 6.25, TargetStatus.Behind)]
    public void What_is_required_is_compared_exactly_and_not_as_shown(int baseline, int posts, double percent, TargetStatus status)
    {
        var target = Reduced(baseline, posts);
        target.Target = target.Target with { Milestones = [new(new(2020, 6, 30), 12.5m), new(Due, 25)] };

        var progress = target.On(new(2020, 6, 30));
        Assert.Equal(((decimal)percent, status), (progress.ProgressPercent, progress.Status));
    }

    [Theory]
    [InlineData("2020-06-29", 0), InlineData("2020-06-30", 12.5), InlineData("2020-09-29", 12.5), InlineData("2020-09-30", 20), InlineData("2020-12-30", 20)]
    [InlineData("2020-12-31", 25), InlineData("2021-01-01", 25), InlineData("2030-01-01", 25)]
    public void Milestones_are_steps_and_the_goal_stays_required(string day, double percent)
    {
        var target = Reduced(100, 100);
        target.Target = target.Target with { Milestones = [new(new(2020, 6, 30), 12.5m), new(new(2020, 9, 30), 20), new(Due, 25)] };
        Assert.Equal((decimal)percent, target.On(TestDay.Of(day)).RequiredPercent);
    }

    [Theory]
    [InlineData("2020-01-01", 0), InlineData("2020-04-01", 6.2328767), InlineData("2020-12-30", 24.9315068), InlineData("2020-12-31", 25), InlineData("2021-06-01", 25)]
    public void Without_milestones_a_straight_line_is_required(string day, double percent) =>
        Assert.Equal(percent, (double)Reduced(100, 100).On(TestDay.Of(day)).RequiredPercent!.Value, 6);

    [Theory]
    [InlineData(75, "2020-03-01", TargetStatus.Reached)]
    [InlineData(76, "2020-12-30", TargetStatus.Behind)]
    [InlineData(76, "2020-12-31", TargetStatus.Behind)]
    [InlineData(76, "2021-01-01", TargetStatus.Overdue)]
    [InlineData(75, "2020-12-31", TargetStatus.Reached)]
    [InlineData(75, "2021-01-01", TargetStatus.Reached)]
    [InlineData(80, "2020-02-01", TargetStatus.OnTrack)]
    public void A_status_turns_on_the_day_after_the_due_day_and_not_before(int posts, string day, TargetStatus status) =>
        Assert.Equal(status, Reduced(100, posts).On(TestDay.Of(day)).Status);

    [Fact]
    public void A_figure_that_grows_counts_against_the_target()
    {
        var grown = Reduced(100, 110).On(Due);
        Assert.Equal((-10m, TargetStatus.Behind), (grown.ProgressPercent, grown.Status));
    }

    [Theory]
    [InlineData(80, 72, 8), InlineData(81, 72, 8), InlineData(79, 71, 9)]
    public void What_is_missing_is_told_in_whole_posts(int baseline, int goal, int missing)
    {
        var target = Reduced(baseline, 80);
        target.Target = target.Target with { GoalPercent = 10 };
        var progress = target.On(Due);
        Assert.Equal((goal, missing), (progress.GoalValue, progress.Missing));
    }

    [Fact]
    public void Only_what_is_assigned_counts_never_what_is_allocated()
    {
        var target = Reduced(100, 90).Unit("B");
        target.Posts("B", OrgManager.Establishment.QuotaKind.Allocated, 40);
        Assert.Equal(90, target.On(Due).Value);
    }

    [Theory]
    [InlineData(0, 2, 0, TargetStatus.Behind), InlineData(1, 2, 50, TargetStatus.Reached), InlineData(1, 3, 33.3333333, TargetStatus.Behind), InlineData(2, 3, 66.6666667, TargetStatus.Reached)]
    public void A_share_is_judged_by_itself_and_needs_no_baseline(int autonomous, int all, double share, TargetStatus status)
    {
        var target = new TargetCase();
        for (var i = 0; i < all; i++) target.Unit($"U{i}", kind: "ServiceUnit", autonomy: i < autonomous ? 2 : 3);
        target.Target = target.Target with { Metric = TargetMetric.AutonomousShare, Set = ["ServiceUnit"], Direction = TargetDirection.ReachShare, GoalPercent = 50, BaselineOn = null };

        var progress = target.On(Due);
        Assert.Equal(share, (double)progress.ProgressPercent!.Value, 6);
        Assert.Equal((autonomous, all, status, (decimal?)null), (progress.Count, progress.Total, progress.Status, progress.BaselineValue));
        Assert.Equal(Math.Max(0, (all + 1) / 2 - autonomous), progress.Missing);
    }

    [Theory]
    [InlineData(1, true), InlineData(2, true), InlineData(3, false), InlineData(4, false)]
    public void Autonomous_are_groups_1_and_2(int group, bool counts)
    {
        var target = new TargetCase().Unit("U", kind: "ServiceUnit", autonomy: group);
        target.Target = target.Target with { Metric = TargetMetric.AutonomousShare, Set = ["ServiceUnit"], Direction = TargetDirection.ReachShare, BaselineOn = null };
        Assert.Equal(counts ? 100m : 0m, target.On(Due).Value);
    }

    [Fact]
    public void A_share_of_nothing_is_zero()
    {
        var target = new TargetCase();
        target.Target = target.Target with { Metric = TargetMetric.AutonomousShare, Set = ["ServiceUnit"], Direction = TargetDirection.ReachShare, BaselineOn = null };
        Assert.Equal((0m, 0m, TargetStatus.Behind), (target.On(Due).Value, target.On(Due).ProgressPercent, target.On(Due).Status));
    }

    [Fact]
    public void Units_of_the_kinds_named_are_counted_and_no_others()
    {
        var target = new TargetCase().Unit("A").Unit("B").Unit("C", kind: "Office").Unit("D", kind: "ServiceUnit").Unit("E", kind: "ServiceUnitDivision");
        target.Target = target.Target with { Metric = TargetMetric.UnitsOfKinds, Set = ["Division", "Office"] };
        Assert.Equal(3, target.On(Due).Value);
    }

    /// <summary>A division with posts from the founding day, and others from the second day of the target on.</summary>
    private static TargetCase Reduced(int baseline, int posts) => new TargetCase().Unit("A").Assigned("A", baseline, (Start.AddDays(1), posts));
}
