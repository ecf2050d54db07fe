using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>A meeting without its texts and files: all that the board counts.</summary>
internal sealed record MeetingLine(Guid Id, Guid CellId, MeetingFacts Facts);

/// <summary>Lays the meetings of a year out by cell and month.</summary>
internal sealed class MeetingBoardView(int year, DateOnly on)
{
    private const int Months = 12, InQuarter = 3;

    /// <summary>The last day that is told of.</summary>
    public DateOnly Last { get; } = on.Year == year ? on : new DateOnly(year, Months, 31);

    public MeetingBoardRow Row(UnitLine cell, UnitRef named, IReadOnlyList<MeetingLine> meetings, bool mayEnter)
    {
        var months = Enumerable.Range(1, Months).Select(month => Month(cell, month, [.. meetings.Where(m => m.Facts.On.Month == month)])).ToList();
        var timed = meetings.Where(m => m.Facts.Minutes is not null).ToList();
        return new(named, cell.History.Covers(on), months, [.. Enumerable.Range(0, Months / InQuarter).Select(quarter => Quarter(cell, quarter, meetings))],
            Attendance(meetings), timed.Count == 0 ? null : (decimal)timed.Average(m => m.Facts.Minutes!.Value), mayEnter);
    }

    public static MeetingMonthSum Sum(int month, IReadOnlyList<MeetingBoardRow> rows)
    {
        var all = rows.Select(r => r.Months[month - 1]).ToList();
        var attended = all.Where(m => m.Attendance is not null).ToList();
        return new(month, all.Count(m => m.State is MeetingState.Held or MeetingState.Good), all.Count(m => m.State == MeetingState.Good), all.Count(m => m.State == MeetingState.Missing),
            attended.Count == 0 ? null : attended.Average(m => m.Attendance!.Value));
    }

    private MeetingMonth Month(UnitLine cell, int month, IReadOnlyList<MeetingLine> meetings)
    {
        var first = new DateOnly(year, month, 1);
        var counting = meetings.Where(m => MeetingRules.On(m.Facts.On).CountsAsMonthly.Contains(m.Facts.Kind)).ToList();
        return new(month, State(cell, first, first.AddMonths(1), asked: true, counting), Attendance(meetings),
            [.. meetings.OrderBy(m => m.Facts.On).Select(m => new MeetingBrief(m.Id, m.Facts.Kind, m.Facts.On, MeetingQuality.Of(m.Facts).IsGood))]);
    }

    private MeetingState Quarter(UnitLine cell, int quarter, IReadOnlyList<MeetingLine> meetings)
    {
        var first = new DateOnly(year, quarter * InQuarter + 1, 1);
        var (next, least) = (first.AddMonths(InQuarter), MeetingRules.On(first.AddMonths(InQuarter).AddDays(-1)).ThematicPerQuarter);
        var thematic = meetings.Where(m => m.Facts.Kind == MeetingKind.Thematic && m.Facts.On >= first && m.Facts.On < next).ToList();
        return State(cell, first, next, least > 0, thematic.Count >= least ? thematic : []);
    }

    /// <summary>Nothing is asked of a stretch in which the cell was not there all the time; what was held counts all the same.</summary>
    private MeetingState State(UnitLine cell, DateOnly first, DateOnly next, bool asked, List<MeetingLine> held)
    {
        if (held.Count > 0) return held.Any(m => MeetingQuality.Of(m.Facts).IsGood) ? MeetingState.Good : MeetingState.Held;
        if (!asked || !cell.History.Covers(first) || !cell.History.Covers(next.AddDays(-1))) return MeetingState.NotAsked;
        return first > on ? MeetingState.Ahead : next > on ? MeetingState.Open : MeetingState.Missing;
    }

    private static decimal? Attendance(IReadOnlyCollection<MeetingLine> meetings) =>
        meetings.Sum(m => m.Facts.Presence.Convened) is > 0 and var convened ? 100m * meetings.Sum(m => m.Facts.Presence.Present) / convened : null;
}
