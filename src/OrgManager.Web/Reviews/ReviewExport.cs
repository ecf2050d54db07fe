using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews;

/// <summary>A year's boards as a table that leaves the house: the rows and columns of the page, one committee below the other; a grade only proposed has a column of its own.</summary>
internal static class ReviewExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, ReviewYears years)
    {
        var grades = years.Boards.SelectMany(board => board.Rules.Grades).Select(grade => grade.Code).Distinct().ToList();
        IReadOnlyList<object?> Row(ReviewBoard board, BoardCell cell) =>
        [
            board.Year, board.Committee.Name, cell.Cell.Code, cell.Cell.Name, cell.Entered, cell.Members, .. grades.Select(grade => (object?)cell.ByGrade.GetValueOrDefault(grade)),
            cell.NotGraded, cell.MinutesNumber, cell.MeetingOn, cell.Grade, cell.Proposed,
        ];
        return new(t["Reviews.Title"], [.. years.Boards.Select(board => RuleWords.Basis(board.Rules)).Distinct()],
            [
                t["Reviews.Year"], t["Reviews.Committee"], t["Export.CellCode"], t["Cell"], t["Reviews.Entered"], t["Members.All"], .. grades, t["Reviews.NotGraded"],
                t["Reviews.Minutes"], t["Export.MeetingOn"], t["Reviews.CellGrade"], t["Export.GradeProposed"],
            ],
            [.. years.Boards.SelectMany(board => board.ByCell.Select(cell => Row(board, cell)))]);
    }
}
