using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>How a cell stands in a month, or with a thematic meeting in a quarter: not asked of it, still ahead, still time for it, not held, held, held well.</summary>
public enum MeetingState { NotAsked, Ahead, Open, Missing, Held, Good }

/// <summary>A meeting of a month, as the board names it.</summary>
public sealed record MeetingBrief(Guid Id, MeetingKind Kind, DateOnly On, bool IsGood);

/// <param name="Attendance">Percent of those convened who came to the meetings of the month.</param>
public sealed record MeetingMonth(int Month, MeetingState State, decimal? Attendance, IReadOnlyList<MeetingBrief> Meetings);

/// <summary>One cell's year: its months, and its quarters by their thematic meeting.</summary>
/// <param name="IsThere">Whether it is there on the day of the board.</param>
/// <param name="Minutes">How long its meetings took on average.</param>
public sealed record MeetingBoardRow(UnitRef Cell, bool IsThere, IReadOnlyList<MeetingMonth> Months, IReadOnlyList<MeetingState> Quarters, decimal? Attendance, decimal? Minutes, bool MayEnter)
{
    public int Held => Months.Count(m => m.State is MeetingState.Held or MeetingState.Good);
    public int Good => Months.Count(m => m.State == MeetingState.Good);
    public int Missing => Months.Count(m => m.State == MeetingState.Missing);
    public int Meetings => Months.Sum(m => m.Meetings.Count);
}

/// <summary>All cells of one month.</summary>
public sealed record MeetingMonthSum(int Month, int Held, int Good, int Missing, decimal? Attendance);

/// <summary>The meetings of a year, cells by months, as they stand on a day.</summary>
/// <param name="Rows">One page of the cells in protocol order.</param>
/// <param name="Total">All cells in reach.</param>
/// <param name="Years">Years there are meetings of, and the one asked for; the newest first.</param>
public sealed record MeetingBoard(int Year, DateOnly On, MeetingRule Rule, IReadOnlyList<MeetingBoardRow> Rows, int Total, IReadOnlyList<MeetingMonthSum> Months, IReadOnlyList<int> Years)
{
    public bool MayEnter => Rows.Any(r => r.MayEnter);
}
