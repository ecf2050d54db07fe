using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Forecast;

/// <summary>The forecast as it leaves the house: the unit and each below it, period by period, with the columns of the page.</summary>
internal static class ForecastExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, ShownForecast shown)
    {
        var forecast = shown.Forecast;
        IEnumerable<IReadOnlyList<object?>> Rows(string code, string name, IReadOnlyList<OrgManager.Establishment.ForecastPoint> points) => shown.Of(points).Select(period =>
            (IReadOnlyList<object?>)[code, name, period.Period.Name(t), period.Point.On, .. shown.Measures.Select(measure => (object?)shown.Figure(period.Point, measure))]);
        return new(t["Forecast.Title"], [forecast.Root.Name, shown.Only is { } only ? t.Name(only) : t["All"], t["Forecast.Note"], .. forecast.Scenarios.Select(scenario => ForecastScenarios.Words(t, scenario)), .. forecast.Plans.Select(plan => ForecastPlans.Words(t, plan))],
            [t["Forecast.Code"], t["Unit"], t["Forecast.Period"], t["Forecast.End"], .. shown.Measures.Select(measure => ShownForecast.Name(t, measure))],
            [.. Rows(forecast.Root.Code, t["Total"], forecast.Points), .. forecast.Rows.SelectMany(row => Rows(row.Unit.Code, ShownForecast.NameOf(row), row.Points))]);
    }
}
