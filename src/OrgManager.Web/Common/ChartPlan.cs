using System.Globalization;
using System.Text;

namespace OrgManager.Web.Common;

/// <summary>Where everything of a <see cref="StepChart"/> stands, in pixels.</summary>
public sealed class ChartPlan
{
    private const int Slices = 60; // of the straight line, which has no box of its own
    private readonly ChartData _data;
    private readonly int _first, _last;
    private readonly decimal _low, _high;
    private readonly ChartLabels _labels;

    public ChartPlan(ChartData data, int width, int height, bool compact)
    {
        (_data, Right, Bottom) = (data, width - 10, height - (compact ? 24 : 34));
        (Left, Top) = compact ? (44, 26) : (62, 32);
        var values = data.Steps.Select(s => s.Value).Concat(data.Path.Select(m => m.Value)).Append(0).ToList();
        var unit = NiceUnit((values.Max() - values.Min()) / (compact ? 3 : 6));
        (_low, _high) = (Math.Floor(values.Min() / unit) * unit, Math.Ceiling(values.Max() * 1.04m / unit) * unit);
        if (_high == _low) _high += unit;
        var days = data.Until.DayNumber - data.From.DayNumber;
        (_first, _last) = (data.From.DayNumber, data.Until.DayNumber + Math.Max(days / 9, 90));
        YTicks = [.. Enumerable.Range(0, (int)((_high - _low) / unit) + 1).Select(i => _low + i * unit)];
        XTicks = Years(compact);
        (ValuePath, FuturePath, RequiredPath) = (DrawValue(), DrawFuture(), DrawRequired());
        _labels = new(width);
        PlaceLabels(compact);
    }

    public double Left { get; }
    public double Right { get; }
    public double Top { get; }
    public double Bottom { get; }
    public IReadOnlyList<decimal> YTicks { get; }
    public IReadOnlyList<(DateOnly Day, string Text)> XTicks { get; }
    public string ValuePath { get; }
    public string FuturePath { get; }
    public string RequiredPath { get; }
    public IReadOnlyList<ChartLabel> Labels => _labels.Placed;
    public IEnumerable<ChartMark> Milestones => _data.Path.Where(mark => mark.Value != 0);

    /// <summary>The figure on the day itself, unless it begins later.</summary>
    public ChartStep? Now => _data.Steps.LastOrDefault(step => !step.Future && step.On <= _data.Day);

    public double X(DateOnly day) => Math.Round(Left + (Right - Left) * (day.DayNumber - _first) / (_last - _first), 1);

    public double Y(decimal value) => Math.Round(Bottom - (Bottom - Top) * (double)((value - _low) / (_high - _low)), 1);

    public static string Px(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    private string DrawValue()
    {
        var path = new StringBuilder();
        foreach (var step in _data.Steps.Where(step => !step.Future)) Draw(path, X(step.On), Y(step.Value));
        return path.Length == 0 || Now is null ? "" : path.Append('H').Append(Px(X(_data.Day))).ToString();
    }

    private string DrawFuture()
    {
        var future = _data.Steps.Where(step => step.Future).ToList();
        if (future.Count == 0) return "";
        var path = new StringBuilder();
        if (Now is { } now) Draw(path, X(_data.Day), Y(now.Value));
        foreach (var step in future) Draw(path, X(step.On), Y(step.Value));
        return path.Append('H').Append(Px(Right)).ToString();
    }

    private string DrawRequired()
    {
        var path = new StringBuilder();
        if (_data.Path.Count > 0 && _data.Path[0].Step) Draw(path, X(_data.From), Y(0));
        foreach (var mark in _data.Path)
        {
            if (mark.Step || path.Length == 0) Draw(path, X(mark.On), Y(mark.Value));
            else path.Append('L').Append(Px(X(mark.On))).Append(' ').Append(Px(Y(mark.Value)));
        }
        return path.Length == 0 ? "" : path.Append('H').Append(Px(Right)).ToString();
    }

    private static void Draw(StringBuilder path, double x, double y) =>
        path.Append(path.Length == 0 ? $"M{Px(x)} {Px(y)}" : $"H{Px(x)}V{Px(y)}");

    private List<(DateOnly, string)> Years(bool compact)
    {
        var years = Enumerable.Range(_data.From.Year, DateOnly.FromDayNumber(_last).Year - _data.From.Year + 1)
            .Select(year => new DateOnly(year, 12, 31)).Where(day => day >= _data.From && day.DayNumber <= _last && X(day) <= Right - 8).ToList();
        var apart = (Right - Left) / Math.Max(1, years.Count);
        var every = Math.Max(1, (int)Math.Ceiling((compact ? 44 : 50) / apart));
        return [.. years.Where((_, i) => i % every == 0).Select(day => (day, !compact && apart > 86 ? Format.Day(day) : day.Year.ToString(CultureInfo.InvariantCulture)))];
    }

    private void PlaceLabels(bool compact)
    {
        AvoidLines();
        var today = X(_data.Day);
        _labels.Place(_data.DayLabel, true, (today - 8, Top - 12, "end"), (today + 8, Top - 12, "start"), (Right, Top - 12, "end"));
        _labels.Avoid(today, Top, today, Bottom);
        if (_data.Path.Count > 0) PlaceGoal(X(_data.Path[^1].On), Y(_data.Path[^1].Value));
        if (compact) return;
        foreach (var step in _data.Steps.OrderByDescending(step => step.Future)) _labels.Place(step.Label, !step.Future, Around(X(step.On), Y(step.Value)));
    }

    private void AvoidLines()
    {
        _labels.Avoid(0, Bottom + 4, Right, Bottom + 30);
        var steps = _data.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var (x, y) = (X(steps[i].On), Y(steps[i].Value));
            var until = i + 1 < steps.Count ? X(steps[i + 1].On) : steps[i].Future ? Right : X(_data.Day);
            _labels.Avoid(x, y, Math.Max(until, x), y);
            if (i > 0) _labels.Avoid(x, Y(steps[i - 1].Value), x, y);
        }
        var before = 0m;
        foreach (var mark in _data.Path.Where(mark => mark.Step))
        {
            _labels.Avoid(X(mark.On), Y(before), X(mark.On), Y(mark.Value));
            before = mark.Value;
        }
        if (_data.Path is not [{ Step: false } start, .., var end]) return;
        for (var i = 0; i < Slices; i++)
        {
            var (x, y) = (X(start.On) + i * (X(end.On) - X(start.On)) / Slices, Y(start.Value) + i * (Y(end.Value) - Y(start.Value)) / Slices);
            _labels.Avoid(x, y, x, y);
        }
    }

    private void PlaceGoal(double x, double y) =>
        _labels.Place(_data.GoalLabel, false, (x + 10, y + 18, "start"), (x - 10, y - 9, "end"), (Right, y + 18, "end"), (x + 10, y - 9, "start"), (Right, y - 9, "end"));

    private static (double, double, string)[] Around(double x, double y) => [(x + 7, y - 9, "start"), (x + 7, y + 19, "start")];

    internal static decimal NiceUnit(decimal about) =>
        new[] { 0.5m, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000 }.FirstOrDefault(unit => unit >= about, 10000);
}
