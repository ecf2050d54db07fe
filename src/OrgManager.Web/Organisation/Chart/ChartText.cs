namespace OrgManager.Web.Organisation.Chart;

/// <summary>Lines for a box: text in a drawing does not wrap by itself, and the server does not measure. Widths are those of Source Sans 3, rounded up.</summary>
internal static class ChartText
{
    /// <summary>At most <paramref name="lines"/> lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines)
    {
        var (wrapped, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }
            wrapped.Add(line);
            line = word;
        }
        wrapped.Add(line);
        return [.. wrapped.Take(lines).Select((part, at) => Cut(part + (at == lines - 1 && wrapped.Count > lines ? "…" : ""), width, size))];
    }

    public static double Width(string text, double size) => text.Sum(Of) * size;

    private static string Cut(string text, double width, double size)
    {
        if (Width(text, size) <= width) return text;
        var kept = text.TrimEnd('…').TrimEnd();
        while (kept.Length > 1 && Width(kept + "…", size) > width) kept = kept[..^1];
        return kept.TrimEnd() + "…";
    }

    private static double Of(char letter) => letter switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or 'i' or 'í' or 'ì' or 'ị' or 'ỉ' or 'ĩ' or 'j' or 'l' or 'I' or 'Í' or '|' => 0.27,
        'f' or 't' or 'r' or '-' or '(' or ')' => 0.36,
        'm' or 'w' or 'M' or 'W' or '—' => 0.86,
        _ when char.IsUpper(letter) => 0.63,
        _ => 0.54,
    };
}
