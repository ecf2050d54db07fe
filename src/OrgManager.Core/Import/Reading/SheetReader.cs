using System.Text;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>Reads the sheet of a workbook that holds a list, or a CSV file. What a file is says its content, not its name.</summary>
public static class SheetReader
{
    /// <summary>20 MB, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostRows = 20_000, MostColumns = 200, MostCells = 2_000_000;

    /// <summary>In characters; what stands in a cell beyond it is left out.</summary>
    public const int MostText = 2000;
    private const int SamplesShown = 8;

    /// <exception cref="RuleBrokenException">Import.Empty, Import.TooLarge, Import.OldWorkbook (.xls), Import.Unreadable, Import.TooMuchPacked, Import.TooManyRows, Import.TooManyCells.</exception>
    public static ReadSheet Read(string name, byte[] bytes)
    {
        RuleBrokenException.Unless(bytes.Length > 0, "Import.Empty", name);
        RuleBrokenException.Unless(bytes.Length <= MostBytes, "Import.TooLarge", name, MostBytes / 1024 / 1024);
        RuleBrokenException.Unless(!bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]), "Import.OldWorkbook", name);
        var sheet = bytes.AsSpan().StartsWith<byte>([0x50, 0x4B, 0x03, 0x04]) ? Workbook(name, bytes) : Unicode(name, CsvText.Rows(bytes));
        return sheet is { Rows.Count: > 0 } ? sheet : throw new RuleBrokenException("Import.Empty", name);
    }

    /// <summary>Rows that were copied out of a spreadsheet and pasted.</summary>
    /// <exception cref="RuleBrokenException">Import.TooManyRows, Import.TooManyCells.</exception>
    public static ReadSheet OfPasted(string text) => Unicode("", CsvText.Rows(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first sheet in which several columns are known, for the very first may be a cover; else the first that holds anything.</summary>
    private static ReadSheet? Workbook(string name, byte[] bytes)
    {
        try
        {
            using var book = new PackedBook(bytes);
            ReadSheet? first = null;
            foreach (var sheet in WorkbookRows.Of(book).Select(rows => Unicode(name, rows)).Where(sheet => sheet.Rows.Count > 0))
            {
                if (HeaderRows.Of(sheet).Known > 1) return sheet;
                first ??= sheet;
            }
            return first;
        }
        catch (UnpackedTooMuchException)
        {
            throw new RuleBrokenException("Import.TooMuchPacked", name, PackedBook.MostUnpacked / 1024 / 1024);
        }
        catch (Exception e) when (e is not RuleBrokenException) // a damaged file may throw anything
        {
            throw new RuleBrokenException("Import.Unreadable", name);
        }
    }

    /// <summary>Cell by cell by their fonts; where none tells, the sheet by its letters. A text that stands in many cells is read once.</summary>
    private static ReadSheet Unicode(string name, List<RawRow> rows)
    {
        var texts = rows.SelectMany(r => r.Cells).Where(c => c.IsText);
        var fonts = texts.Select(c => LegacyText.OfFont(c.Font)).FirstOrDefault(found => found is not null);
        var sheet = fonts is null ? LegacyText.OfTexts(texts.Select(c => c.Text)) : null;
        var samples = new List<LegacySample>();
        var known = new Dictionary<(string Text, LegacyEncoding? From, bool Capitals), string>();
        var read = rows.Select(r => new SheetRow(r.Number, [.. r.Cells.Select(TextOf)])).Where(r => !r.IsEmpty).ToList();
        return new(name, read, fonts ?? sheet, samples);

        string TextOf(RawCell cell)
        {
            var from = cell.IsText ? LegacyText.OfFont(cell.Font) ?? sheet : null;
            var key = (cell.Text, from, from is not null && cell.Font?.EndsWith('H') == true);
            return known.TryGetValue(key, out var text) ? text : known[key] = Read(key.Text, from, key.Item3);
        }

        string Read(string before, LegacyEncoding? from, bool capitals)
        {
            if (from is not { } encoding) return VietnameseText.Nfc(before);
            var text = LegacyText.Convert(before, encoding, capitals);
            if (samples.Count < SamplesShown && text != before && new LegacySample(before, text) is var sample && !samples.Contains(sample)) samples.Add(sample);
            return text;
        }
    }
}

/// <summary>A cell as the file has it.</summary>
internal readonly record struct RawCell(string Text, bool IsText, string? Font = null);

internal sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells);
