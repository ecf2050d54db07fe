using System.Globalization;
using System.Xml;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>The rows of the visible sheets of a workbook, read one after the other and cell by cell.</summary>
internal sealed class WorkbookRows
{
    private const int MostSheets = 200;

    private readonly PackedBook _book;
    private readonly List<string> _shared = [];
    private readonly CellStyles _styles;
    private readonly List<string> _sheets = [];

    private WorkbookRows(PackedBook book)
    {
        _book = book;
        var main = book.Named("").Values.FirstOrDefault(named => named.Kind == "officeDocument").Part ?? throw new InvalidDataException();
        var parts = book.Named(main);
        var from1904 = ReadSheets(main, parts);
        _styles = new(book, Part(parts, "styles"), from1904);
        if (Part(parts, "sharedStrings") is { } shared) ReadShared(shared);
    }

    /// <summary>Sheet by sheet, each read when it is asked for.</summary>
    public static IEnumerable<List<RawRow>> Of(PackedBook book)
    {
        var rows = new WorkbookRows(book);
        return rows._sheets.Select(rows.Rows);
    }

    /// <summary>Keeps the visible sheets, and tells from when the book counts days. A sheet of a chart alone has no rows.</summary>
    private bool ReadSheets(string main, Dictionary<string, (string Kind, string Part)> parts)
    {
        var from1904 = false;
        using var xml = _book.Open(main) ?? throw new InvalidDataException();
        while (xml.Read())
            switch (xml)
            {
                case { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "workbookPr" }:
                    from1904 = xml.GetAttribute("date1904") is "1" or "true";
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 2, LocalName: "sheet" } when _sheets.Count < MostSheets && xml.GetAttribute("state") is null or "visible":
                    if (parts.TryGetValue(IdOf(xml), out var named) && named.Kind == "worksheet") _sheets.Add(named.Part);
                    break;
                default: break;
            }
        return from1904;
    }

    private void ReadShared(string part)
    {
        using var xml = _book.Open(part);
        while (xml?.Read() == true && _shared.Count < SheetReader.MostCells)
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "si" }) _shared.Add(XmlText.In(xml, "t", SheetReader.MostText));
    }

    private List<RawRow> Rows(string sheet)
    {
        var (rows, number, next, cells) = (new List<RawRow>(), 0, 0, new List<RawCell>());
        var limit = new RowLimit();
        using var xml = _book.Open(sheet) ?? throw new InvalidDataException();
        while (xml.Read())
            switch (xml)
            {
                case { NodeType: XmlNodeType.Element, Depth: 2, LocalName: "row" }:
                    number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : number + 1;
                    (cells, next) = ([], 0);
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 3, LocalName: "c" }:
                    var at = xml.GetAttribute("r") is { } reference && ColumnOf(reference) is >= 0 and var named ? Math.Max(named, cells.Count) : next; // one that says not where it stands stands behind the one before, and be that empty
                    next = at + 1;
                    if (at >= SheetReader.MostColumns || CellOf(xml) is not { Text.Length: > 0 } cell) break;
                    if (cells.Count == 0) rows.Add(new(number, cells));
                    limit.Count(rows.Count, at + 1 - cells.Count);
                    while (cells.Count < at) cells.Add(new("", IsText: false));
                    cells.Add(cell);
                    break;
                default: break;
            }
        return rows;
    }

    private RawCell CellOf(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t") ?? "n", int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : -1);
        var value = XmlText.In(xml, type == "inlineStr" ? "t" : "v", SheetReader.MostText);
        return type switch
        {
            "n" => new(_styles.NumberOf(style, value), IsText: false),
            "s" => new(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : "", IsText: true, _styles.FontOf(style)),
            "inlineStr" or "str" => new(value, IsText: true, _styles.FontOf(style)),
            "d" => new(value.Length >= 10 ? value[..10] : value, IsText: false),
            _ => new("", IsText: false), // what a formula could not count is nothing
        };
    }

    private static string? Part(Dictionary<string, (string Kind, string Part)> parts, string kind) => parts.Values.FirstOrDefault(named => named.Kind == kind).Part;

    /// <summary>Of the attributes of a sheet the one that names its part is of another namespace, which books write in two ways.</summary>
    private static string IdOf(XmlReader sheet)
    {
        var id = "";
        while (sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id") id = sheet.Value;
        sheet.MoveToElement();
        return id;
    }

    /// <summary>"AB12" is column 27, from 0; -1 where it names none.</summary>
    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Take(4).Aggregate(0, (column, letter) => column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;
}
