namespace OrgManager.Import;

/// <summary>The row of headers, or up to three of them as over merged cells: of a column the lowest name that is known says what it is.</summary>
internal sealed class HeaderRows
{
    private const int SearchedRows = 40, MostLevels = 3;

    private readonly IReadOnlyList<SheetRow> _levels;

    private HeaderRows(IReadOnlyList<SheetRow> levels)
    {
        _levels = levels;
        Width = levels.Max(level => level.Cells.Count);
        Known = Enumerable.Range(0, Width).Select(FieldOf).OfType<ImportField>().Distinct().Count();
    }

    /// <summary>Number of the last row, as Excel counts.</summary>
    public int Last => _levels[^1].Number;
    public int Width { get; }

    /// <summary>How many fields are named.</summary>
    public int Known { get; }

    /// <summary>Those in which most columns are known; where none is in any, the first of the fullest rows.</summary>
    public static HeaderRows Of(ReadSheet sheet)
    {
        var tops = sheet.Rows.Take(SearchedRows).ToList();
        return Best(tops.SelectMany((_, at) => EndingAt(tops, at)).Where(headers => headers.Known > 0)) ?? new([tops.MaxBy(row => row.Cells.Count(cell => cell.Length > 0))!]);
    }

    /// <summary>Those that end with a row somebody has chosen, or else with the last one above it.</summary>
    public static HeaderRows EndingWith(ReadSheet sheet, int number)
    {
        var tops = sheet.Rows.TakeWhile(row => row.Number <= number).DefaultIfEmpty(sheet.Rows[0]).TakeLast(MostLevels).ToList();
        return Best(EndingAt(tops, tops.Count - 1))!;
    }

    public ImportField? FieldOf(int column) => _levels.Reverse().Select(level => ColumnNames.Of(level[column])).FirstOrDefault(field => field is not null);

    /// <summary>What stands over a column, from above to below.</summary>
    public string NameOf(int column) => string.Join(" / ", _levels.Select(level => level[column]).Where(text => text.Length > 0));

    private static HeaderRows? Best(IEnumerable<HeaderRows> some) => some.OrderByDescending(headers => headers.Known).ThenBy(headers => headers._levels.Count).ThenBy(headers => headers.Last).FirstOrDefault();

    private static IEnumerable<HeaderRows> EndingAt(List<SheetRow> rows, int last)
    {
        for (var first = last; first >= 0 && last - first < MostLevels; first--)
        {
            if (first < last && rows[first].Number + 1 != rows[first + 1].Number) yield break;
            var levels = rows[first..(last + 1)];
            if (first == last || levels[0].Cells.Count(cell => cell.Length > 0) > 1 && levels[^1].Cells.Any(cell => ColumnNames.Of(cell) is not null) && IsAbove(levels)) yield return new(levels);
        }
    }

    /// <summary>The rows below the first name columns, and nobody: under the headers of name and number they are empty, where cells are merged.</summary>
    private static bool IsAbove(List<SheetRow> levels) => levels.Index().Skip(1).All(level => Enumerable.Range(0, level.Item.Cells.Count).All(at =>
        level.Item[at] is { Length: 0 } || ColumnNames.Of(level.Item[at]) is not null
        || !level.Item[at].Any(char.IsDigit) && !levels.Take(level.Index).Any(above => ColumnNames.Of(above[at]) is ImportField.Code or ImportField.Name)));
}
