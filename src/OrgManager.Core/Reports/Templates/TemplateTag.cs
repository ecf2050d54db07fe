using System.Globalization;
using System.Text.RegularExpressions;

namespace OrgManager.Reports.Templates;

/// <summary>What stands between double braces: a name; the begin of a section (#), of one for where there is nothing (^), or its end (/).</summary>
internal enum TagKind { Name, Begin, BeginUnless, End }

/// <param name="Name">As it is looked for; <paramref name="Capitals"/>: it was written in capitals, and so is what it says.</param>
/// <param name="At">Where it begins in the text it was found in, and how long it is.</param>
internal sealed partial record TemplateTag(TagKind Kind, string Name, bool Capitals, int At, int Length)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public bool Begins => Kind is TagKind.Begin or TagKind.BeginUnless;

    public static IReadOnlyList<TemplateTag> In(string text) => text.Contains("{{", StringComparison.Ordinal) ? [.. Pattern().Matches(text).Select(Of)] : [];

    /// <summary>A single tag, and nothing else but blanks.</summary>
    public static TemplateTag? Alone(string text) => In(text) is [var only] && text.Trim().Length == only.Length ? only : null;

    /// <summary>What is left of double braces where no tag was made out; null if there are none.</summary>
    public static string? Broken(string text)
    {
        var rest = text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal) ? Pattern().Replace(text, "") : "";
        var at = Math.Max(rest.IndexOf("{{", StringComparison.Ordinal), rest.IndexOf("}}", StringComparison.Ordinal));
        return at < 0 ? null : rest[Math.Max(0, at - 10)..Math.Min(rest.Length, at + 25)].Trim();
    }

    public string Written(string text) => Capitals ? text.ToUpper(Vietnamese) : text;

    private static TemplateTag Of(Match match)
    {
        var (mark, name) = (match.Groups[1].Value, match.Groups[2].Value);
        var kind = mark switch { "#" => TagKind.Begin, "^" => TagKind.BeginUnless, "/" => TagKind.End, _ => TagKind.Name };
        return new(kind, name, name.Any(char.IsUpper) && !name.Any(char.IsLower), match.Index, match.Length);
    }

    [GeneratedRegex(@"\{\{\s*([#^/]?)\s*([\p{L}\p{N}][\p{L}\p{N}._-]*)\s*\}\}")]
    private static partial Regex Pattern();
}
