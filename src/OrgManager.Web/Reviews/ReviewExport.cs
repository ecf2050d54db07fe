using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews;

/// <summary>A year's boards as a table that leaves the house: the rows and columns of the page, one committee below the other; a grade only proposed has a column of its own.</summary>
internal static class ReviewExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, ReviewSubject subject, ReviewYears years, IReadOnlySet<string> hidden)
    {
        var grades = years.Boards.SelectMany(board => board.Rules.Grades.Select(grade => (grade.Code, Text: RuleWords.Brief(board.Rules, grade.Code)))).DistinctBy(grade => grade.Code);
        List<(string Name, string Header, Func<ReviewBoard, BoardCell, object?> Of)> columns =
        [
            ("", t["Reviews.Year"], (board, _) => board.Year), ("", t.Of(subject, "Reviews.Committee"), (board, _) => board.Committee.Name), ("", t.Of(subject, "Export.CellCode"), (_, cell) => cell.Cell.Code), ("", t.Of(subject, "Cell"), (_, cell) => cell.Cell.Name),
            (BoardHidable.State, t["Reviews.State"], (_, cell) => t[$"BoardState.{cell.State}"].Value), (BoardHidable.State, t["Reviews.Deadline"], (_, cell) => cell.IsLate ? t["Reviews.LateMark"].Value : null),
            (BoardHidable.Entered, t["Reviews.Entered"], (_, cell) => cell.Entered), (BoardHidable.Entered, t.Of(subject, "Members.All"), (_, cell) => cell.Members),
            .. grades.Select(grade => ("", grade.Text, (Func<ReviewBoard, BoardCell, object?>)((_, cell) => cell.ByGrade.GetValueOrDefault(grade.Code)))),
            (BoardHidable.NotGraded, t["Reviews.NotGraded"], (_, cell) => cell.NotGraded), (BoardHidable.Minutes, t.Of(subject, "Reviews.Minutes"), (_, cell) => cell.MinutesNumber), (BoardHidable.Minutes, t.Of(subject, "Export.MeetingOn"), (_, cell) => cell.MeetingOn),
            (BoardHidable.Grade, t.Of(subject, "Reviews.CellGrade"), (board, cell) => Brief(board, cell.Grade)), (BoardHidable.Grade, t["Export.GradeProposed"], (board, cell) => Brief(board, cell.Proposed)),
        ];
        columns.RemoveAll(column => hidden.Contains(column.Name));
        return new(t.Of(subject, "Reviews.Title"), [.. years.Boards.Select(board => RuleWords.Basis(board.Rules)).Distinct()], [.. columns.Select(c => c.Header)],
            [.. years.Boards.SelectMany(board => board.ByCell.Select(cell => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(board, cell))]))]);
    }

    private static string? Brief(ReviewBoard board, string? grade) => grade is null ? null : RuleWords.Brief(board.Rules, grade);
}
