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
    /// <summary>The rows below the headers.</summary>
    [JsonIgnore]
    public IEnumerable<SheetRow> Rows => Sheet.Rows.Where(row => row.Number > HeaderRow);

    /// <summary>Whether not one column is known by its name.</summary>
    [JsonIgnore]
    public bool KnowsNothing => Columns.All(column => column.Field is null);

    /// <summary>By the headers found, as their columns are called.</summary>
    public static SheetColumns Of(ReadSheet sheet) => Below(sheet, HeaderRows.Of(sheet));

    /// <summary>By the headers that end with a row, as their columns are called.</summary>
    public static SheetColumns Of(ReadSheet sheet, int headerRow) => Below(sheet, HeaderRows.EndingWith(sheet, headerRow));

    private static SheetColumns Below(ReadSheet sheet, HeaderRows headers)
    {
        var rows = sheet.Rows.Where(row => row.Number > headers.Last).ToList();
        var taken = new HashSet<ImportField>();
        var columns = Enumerable.Range(0, Math.Max(headers.Width, rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count))).Select(at =>
        {
            var field = at < headers.Width && headers.FieldOf(at) is { } known && taken.Add(known) ? known : (ImportField?)null;
            return new SheetColumn(at, headers.NameOf(at), field, rows.Select(row => row[at]).FirstOrDefault(text => text.Length > 0) ?? "");
        });
        return new(sheet, headers.Last, [.. columns.Where(c => c.Header.Length > 0 || c.Example.Length > 0)]);
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
}
