namespace OrgManager.Web.Common;

/// <summary>From this day the figure stood at this height, until the next step.</summary>
public sealed record ChartStep(DateOnly On, decimal Value, string Label, bool Future);

/// <summary>What is required: a milestone reached in one step, or an end of a straight line.</summary>
public sealed record ChartMark(DateOnly On, decimal Value, bool Step);

/// <summary>Everything a chart of steps draws, in its own units.</summary>
public sealed record ChartData(IReadOnlyList<ChartStep> Steps, IReadOnlyList<ChartMark> Path, DateOnly Day)
{
    public required string DayLabel { get; init; }
    public required string GoalLabel { get; init; }

    public DateOnly From => Steps.Select(s => s.On).Concat(Path.Where(m => !m.Step).Select(m => m.On)).Append(Path.Count > 0 ? Path[0].On : Day).Min();

    public DateOnly Until => Steps.Select(s => s.On).Concat(Path.Select(m => m.On)).Append(Day).Max();
}
