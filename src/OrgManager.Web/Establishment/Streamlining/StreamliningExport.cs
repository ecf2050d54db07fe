using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Streamlining;

/// <summary>Danh sách tinh giản biên chế in its 27 official columns; what the system does not know stays empty, to be filled in by hand.</summary>
internal static class StreamliningExport
{
    private const int Columns = 27;

    public static ExportTable Table(IStringLocalizer<Texts> t, IReadOnlyList<StreamliningRegisterRow> rows) => new(
        t["Streamlining.Register"], [], [.. Enumerable.Range(1, Columns).Select(column => t[$"Streamlining.Column{column}"].Value)], [.. rows.Select((row, at) => Row(t, row, at + 1))]);

    private static List<object?> Row(IStringLocalizer<Texts> t, StreamliningRegisterRow row, int number)
    {
        var cells = new object?[Columns];
        (cells[0], cells[1], cells[2]) = (number, row.Case.Person.FullName, row.Born);
        cells[4] = $"{Language.Pick(row.Case.Post, row.Case.PostEn)}, {row.Case.Unit.Name}";
        if (row.Salary is { } salary) (cells[5], cells[6]) = (salary.Coefficient, salary.From);
        if (row.Before is { } before) (cells[15], cells[16]) = (before.Coefficient, before.From);
        (cells[20], cells[21]) = (row.Case.LeavesOn, t["Streamlining.Age", row.AgeYears, row.AgeMonths].Value);
        if (row.Case.Facts is { } facts) (cells[25], cells[26]) = ($"{StreamliningRules.Reason(facts.Reason).Code}: {StreamliningWords.Reason(facts.Reason)}; {StreamliningWords.Policy(facts.Policy)}", facts.Note);
        return [.. cells];
    }
}
