namespace OrgManager.Access;

/// <summary>Which columns of which list an account hides, as one text: "staff:born,sex;cells:covers".</summary>
internal static class ColumnChoice
{
    public const int Length = 1000;

    public static IReadOnlySet<string> Of(string kept, string list) =>
        Lists(kept).TryGetValue(list, out var columns) ? columns.ToHashSet() : new HashSet<string>();

    /// <summary>The text with another choice for one list.</summary>
    /// <exception cref="ArgumentException">A name is not of small letters alone.</exception>
    public static string With(string kept, string list, IEnumerable<string> columns)
    {
        var chosen = columns.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (chosen.Append(list).Any(name => name.Length == 0 || !name.All(char.IsAsciiLetterLower))) throw new ArgumentException("Lists and columns are named by small letters.", nameof(columns));
        var lists = Lists(kept);
        lists[list] = chosen;
        return string.Join(';', lists.Where(l => l.Value.Length > 0).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}:{string.Join(',', l.Value)}"));
    }

    private static Dictionary<string, string[]> Lists(string kept) =>
        kept.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).ToDictionary(part => part[0], part => part[1].Split(','));
}
