using System.Globalization;

namespace OrgManager.Common;

/// <summary>A day of every year, as rules write it: "02-03" is 3 February.</summary>
internal static class MonthDay
{
    private const int LeapYear = 2000;

    public static bool IsMonthDay(string said) => Read(said) is not null;

    public static (int Month, int Day) Of(string said) => Read(said) is { } day ? (day.Month, day.Day) : throw new FormatException(said);

    private static DateOnly? Read(string said) =>
        DateOnly.TryParseExact($"{LeapYear}-{said}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
