using System.Globalization;
using System.Text;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Forecast;

/// <summary>Where the lines of posts and people stand in the drawing, in pixels: each holds its height until the next quarter's end.</summary>
internal sealed class ForecastPlot
{
    private readonly int _quarters;
    private readonly decimal _high;

    public ForecastPlot(ShownForecast shown, int width, int height, bool compact)
    {
        var points = shown.Forecast.Points;
        (_quarters, Left, Top, Right, Bottom) = (points.Count - 1, compact ? 36 : 52, 16, width - 44, height - 28);
        var most = Math.Max(1, points.Max(p => Math.Max(Math.Max(shown.Sum(p.Present), shown.Sum(p.Allocated)), p.Planned is { } planned ? shown.Sum(planned) : 0)));
        var unit = Math.Max(1, ChartPlan.NiceUnit(most / (compact ? 3m : 5m)));
        _high = Math.Ceiling(most / unit) * unit;
        YTicks = [.. Enumerable.Range(0, (int)(_high / unit) + 1).Select(i => i * unit)];
        XTicks = [.. points.Select((point, at) => (point.On, At: at)).Where(tick => tick.At > 0 && tick.On.Month == 12 && (!compact || (tick.On.Year - points[0].On.Year) % 3 == 0))
            .Select(tick => (X(tick.At), tick.On.Year.ToString(CultureInfo.InvariantCulture)))];
        Posts = Line([.. points.Select(p => Y(shown.Sum(p.Allocated)))]);
        Planned = shown.Forecast.IsPlanned ? Line([.. points.Select(p => Y(shown.Sum(p.Planned ?? p.Allocated)))]) : null;
        People = Line([.. points.Select(p => Y(shown.Sum(p.Present)))]);
    }

    public double Left { get; }
    public double Top { get; }
    public double Right { get; }
    public double Bottom { get; }
    public IReadOnlyList<decimal> YTicks { get; }
    public IReadOnlyList<(double X, string Text)> XTicks { get; }
    public string Posts { get; }
    public string People { get; }

    /// <summary>Posts by plans that are not decided; null where there are none.</summary>
    public string? Planned { get; }

    public double X(int quarter) => Math.Round(Left + (Right - Left) * quarter / _quarters, 1);

    public double Y(decimal value) => Math.Round(Bottom - (Bottom - Top) * (double)(value / _high), 1);

    private string Line(double[] heights)
    {
        var path = new StringBuilder($"M{ChartPlan.Px(X(0))} {ChartPlan.Px(heights[0])}");
        for (var at = 1; at < heights.Length; at++) path.Append('H').Append(ChartPlan.Px(X(at))).Append('V').Append(ChartPlan.Px(heights[at]));
        return path.ToString();
    }
}
