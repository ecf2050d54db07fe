using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>What a figure is compared with: counted, given, adjusted, traced through successions, or not to be told.</summary>
public class TargetBaselineTests
{
    private static readonly DateOnly Founding = TargetCase.Founding, Start = TargetCase.Start, Due = TargetCase.Due, May = new(2020, 5, 1);

    [Fact]
    public void Of_a_baseline_of_zero_no_percent_is_told()
    {
        var progress = new TargetCase().Unit("A").Assigned("A", 0, (May, 5)).On(Due);
        Assert.Equal((BaselineGap.Zero, null, 0m, TargetStatus.NotStarted), (progress.Gap, progress.ProgressPercent, progress.BaselineValue, progress.Status));
    }

    [Fact]
    public void Before_the_baseline_day_there_is_no_baseline()
    {
        var target = new TargetCase().Unit("A").Assigned("A", 100);
        target.Target = target.Target with { StartsOn = Start, BaselineOn = May };
        Assert.Equal((null, null, TargetStatus.NotStarted), (target.On(May.AddDays(-1)).BaselineValue, target.On(May.AddDays(-1)).ProgressPercent, target.On(May.AddDays(-1)).Status));
        Assert.Equal(100, target.On(May).BaselineValue);
    }

    [Fact]
    public void A_given_baseline_stands_for_a_counted_one()
    {
        var target = new TargetCase().Unit("A").Assigned("A", 100);
        target.Target = target.Target with { BaselineOn = null, FixedBaseline = 160, FixedBaselineSource = "Báo cáo 12" };
        Assert.Equal((160m, 37.5m), (target.On(Due).BaselineValue, target.On(Due).ProgressPercent));
    }

    [Theory]
    [InlineData("2020-04-30", 100, 20), InlineData("2020-05-01", 90, 11.1111111), InlineData("2020-08-01", 95, 15.7894737)]
    public void A_transfer_moves_the_baseline_from_its_day_on_and_is_no_streamlining(string day, int baseline, double percent)
    {
        var target = new TargetCase().Unit("A").Assigned("A", 100, (Start.AddDays(1), 80));
        target.Target = target.Target with { Adjustments = [new(May, -10, null, "Chuyển chi cục"), new(new(2020, 8, 1), 5, null, "Nhận nhiệm vụ")] };

        var progress = target.On(TestDay.Of(day));
        Assert.Equal(baseline, progress.BaselineValue);
        Assert.Equal(percent, (double)progress.ProgressPercent!.Value, 6);
    }

    [Fact]
    public void Adjustments_that_leave_nothing_leave_no_baseline()
    {
        var target = new TargetCase().Unit("A").Assigned("A", 10);
        target.Target = target.Target with { Adjustments = [new(May, -10, null, "Chuyển hết")] };
        Assert.Equal((BaselineGap.Zero, TargetStatus.NotStarted), (target.On(May).Gap, target.On(May).Status));
    }

    [Fact]
    public void Inside_one_unit_only_its_subtree_counts()
    {
        var target = Scoped(new TargetCase().Unit("S").Unit("A", "S").Unit("B").Assigned("A", 30).Assigned("B", 70));
        Assert.Equal((30m, 30m), (target.On(Due).BaselineValue, target.On(Due).Value));
    }

    [Fact]
    public void A_scope_that_is_not_there_counts_nothing_and_does_not_crash()
    {
        var target = new TargetCase().Unit("A").Assigned("A", 30);
        target.Target = target.Target with { ScopeUnit = "X" };
        Assert.Equal((0m, BaselineGap.Zero), (target.On(Due).Value, target.On(Due).Gap));
    }

    [Fact]
    public void Predecessors_from_outside_count_in_the_baseline_of_what_they_became()
    {
        var target = Scoped(new TargetCase().Unit("S").Unit("P").Unit("Q", "S").Unit("N", "S", from: May)
            .Assigned("P", 20).Assigned("Q", 30).End("P", May).End("Q", May).Became("P", May, "N").Became("Q", May, "N"));

        Assert.Equal(50, target.On(Due).BaselineValue);
        Assert.Equal(30, target.On(May.AddDays(-1)).BaselineValue);
    }

    [Fact]
    public void Predecessors_are_traced_through_several_mergers()
    {
        var july = new DateOnly(2020, 7, 1);
        var target = Scoped(new TargetCase().Unit("S").Unit("P").Unit("M", from: May).Unit("N", "S", from: july)
            .Assigned("P", 20).End("P", May).End("M", july).Became("P", May, "M").Became("M", july, "N"));
        Assert.Equal(20, target.On(Due).BaselineValue);
    }

    [Fact]
    public void A_predecessor_whose_parts_lie_only_partly_inside_cannot_be_attributed()
    {
        var target = Scoped(new TargetCase().Unit("S").Unit("A", "S").Unit("P").Unit("In", "S", from: May).Unit("Out", from: May)
            .Assigned("A", 30).Assigned("P", 20).End("P", May).Became("P", May, "In", "Out"));

        var progress = target.On(Due);
        Assert.Equal((BaselineGap.NotAttributable, null, null, TargetStatus.NotStarted), (progress.Gap, progress.BaselineValue, progress.ProgressPercent, progress.Status));
        Assert.Null(target.On(May.AddDays(-1)).Gap);
    }

    [Fact]
    public void A_predecessor_all_of_whose_parts_lie_inside_can()
    {
        var target = Scoped(new TargetCase().Unit("S").Unit("P").Unit("One", "S", from: May).Unit("Two", "S", from: May)
            .Assigned("P", 20).End("P", May).Became("P", May, "One", "Two"));
        Assert.Equal((null, 20m), (target.On(Due).Gap, target.On(Due).BaselineValue));
    }

    [Fact]
    public void A_given_baseline_answers_what_cannot_be_attributed()
    {
        var target = Scoped(new TargetCase().Unit("S").Unit("P").Unit("In", "S", from: May).Unit("Out", from: May)
            .Assigned("P", 20).Assigned("In", 9).End("P", May).Became("P", May, "In", "Out"));
        target.Target = target.Target with { FixedBaseline = 12, FixedBaselineSource = "Công văn 7" };
        Assert.Equal((null, 25m, TargetStatus.Reached), (target.On(Due).Gap, target.On(Due).ProgressPercent, target.On(Due).Status));
    }

    [Fact]
    public void A_succession_from_before_the_baseline_day_is_history()
    {
        var early = Founding.AddDays(100);
        var target = Scoped(new TargetCase().Unit("S").Unit("P").Unit("In", "S", from: early).Unit("Out", from: early)
            .Assigned("P", 20).Assigned("In", 9).End("P", early).Became("P", early, "In", "Out"));
        Assert.Equal((null, 9m), (target.On(Due).Gap, target.On(Due).BaselineValue));
    }

    private static TargetCase Scoped(TargetCase target)
    {
        target.Target = target.Target with { ScopeUnit = "S" };
        return target;
    }
}
