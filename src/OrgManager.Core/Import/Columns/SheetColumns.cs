using System.Text.Json.Serialization;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>One column of a sheet: where, what stands over it, what it is taken for, and the first of what it holds.</summary>
public sealed record SheetColumn(int Index, string Header, ImportField? Field, string Example)
{
    /// <summary>"A", "AB", as Excel names it.</summary>
    [JsonIgnore]
    public string Letter => Letters(Index);

    private static string Letters(int index) => (index < 26 ? "" : Letters(index / 26 - 1)) + (char)('A' + index % 26);
}

/// <summary>A sheet with the meaning of its columns: found by itself, or as somebody said.</summary>
/// <param name="HeaderRow">Number of the (last) row of headers, as Excel counts.</param>
public sealed record SheetColumns(ReadSheet Sheet, int HeaderRow, IReadOnlyList<SheetColumn> Columns)
{
    private const int SearchedRows = 40;

    /// <summary>The rows below the headers.</summary>
    [JsonIgnore]
    public IEnumerable<SheetRow> Rows => Sheet.Rows.Where(row => row.Number > HeaderRow);

    /// <summary>Takes the row in which most columns are known for the header; a second one below it, as over merged cells, says more than the first.</summary>
    /// <exception cref="RuleBrokenException">Import.NoHeader: in none of the first rows is a column known.</exception>
    public static SheetColumns Of(ReadSheet sheet)
    {
        var tops = sheet.Rows.Take(SearchedRows).ToList();
        var best = tops.Select((row, at) => (Row: row, At: at, Known: KnownIn(row))).Where(r => r.Known > 0).OrderByDescending(r => r.Known).ThenBy(r => r.At).Select(r => ((SheetRow Row, int At)?)(r.Row, r.At)).FirstOrDefault()
            ?? throw new RuleBrokenException("Import.NoHeader", sheet.Name);
        var (upper, lower) = (best.Row, best.At + 1 < tops.Count && IsSecond(best.Row, tops[best.At + 1]) ? tops[best.At + 1] : null);
        var rows = sheet.Rows.Where(r => r.Number > (lower ?? upper).Number).ToList();
        var taken = new HashSet<ImportField>();
        var columns = Enumerable.Range(0, Math.Max(upper.Cells.Count, lower?.Cells.Count ?? 0)).Select(at =>
        {
            var (above, below) = (upper[at], lower?[at] ?? "");
            var field = ColumnNames.Of(below) ?? ColumnNames.Of(above);
            if (field is { } known && !taken.Add(known)) field = null;
            return new SheetColumn(at, below.Length == 0 ? above : above.Length == 0 ? below : $"{above} / {below}", field, rows.Select(r => r[at]).FirstOrDefault(text => text.Length > 0) ?? "");
        });
        return new(sheet, (lower ?? upper).Number, [.. columns.Where(c => c.Header.Length > 0 || c.Example.Length > 0)]);
    }

    /// <summary>The same with a column taken for something else; whatever was that before is no more.</summary>
    public SheetColumns With(int index, ImportField? field) => this with
    {
        Columns = [.. Columns.Select(c => c.Index == index ? c with { Field = field } : field is not null && c.Field == field ? c with { Field = null } : c)],
    };

    /// <param name="mapping">Field by the header or the letter of its column, null for "not in this file".</param>
    /// <exception cref="RuleBrokenException">Import.ColumnUnknown: no column is called so.</exception>
    public SheetColumns With(IReadOnlyDictionary<ImportField, string?> mapping)
    {
        var mapped = this with { Columns = [.. Columns.Select(c => c.Field is { } field && mapping.ContainsKey(field) ? c with { Field = null } : c)] };
        foreach (var (field, name) in mapping)
            if (name is not null)
                mapped = mapped.With((Columns.FirstOrDefault(c => ColumnNames.Folded(c.Header) == ColumnNames.Folded(name)) ?? Columns.FirstOrDefault(c => c.Letter.Equals(name, StringComparison.OrdinalIgnoreCase))
                    ?? throw new RuleBrokenException("Import.ColumnUnknown", name)).Index, field);
        return mapped;
    }

    internal int? IndexOf(ImportField field) => Columns.FirstOrDefault(c => c.Field == field)?.Index;

    private static int KnownIn(SheetRow row) => row.Cells.Select(ColumnNames.Of).OfType<ImportField>().Distinct().Count();

    /// <summary>It names columns, and only where the row above leaves something to say: under a merged cell, or under one that is divided.</summary>
    private static bool IsSecond(SheetRow upper, SheetRow row) => row.Number == upper.Number + 1 && KnownIn(row) > 0
        && row.Cells.All(cell => cell.Length == 0 || ColumnNames.Of(cell) is not null || !cell.Any(char.IsDigit));
}
