using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrgManager.Common;

namespace OrgManager.Reports;

/// <summary>A table as a workbook: title and day above, a header that stays in sight, numbers as numbers, days as days and moments as moments.</summary>
public static class XlsxFile
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const uint Plain = 0, Bold = 1, Day = 2, Moment = 3;
    private const int NarrowestColumn = 8, WidestColumn = 60;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static byte[] Write(ExportTable table) => Write(("Sheet1", table));

    /// <summary>Several tables, each a sheet of its own name.</summary>
    public static byte[] Write(params IReadOnlyList<(string Sheet, ExportTable Table)> tables)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheets = new Sheets();
            foreach (var (name, table) in tables)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(table);
                sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = VietnameseText.Printable(name) });
            }
            book.Workbook = new(sheets);
        }
        return stream.ToArray();
    }

    private static Worksheet Sheet(ExportTable table)
    {
        var above = table.About.Count + 2; // title, lines about it, an empty row
        var rows = new SheetData();
        rows.Append(RowOf([table.Title], Bold));
        foreach (var line in table.About) rows.Append(RowOf([line], Plain));
        rows.Append(new Row());
        rows.Append(RowOf(table.Columns, Bold));
        foreach (var row in table.Rows) rows.Append(RowOf(row, Plain));
        var top = string.Create(CultureInfo.InvariantCulture, $"A{above + 2}");
        var pane = new Pane { VerticalSplit = above + 1, TopLeftCell = top, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        return new(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }), Widths(table), rows);
    }

    private static Columns Widths(ExportTable table) => new(table.Columns.Select((header, at) =>
    {
        var widest = table.Rows.Select(row => Shown(row[at]).Length).Append(header.Length).Max() + 2;
        return new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = Math.Clamp(widest, NarrowestColumn, WidestColumn), CustomWidth = true };
    }));

    private static Row RowOf(IEnumerable<object?> cells, uint style) => new(cells.Select(cell => CellOf(cell, style)));

    private static Cell CellOf(object? value, uint style) => value switch
    {
        null => new(),
        DateOnly day => new() { CellValue = new(day.DayNumber - Epoch.DayNumber), StyleIndex = Day },
        DateTime at => new() { CellValue = new(at.ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = Moment },
        int or long or decimal => new() { CellValue = new(Shown(value)), StyleIndex = style },
        _ => new() { DataType = CellValues.InlineString, InlineString = new(new Text(VietnameseText.Printable(Shown(value))) { Space = SpaceProcessingModeValues.Preserve }), StyleIndex = style },
    };

    private static string Shown(object? value) => value switch
    {
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "dd/mm/yyyy hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }));
}
