using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class ChartPlanTests
{
    private static readonly DateOnly Start = new(2015, 12, 31), Day = new(2019, 10, 21), Due = new(2021, 12, 31);

    [Fact]
    public void Time_runs_to_the_right_and_values_upwards_inside_the_frame()
    {
        var plan = Plan([Step(Start, 0), Step(new(2018, 1, 1), 5)], [Mark(new(2018, 12, 31), 5), Mark(Due, 10)]);

        Assert.True(plan.X(Start) < plan.X(Day) && plan.X(Day) < plan.X(Due) && plan.X(Due) <= plan.Right);
        Assert.True(plan.Y(0) > plan.Y(5) && plan.Y(5) > plan.Y(10) && plan.Y(10) >= plan.Top);
        Assert.Equal((plan.Left, plan.Bottom), (plan.X(Start), plan.Y(0)));
    }

    [Fact]
    public void The_line_of_values_ends_on_the_day_and_what_is_known_ahead_is_drawn_apart()
    {
        var plan = Plan([Step(Start, 0), Step(new(2018, 1, 1), 5), Step(new(2020, 1, 1), 8, future: true)], []);

        Assert.EndsWith($"H{ChartPlan.Px(plan.X(Day))}", plan.ValuePath, StringComparison.Ordinal);
        Assert.StartsWith($"M{ChartPlan.Px(plan.X(Day))} {ChartPlan.Px(plan.Y(5))}", plan.FuturePath, StringComparison.Ordinal);
        Assert.Equal(5, plan.Now!.Value);
        Assert.Equal("", Plan([Step(Start, 0)], []).FuturePath);
    }

    [Fact]
    public void Milestones_are_steps_and_without_them_the_road_is_straight()
    {
        var (steps, straight) = (Plan([Step(Start, 0)], [Mark(new(2018, 12, 31), 5), Mark(Due, 10)]), Plan([Step(Start, 0)], [Mark(Start, 0, step: false), Mark(Due, 10, step: false)]));

        Assert.DoesNotContain('L', steps.RequiredPath);
        Assert.Equal(3, steps.RequiredPath.Count(c => c == 'H'));
        Assert.Contains($"L{ChartPlan.Px(straight.X(Due))} {ChartPlan.Px(straight.Y(10))}", straight.RequiredPath, StringComparison.Ordinal);
        Assert.Equal((2, 1), (steps.Milestones.Count(), straight.Milestones.Count()));
    }

    [Fact]
    public void Before_the_first_value_there_is_nothing_to_mark()
    {
        var plan = Plan([Step(new(2020, 1, 1), 8, future: true)], [Mark(Due, 10)]);

        Assert.Null(plan.Now);
        Assert.Equal("", plan.ValuePath);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(37)]
    [InlineData(100)]
    [InlineData(-4)]
    public void The_axis_reaches_from_zero_over_every_value_in_even_steps(int most)
    {
        var plan = Plan([Step(Start, 0), Step(new(2018, 1, 1), most)], []);

        var ticks = plan.YTicks;
        Assert.Contains(0, ticks);
        Assert.True(ticks[0] <= Math.Min(0, most) && ticks[^1] >= Math.Max(0, most));
        Assert.InRange(ticks.Count, 2, 12);
        Assert.Single(ticks.Zip(ticks.Skip(1), (low, high) => high - low).Distinct());
    }

    [Fact]
    public void No_label_lies_on_another_and_a_phone_shows_years_only()
    {
        var steps = Enumerable.Range(0, 40).Select(i => Step(Start.AddDays(i * 20), i % 7)).ToList();
        var (wide, phone) = (Plan(steps, [Mark(Due, 10)]), new ChartPlan(Data(steps, [Mark(Due, 10)]), 340, 220, compact: true));

        foreach (var (one, other) in wide.Labels.SelectMany((one, i) => wide.Labels.Skip(i + 1).Select(other => (one, other))))
            Assert.True(Math.Abs(one.Y - other.Y) >= 11 || Math.Abs(one.X - other.X) >= 6, $"{one} lies on {other}");
        Assert.All(phone.XTicks, tick => Assert.Equal(4, tick.Text.Length));
        Assert.True(phone.Labels.Count <= 2);
    }

    [Fact]
    public void One_day_alone_can_be_drawn()
    {
        var plan = Plan([Step(Day, 0)], []);

        Assert.All([plan.X(Day), plan.Y(0)], at => Assert.True(double.IsFinite(at)));
    }

    private static ChartPlan Plan(IReadOnlyList<ChartStep> steps, IReadOnlyList<ChartMark> path) => new(Data(steps, path), 1030, 300, compact: false);

    private static ChartData Data(IReadOnlyList<ChartStep> steps, IReadOnlyList<ChartMark> path) => new(steps, path, Day) { DayLabel = "21/10/2019", GoalLabel = "10 %" };

    private static ChartStep Step(DateOnly on, decimal value, bool future = false) => new(on, value, "75", future);

    private static ChartMark Mark(DateOnly on, decimal percent, bool step = true) => new(on, percent, step);
}
