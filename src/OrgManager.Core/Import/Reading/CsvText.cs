using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using OrgManager.Common;

namespace OrgManager.Import;

/// <summary>Comma-, semicolon- or tab-separated text, in Unicode as Excel saves it or, byte by byte, as before Unicode.</summary>
internal static class CsvText
{
    private static readonly string[] Delimiters = [";", "\t", ","];

    public static List<RawRow> Rows(byte[] bytes)
    {
        var text = Decoded(bytes);
        var first = text.Split('\n', 2)[0];
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null, MissingFieldFound = null, Delimiter = Delimiters.MaxBy(d => first.Split(d).Length)! };
        using var csv = new CsvParser(new StringReader(text), configuration);
        var rows = new List<RawRow>();
        while (csv.Read())
        {
            RuleBrokenException.Unless(rows.Count < SheetReader.MostRows, "Import.TooManyRows", SheetReader.MostRows);
            rows.Add(new(csv.RawRow, [.. (csv.Record ?? []).Take(SheetReader.MostColumns).Select(cell => new RawCell(Armed(cell.Trim()), IsText: true))]));
        }
        return rows;
    }

    /// <summary>Takes off what our own export put before a text that a spreadsheet would take for a formula.</summary>
    private static string Armed(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private static string Decoded(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        var from = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, from, bytes.Length - from);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
