using System.Text;

namespace OrgManager.Import;

/// <summary>Comma-, semicolon- or tab-separated text, in Unicode as Excel saves it or, byte by byte, as before Unicode. Of a line no more is taken than a list may have columns, of a field no more than a cell may hold.</summary>
internal sealed class CsvText
{
    private const int LinesWeighed = 40;
    private const string Delimiters = ";\t,"; // of equal ones the first
    private readonly string _text;
    private readonly char _delimiter;
    private int _at;

    private CsvText(string text) => (_text, _delimiter) = (text, DelimiterOf(text));

    /// <summary>What the most of the first lines hold equally often: a title above the list has commas of its own, and so have the texts in it.</summary>
    private static char DelimiterOf(string text)
    {
        var lines = Counted(text);
        return Delimiters.Select((delimiter, at) => (delimiter, Often: lines.Select(line => line[at]).Where(count => count > 0).CountBy(count => count).OrderByDescending(times => (times.Value, times.Key)).FirstOrDefault()))
            .MaxBy(found => (found.Often.Value, found.Often.Key)).delimiter;
    }

    /// <summary>How often each delimiter stands in each of the first lines, outside quotation marks.</summary>
    private static List<int[]> Counted(string text)
    {
        var lines = new List<int[]> { new int[Delimiters.Length] };
        var (quoted, before) = (false, '\n');
        foreach (var letter in text)
        {
            if (letter == '"' && (quoted || before is '"' or '\n' || Delimiters.Contains(before, StringComparison.Ordinal))) quoted = !quoted;
            else if (!quoted && letter == '\n' && lines.Count == LinesWeighed) break;
            else if (!quoted && letter == '\n') lines.Add(new int[Delimiters.Length]);
            else if (!quoted && Delimiters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at) lines[^1][at]++;
            before = letter;
        }
        return lines;
    }

    public static List<RawRow> Rows(byte[] bytes)
    {
        var (csv, rows, limit) = (new CsvText(Decoded(bytes)), new List<RawRow>(), new RowLimit());
        for (var number = 1; csv._at < csv._text.Length; number++)
            if (csv.Row() is { Count: > 0 } cells)
            {
                limit.Count(rows.Count + 1, cells.Count);
                rows.Add(new(number, cells));
            }
        return rows;
    }

    /// <summary>Up to the end of the line; none where nothing stands in it.</summary>
    private List<RawCell> Row()
    {
        var cells = new List<RawCell>();
        for (var (column, filled) = (0, 0); ; column++)
        {
            var text = Armed(Field().Trim());
            if (column < SheetReader.MostColumns)
            {
                cells.Add(new(text, IsText: true));
                if (text.Length > 0) filled = cells.Count;
            }
            if (_at < _text.Length && _text[_at++] == _delimiter) continue;
            if (_at < _text.Length && _text[_at - 1] == '\r' && _text[_at] == '\n') _at++;
            cells.RemoveRange(filled, cells.Count - filled);
            return cells;
        }
    }

    /// <summary>Up to the delimiter or end of line that follows.</summary>
    private string Field()
    {
        if (_at < _text.Length && _text[_at] == '"') return Quoted();
        var end = _text.AsSpan(_at).IndexOfAny(_delimiter, '\r', '\n') is >= 0 and var length ? _at + length : _text.Length;
        var field = _text.Substring(_at, Math.Min(end - _at, SheetReader.MostText));
        _at = end;
        return field;
    }

    /// <summary>Between quotation marks delimiters and ends of lines are letters, and two marks are one.</summary>
    private string Quoted()
    {
        var (field, quoted) = (new StringBuilder(), true);
        for (_at++; _at < _text.Length; _at++)
        {
            var letter = _text[_at];
            if (quoted && letter == '"' && !(_at + 1 < _text.Length && _text[_at + 1] == '"'))
            {
                quoted = false;
                continue;
            }
            if (quoted && letter == '"') _at++;
            else if (!quoted && (letter == _delimiter || letter is '\r' or '\n')) break;
            if (field.Length < SheetReader.MostText) field.Append(letter);
        }
        return field.ToString();
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
