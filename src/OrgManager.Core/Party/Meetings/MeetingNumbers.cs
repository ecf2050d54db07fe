using System.Globalization;

namespace OrgManager.Party;

/// <summary>Numbers of minutes go on from the last: "05-BB/CB" is followed by "06-BB/CB"; with each term of the cell they begin anew.</summary>
public static class MeetingNumbers
{
    public const string First = "01-BB/CB";

    /// <summary>As wide as the last was; where it begins with no number, none is known.</summary>
    public static string? After(string? last) =>
        last is null ? First : Digits(last) is { } digits ? (int.Parse(last[..digits], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0') + last[digits..] : null;

    /// <summary>The first of a term, written as the last of the term before was.</summary>
    public static string? Anew(string? last) => last is null ? First : Digits(last) is { } digits ? "1".PadLeft(Math.Min(digits, 2), '0') + last[digits..] : null;

    private static int? Digits(string number) => number.TakeWhile(char.IsAsciiDigit).Count() is > 0 and <= 6 and var digits ? digits : null;
}
