using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>The annex as a workbook in the layout of the decree: one A4 sheet across, groups of columns under their day, sums in bold. It is a Vietnamese document in any language of the screen.</summary>
public static class PlanAnnexFile
{
    private const uint Title = 1, Head = 2, Text = 3, Figure = 4, SumText = 5, SumFigure = 6, Note = 7;

    public static byte[] Write(PlanAnnex annex)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = Sheet(annex);
            book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = $"Phu luc {annex.Number}" }));
        }
        return stream.ToArray();
    }

    private static Worksheet Sheet(PlanAnnex annex)
    {
        var (width, last) = (annex.Categories.Count + 1, 3 + 3 * (annex.Categories.Count + 1) + 1);
        var (rows, merges) = (new SheetData(), new List<string>());
        void Across(string text, uint style)
        {
            rows.Append(RowOf([text, .. Enumerable.Repeat<object?>(null, last - 1)], style));
            merges.Add($"A{rows.Count()}:{Column(last)}{rows.Count()}");
        }
        Across($"Phụ lục {annex.Number}", Title);
        Across($"Kế hoạch {PlanAnnexWords.Subject(annex)}".ToUpper(CultureInfo.GetCultureInfo("vi-VN")), Title);
        Across(annex.Unit.Name, Title);
        rows.Append(new Row());
        Heads(annex, rows, merges, width, last);
        foreach (var (at, row) in annex.Rows.Index()) rows.Append(Line(annex, row, at + 1, Text, Figure));
        rows.Append(Line(annex, annex.Total with { Name = "Tổng cộng" }, null, SumText, SumFigure));
        rows.Append(new Row());
        Across(PlanAnnexWords.Days(annex), Note);
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }), Columns(last), rows, new MergeCells(merges.Select(range => new MergeCell { Reference = range })),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 }, new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    private static void Heads(PlanAnnex annex, SheetData rows, List<string> merges, int width, int last)
    {
        var groups = PlanAnnexWords.Groups(annex);
        IEnumerable<object?> Wide(string text) => [text, .. Enumerable.Repeat<object?>(null, width - 1)];
        rows.Append(RowOf(["TT", "Loại hình tổ chức", "Số lượng tổ chức", .. groups.SelectMany(Wide), PlanAnnexWords.Difference], Head));
        rows.Append(RowOf([null, null, null, .. groups.SelectMany(_ => annex.Categories.Select(c => (object?)PlanAnnexWords.Names[c]).Prepend("Tổng")), null], Head));
        rows.Append(RowOf(Enumerable.Range(1, last).Select(n => (object?)$"({n})"), Head));
        var top = rows.Count() - 2;
        foreach (var column in new[] { 1, 2, 3, last }) merges.Add($"{Column(column)}{top}:{Column(column)}{top + 1}");
        for (var group = 0; group < groups.Length; group++) merges.Add($"{Column(4 + group * width)}{top}:{Column(3 + (group + 1) * width)}{top}");
    }

    private static Row Line(PlanAnnex annex, AnnexRow row, int? number, uint text, uint figure)
    {
        IEnumerable<object?> Of(PostCounts counts) => annex.Categories.Select(c => (object?)counts[c]).Prepend(annex.Sum(counts));
        var cells = new List<Cell> { CellOf(number, figure), CellOf(row.Name, text), CellOf(row.Units, figure) };
        cells.AddRange(Of(row.Assigned).Concat(Of(row.Present)).Concat(Of(row.Planned)).Append(annex.Sum(row.Planned) - annex.Sum(row.Assigned)).Select(value => CellOf(value, figure)));
        return new(cells);
    }

    private static string Column(int number) => ((char)('A' + number - 1)).ToString(); // at most 16

    private static Columns Columns(int last) => new(Enumerable.Range(1, last).Select(at => new Column { Min = (uint)at, Max = (uint)at, Width = at switch { 1 => 6, 2 => 36, _ => 12 }, CustomWidth = true }));

    private static Row RowOf(IEnumerable<object?> cells, uint style) => new(cells.Select(cell => CellOf(cell, style)));

    private static Cell CellOf(object? value, uint style) => value switch
    {
        null => new() { StyleIndex = style },
        int number => new() { CellValue = new(number), StyleIndex = style },
        _ => new() { DataType = CellValues.InlineString, InlineString = new(new Text(VietnameseText.Printable((string)value)) { Space = SpaceProcessingModeValues.Preserve }), StyleIndex = style },
    };

    private static Stylesheet Styles()
    {
        static Font Of(bool bold, bool italic) => new(new OpenXmlElement?[] { bold ? new Bold() : null, italic ? new Italic() : null, new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" } }.OfType<OpenXmlElement>());
        static CellFormat Format(uint font, bool framed, HorizontalAlignmentValues at, uint number = 0) => new(new Alignment { Horizontal = at, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font, BorderId = framed ? 1u : 0, NumberFormatId = number, ApplyFont = true, ApplyBorder = framed, ApplyAlignment = true, ApplyNumberFormat = number != 0,
        };
        static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin };
        return new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0;-#,##0;0" }),
            new Fonts(Of(false, false), Of(true, false), Of(false, true)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(), new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>())),
            new CellFormats(
                Format(0, false, HorizontalAlignmentValues.General), Format(1, false, HorizontalAlignmentValues.Center), Format(1, true, HorizontalAlignmentValues.Center), Format(0, true, HorizontalAlignmentValues.Left),
                Format(0, true, HorizontalAlignmentValues.Right, 164), Format(1, true, HorizontalAlignmentValues.Left), Format(1, true, HorizontalAlignmentValues.Right, 164), Format(2, false, HorizontalAlignmentValues.Left)));
    }
}
