using System.Globalization;
using System.Text.RegularExpressions;

namespace OrgManager.Web.Common;

/// <summary>Reads a day as people type it: day before month, any separator or none, two digits of a year are enough.</summary>
public static partial class DayParser
{
    private static readonly DateOnly First = new(1900, 1, 1), Last = new(2199, 12, 31);

    /// <summary>Exactly yyyy-MM-dd, as addresses have it.</summary>
    public static bool TryParseIso(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && IsUsable(day);

    /// <summary>"1/3/26", "01.03.2026", "010320", "01032020", "2019-10-21"; without a year ("1/3") that of <paramref name="near"/>.</summary>
    public static bool TryParse(string? text, DateOnly near, out DateOnly day)
    {
        day = default;
        var typed = text?.Trim() ?? "";
        return (YearFirst().Match(typed) is { Success: true } iso && Make(iso, near, out day))
            || (WithoutSeparators().Match(typed) is { Success: true } digits && Make(digits, near, out day))
            || (DayFirst().Match(typed) is { Success: true } loose && Make(loose, near, out day));
    }

    private static bool Make(Match match, DateOnly near, out DateOnly day)
    {
        day = default;
        var year = match.Groups["y"] is { Success: true } typed ? Year(typed.Value) : near.Year;
        var (month, dayOfMonth) = (Number(match.Groups["m"].Value), Number(match.Groups["d"].Value));
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, dayOfMonth);
        return IsUsable(day);
    }

    /// <summary>Of two digits, 70 to 99 are of the last century.</summary>
    private static int Year(string typed) => Number(typed) is var year && typed.Length == 2 ? year + (year < 70 ? 2000 : 1900) : year;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsUsable(DateOnly day) => First <= day && day <= Last;

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/. ](?<m>[0-9]{1,2})[-/. ](?<d>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutSeparators();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[-/. ]+(?<m>[0-9]{1,2})([-/. ]+(?<y>[0-9]{4}|[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();
}
