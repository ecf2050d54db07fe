using System.Globalization;
using OrgManager.Decisions;

namespace OrgManager.Web.Decisions.Pending;

/// <summary>What the address of the calendar asks for; the page and its export read it alike. "in" is a year or a month: 2027, 2027-07.</summary>
public static class PendingAddress
{
    public const string Area = "area", Unit = "unit", In = "in";

    public static PendingQuery Of(Func<string, string?> value)
    {
        var (year, month) = Time(value(In));
        return new(Enum.TryParse<ChangeArea>(value(Area), ignoreCase: true, out var area) && Enum.IsDefined(area) ? area : null,
            string.IsNullOrWhiteSpace(value(Unit)) ? null : value(Unit), year, month);
    }

    public static string TimeOf(int year, int? month = null) => month is { } known ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{known:00}") : year.ToString("0000", CultureInfo.InvariantCulture);

    private static (int? Year, int? Month) Time(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month.Year, month.Month)
        : DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? (year.Year, null)
        : (null, null);
}
