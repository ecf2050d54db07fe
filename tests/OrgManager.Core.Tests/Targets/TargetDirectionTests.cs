using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>Targets that are an amount and no reduction, and those whose figure is read by hand.</summary>
public class TargetDirectionTests
{
    private static readonly DateOnly Start = TargetCase.Start, Due = TargetCase.Due, May = new(2020, 5, 1);

    [Theory]
    [InlineData(4, 50, TargetStatus.Behind), InlineData(8, 100, TargetStatus.Reached), InlineData(10, 100, TargetStatus.Reached), InlineData(0, 0, TargetStatus.Behind)]
    public void At_least_is_reached_at_the_goal_and_no_sooner(int posts, double percent, TargetStatus status)
    {
        var progress = Of(TargetDirection.AtLeast, posts, goal: 8).On(Due);
        Assert.Equal(((decimal)percent, status), (progress.ProgressPercent, progress.Status));
    }

    [Theory]
    [InlineData(10, 50, TargetStatus.Behind), InlineData(5, 100, TargetStatus.Reached), InlineData(6, 83.3333333, TargetStatus.Behind), InlineData(0, 100, TargetStatus.Reached)]
    public void At_most_is_reached_at_the_goal_and_no_sooner(int posts, double percent, TargetStatus status)
    {
        var progress = Of(TargetDirection.AtMost, posts, goal: 5).On(Due);
        Assert.Equal(percent, (double)progress.ProgressPercent!.Value, 6);
        Assert.Equal(status, progress.Status);
    }

    [Fact]
    public void A_goal_above_a_hundred_can_be_reached() =>
        Assert.Equal(TargetStatus.Reached, Of(TargetDirection.AtLeast, 200, goal: 200).On(Due).Status);

    [Theory]
    [InlineData(TargetDirection.AtMost, 10, 5, 5), InlineData(TargetDirection.AtMost, 4, 5, 0), InlineData(TargetDirection.AtLeast, 3, 8, 5), InlineData(TargetDirection.AtLeast, 9, 8, 0)]
    public void What_is_missing_to_an_amount_is_told_in_whole_things(TargetDirection direction, int posts, int goal, int missing)
    {
        var progress = Of(direction, posts, goal).On(Due);
        Assert.Equal((goal, missing), (progress.GoalValue, progress.Missing));
    }

    [Fact]
    public void The_line_to_an_amount_ends_at_all_of_it_on_the_due_day()
    {
        var target = Of(TargetDirection.AtLeast, 4, goal: 8);
        Assert.Equal((0m, 100m), (target.On(Start).RequiredPercent, target.On(Due).RequiredPercent));
        Assert.Equal(TargetStatus.OnTrack, target.On(May).Status);
        Assert.Equal(TargetStatus.Overdue, target.On(Due.AddDays(1)).Status);
    }

    [Theory]
    [InlineData("2020-04-30", 70), InlineData("2020-05-01", 88.5), InlineData("2020-12-31", 87.25)]
    public void A_figure_read_by_hand_is_the_last_reading_by_the_day_decimals_and_all(string day, double value)
    {
        var target = Read(TargetDirection.AtLeast, goal: 100, new(new(2020, 2, 1), 70), new(May, 88.5m), new(new(2020, 11, 1), 87.25m));
        Assert.Equal((decimal)value, target.On(TestDay.Of(day)).Value);
        Assert.Equal((decimal)value, target.On(TestDay.Of(day)).ProgressPercent);
    }

    [Fact]
    public void Readings_may_stand_in_any_order() =>
        Assert.Equal(88.5m, Read(TargetDirection.AtLeast, goal: 100, new(May, 88.5m), new(new(2020, 2, 1), 70)).On(Due).Value);

    [Fact]
    public void A_reading_is_judged_by_its_decimals()
    {
        Assert.Equal(TargetStatus.Reached, Read(TargetDirection.AtLeast, goal: 88.5m, new ManualReading(May, 88.5m)).On(Due).Status);
        Assert.Equal(TargetStatus.Behind, Read(TargetDirection.AtLeast, goal: 88.5m, new ManualReading(May, 88.4m)).On(Due).Status);
        Assert.Equal(TargetStatus.Behind, Read(TargetDirection.AtMost, goal: 5.5m, new ManualReading(May, 5.6m)).On(Due).Status);
    }

    [Fact]
    public void A_reduction_may_be_read_by_hand_too()
    {
        var target = Read(TargetDirection.Reduce, goal: 25, new(Start, 200.5m), new(May, 150.375m));
        target.Target = target.Target with { BaselineOn = Start };
        Assert.Equal((200.5m, 25m, TargetStatus.Reached), (target.On(Due).BaselineValue, target.On(Due).ProgressPercent, target.On(Due).Status));
    }

    [Fact]
    public void Every_reading_is_a_point_of_the_trajectory() =>
        Assert.Equal([(new(2020, 2, 1), 70m), (May, 88.5m)],
            Read(TargetDirection.AtLeast, goal: 100, new(new(2020, 2, 1), 70), new(May, 88.5m)).Road(Due).Trajectory.Where(p => p.Value > 0).Select(p => (p.On, p.Value)));

    private static TargetCase Of(TargetDirection direction, int posts, decimal goal)
    {
        var target = new TargetCase().Unit("A").Assigned("A", posts);
        target.Target = target.Target with { Direction = direction, GoalPercent = goal, BaselineOn = null };
        return target;
    }

    private static TargetCase Read(TargetDirection direction, decimal goal, params ManualReading[] readings)
    {
        var target = new TargetCase();
        target.Target = target.Target with { Metric = TargetMetric.Manual, Set = [], Readings = readings, Direction = direction, GoalPercent = goal, BaselineOn = null };
        return target;
    }
}
