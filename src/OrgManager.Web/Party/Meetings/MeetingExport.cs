using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Meetings;

/// <summary>The board of meetings as a table that leaves the house: a word for each month, then the sums of the page.</summary>
internal static class MeetingExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, MeetingBoard board) => new(
        t["Meetings.BoardTitle", board.Year], [$"{t["Meetings.Rule"].Value} {MeetingWords.Source(board.Rule)}"],
        [
            t["Export.CellCode"], t["Cell"], .. Enumerable.Range(1, 12).Select(month => t["Meetings.MonthOf", month, board.Year].Value), .. Enumerable.Range(1, 4).Select(quarter => t["Meetings.ThematicOf", quarter].Value),
            t["Meetings.Held"], t["Meetings.Good"], t["Meetings.Missing"], t["Meetings.Attendance"], t["Meetings.Average"],
        ],
        [.. board.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Cell.Code, row.Cell.Name, .. row.Months.Select(m => State(t, m.State)), .. row.Quarters.Select(state => State(t, state)),
            row.Held, row.Good, row.Missing, row.Attendance is { } share ? Math.Round(share, 1) : null, row.Minutes is { } minutes ? Math.Round(minutes) : null,
        ])]);

    private static string? State(IStringLocalizer<Texts> t, MeetingState state) => state is MeetingState.NotAsked or MeetingState.Ahead ? null : t[$"MeetingState.{state}"].Value;
}
