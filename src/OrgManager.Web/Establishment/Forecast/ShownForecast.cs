using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Forecast;

/// <summary>What a column of the forecast counts.</summary>
public enum ForecastMeasure { Retiring, Leaving, Arriving, Terms, Assigned, Allocated, Planned, Present, Vacant, Over }

/// <summary>What of a forecast the address asks for: one category or all, by quarters or by years, and what is shown of each unit. The page shows it and its file holds it, both from here.</summary>
public sealed class ShownForecast(OrgManager.Establishment.Forecast forecast, QuotaCategory? only, bool byYear, ForecastMeasure measure)
{
    /// <summary>In the address: years instead of quarters; what is shown of each unit; one period whose people are listed; approved scenarios left out.</summary>
    public const string By = "by", Years = "year", MeasureAsked = "show", PeriodAsked = "period", Approved = "approved", Without = "0";

    public OrgManager.Establishment.Forecast Forecast => forecast;
    public QuotaCategory? Only => only;
    public bool ByYear => byYear;
    public ForecastMeasure Measure => measure;
    public IReadOnlyList<ForecastMeasure> Measures { get; } =
        [.. Enum.GetValues<ForecastMeasure>().Where(m => m switch { ForecastMeasure.Assigned => forecast.Points.Any(p => p.Assigned is not null), ForecastMeasure.Terms => only is null, ForecastMeasure.Planned => forecast.IsPlanned, _ => true })];

    /// <summary>The periods ahead, each with what happens in it and how it ends.</summary>
    public IReadOnlyList<(ForecastPeriod Period, ForecastPoint Point)> Periods => Of(forecast.Points);

    public static ShownForecast Of(OrgManager.Establishment.Forecast forecast, Func<string, string?> address) => new(
        forecast, ShownEstablishment.CategoryOf(address("category")), address(By) == Years, MeasureOf(address(MeasureAsked)));

    public static ForecastMeasure MeasureOf(string? name) => Enum.TryParse<ForecastMeasure>(name, ignoreCase: true, out var measure) && Enum.IsDefined(measure) ? measure : ForecastMeasure.Vacant;

    public IReadOnlyList<(ForecastPeriod Period, ForecastPoint Point)> Of(IReadOnlyList<ForecastPoint> points) =>
        [.. points.Skip(1).GroupBy(point => ForecastPeriod.Of(point.On, byYear)).Select(group => (group.Key, group.Aggregate((before, last) => last with
        {
            Retiring = before.Retiring + last.Retiring, Leaving = before.Leaving + last.Leaving, Arriving = before.Arriving + last.Arriving, Terms = before.Terms + last.Terms,
        })))];

    public int? Figure(ForecastPoint point, ForecastMeasure which) => which switch
    {
        ForecastMeasure.Retiring => Sum(point.Retiring),
        ForecastMeasure.Leaving => Sum(point.Leaving),
        ForecastMeasure.Arriving => Sum(point.Arriving),
        ForecastMeasure.Terms => point.Terms,
        ForecastMeasure.Assigned => point.Assigned is { } assigned ? Sum(assigned) : null,
        ForecastMeasure.Allocated => Sum(point.Allocated),
        ForecastMeasure.Planned => point.Planned is { } planned ? Sum(planned) : null,
        ForecastMeasure.Present => Sum(point.Present),
        ForecastMeasure.Vacant => Sum(point.Vacant),
        _ => Sum(point.Over),
    };

    /// <summary>Posts or people of what is shown: one category, or all.</summary>
    public int Sum(PostCounts counts) => only is { } one ? counts[one] : counts.Total;

    public static string NameOf(ForecastRow row) => row.OwnRow is null || !row.IsOwn ? row.Unit.Name : Language.Pick(row.OwnRow, row.OwnRowEn ?? row.OwnRow);

    public static string Name(IStringLocalizer<Texts> t, ForecastMeasure which) => which switch
    {
        ForecastMeasure.Assigned or ForecastMeasure.Allocated or ForecastMeasure.Present or ForecastMeasure.Over => t[$"Posts.{which}"],
        ForecastMeasure.Vacant => t["Posts.Unused"],
        _ => t[$"Forecast.{which}"],
    };
}
