using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Rows of a spreadsheet as texts: pasted out of one, or its first sheet as a file. Days come as a spreadsheet counts them.</summary>
public static class SheetRows
{
    public const int MostBytes = 5 * 1024 * 1024, MostRows = 5000, MostColumns = 60;

    /// <summary>Cells parted by tabs, or else by semicolons.</summary>
    /// <exception cref="RuleBrokenException">SheetRows.TooMany.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> OfText(string text)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = text.Contains('\t', StringComparison.Ordinal) ? "\t" : ";", BadDataFound = null, IgnoreBlankLines = false });
        var rows = new List<IReadOnlyList<string>>();
        while (parser.Read())
        {
            rows.Add([.. (parser.Record ?? []).Take(MostColumns)]);
            Demand(rows.Count);
        }
        return rows;
    }

    /// <exception cref="RuleBrokenException">SheetRows.TooLarge, SheetRows.NoWorkbook, SheetRows.TooMany.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> OfWorkbookAsync(Stream content, CancellationToken ct = default)
    {
        using var kept = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = await content.ReadAsync(part, ct)) > 0; kept.Write(part, 0, read)) RuleBrokenException.Unless(kept.Length + read <= MostBytes, "SheetRows.TooLarge", MostBytes / 1024 / 1024);
        try
        {
            using var file = SpreadsheetDocument.Open(kept, isEditable: false);
            return Rows(file.WorkbookPart ?? throw new InvalidDataException());
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or OpenXmlPackageException or System.Xml.XmlException or ArgumentOutOfRangeException)
        {
            throw new RuleBrokenException("SheetRows.NoWorkbook");
        }
    }

    private static List<IReadOnlyList<string>> Rows(WorkbookPart book)
    {
        var first = book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException();
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(s => s.InnerText).ToList() ?? [];
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in ((WorksheetPart)book.GetPartById(first)).Worksheet!.Descendants<Row>())
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var at = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
                if (at >= MostColumns) continue;
                while (cells.Count < at) cells.Add("");
                cells.Add(Text(cell, shared));
            }
            rows.Add(cells);
            Demand(rows.Count);
        }
        return rows;
    }

    private static string Text(Cell cell, List<string> shared) => cell.DataType?.Value switch
    {
        var type when type == CellValues.SharedString => shared[int.Parse(cell.CellValue?.Text ?? "0", CultureInfo.InvariantCulture)],
        var type when type == CellValues.InlineString => cell.InlineString?.InnerText ?? "",
        _ => cell.CellValue?.Text ?? "",
    };

    /// <summary>From 0: that of "C7" is 2.</summary>
    private static int Column(string reference) => reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (at, letter) => at * 26 + letter - 'A' + 1) - 1;

    private static void Demand(int rows) => RuleBrokenException.Unless(rows <= MostRows, "SheetRows.TooMany", MostRows);
}
