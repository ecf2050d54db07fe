using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>The rows of the visible sheets of a workbook, read one after the other.</summary>
internal sealed class WorkbookRows
{
    private readonly List<string> _shared = [];
    private readonly CellStyles _styles;

    private WorkbookRows(WorkbookPart book)
    {
        if (book.SharedStringTablePart is { } shared) _shared = [.. Elements<SharedStringItem>(shared).Select(item => string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text)))];
        _styles = new(book);
    }

    /// <summary>Sheet by sheet, each read when it is asked for.</summary>
    public static IEnumerable<List<RawRow>> Of(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart ?? throw new InvalidDataException();
        var rows = new WorkbookRows(book);
        foreach (var sheet in book.Workbook?.Sheets?.Elements<Sheet>().Where(s => s.State?.Value is null || s.State.Value == SheetStateValues.Visible) ?? [])
            if (book.GetPartById(sheet.Id!.Value!) is WorksheetPart part) yield return rows.Of(part); // a sheet of a chart alone has no rows
    }

    private List<RawRow> Of(WorksheetPart sheet)
    {
        var rows = new List<RawRow>();
        foreach (var row in Elements<Row>(sheet))
        {
            RuleBrokenException.Unless(rows.Count < SheetReader.MostRows, "Import.TooManyRows", SheetReader.MostRows);
            rows.Add(new((int?)row.RowIndex?.Value ?? (rows.Count == 0 ? 1 : rows[^1].Number + 1), Cells(row)));
        }
        return rows;
    }

    private List<RawCell> Cells(Row row)
    {
        var cells = new List<RawCell>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= SheetReader.MostColumns) break;
            while (cells.Count < column) cells.Add(new("", IsText: false));
            cells.Add(Of(cell));
        }
        return cells;
    }

    private RawCell Of(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is not { } type || type == CellValues.Number) return new(_styles.NumberOf(cell, value), IsText: false);
        var font = _styles.FontOf(cell);
        if (type == CellValues.SharedString) return new(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : "", IsText: true, font);
        if (type == CellValues.InlineString) return new(cell.InlineString?.InnerText ?? "", IsText: true, font);
        if (type == CellValues.Date) return new(value.Length >= 10 ? value[..10] : value, IsText: false);
        return type == CellValues.String ? new(value, IsText: true, font) : new("", IsText: false); // what a formula could not count is nothing
    }

    /// <summary>"AB12" is column 27, from 0.</summary>
    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;

    private static IEnumerable<T> Elements<T>(OpenXmlPart part) where T : OpenXmlElement
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.ElementType == typeof(T) && reader.IsStartElement) yield return (T)reader.LoadCurrentElement()!;
    }
}
