using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Forecast;

/// <summary>A quarter, or a whole year (no quarter), as the page names it and its address writes it: "2027Q1", "2027".</summary>
public sealed record ForecastPeriod(int Year, int? Quarter)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public DateOnly From => new(Year, ((Quarter ?? 1) - 1) * 3 + 1, 1);
    public DateOnly To => From.AddMonths(Quarter is null ? 12 : 3).AddDays(-1);
    public string Address => Quarter is { } quarter ? string.Create(CultureInfo.InvariantCulture, $"{Year}Q{quarter}") : Year.ToString(CultureInfo.InvariantCulture);

    public static ForecastPeriod Of(DateOnly day, bool wholeYear) => new(day.Year, wholeYear ? null : (day.Month - 1) / 3 + 1);

    public static ForecastPeriod? Parse(string? address)
    {
        if (address?.Split('Q') is not [{ Length: 4 } year, .. var rest] || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1900) return null;
        return rest switch
        {
            [] => new(number, null),
            [['1' or '2' or '3' or '4'] quarter] => new(number, quarter[0] - '0'),
            _ => null,
        };
    }

    public string Name(IStringLocalizer<Texts> t) => Quarter is { } quarter ? t["Forecast.Quarter", Language.Pick(Roman[quarter - 1], quarter.ToString(CultureInfo.InvariantCulture)), Year] : t["Forecast.Year", Year];
}
