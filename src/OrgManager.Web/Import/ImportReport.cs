using Microsoft.Extensions.Localization;
using OrgManager.Import;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Import;

/// <summary>The file as it came, with what the check said beside each row: to be mended there, and imported again as it is.</summary>
internal static class ImportReport
{
    public static ExportTable Of(IStringLocalizer<Texts> t, SheetColumns sheet, ImportCheck check, DateOnly on)
    {
        var told = check.Rows.ToDictionary(row => row.Number);
        return new(t["Import.ReportTitle", sheet.Sheet.Name], [t["Import.ReportDay", Format.Day(on)]],
            [t["Import.Row"], t["Import.State"], t["Import.ReportProblem"], t["Import.ReportChange"], .. sheet.Columns.Select(c => c.Header)],
            [.. sheet.Rows.Select(row => (IReadOnlyList<object?>)[.. told.TryGetValue(row.Number, out var one) ? Said(t, one) : [null, null, null, null], .. sheet.Columns.Select(c => row[c.Index] is { Length: > 0 } text ? text : null)])]);
    }

    private static object?[] Said(IStringLocalizer<Texts> t, ImportRow row) =>
    [
        row.Number, t[$"ImportState.{row.State}"].Value, Joined(row.Problems.Select(t.Problem)),
        Joined(row.Changes.Select(c => $"{t.Name(c.Field)}: {(c.Before is null ? "" : $"{t.Value(c.Before)} → ")}{t.Value(c.After)}")),
    ];

    private static string? Joined(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } text ? text : null;
}
