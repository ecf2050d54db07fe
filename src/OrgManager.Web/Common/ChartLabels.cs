namespace OrgManager.Web.Common;

public sealed record ChartLabel(double X, double Y, string Text, string Anchor, bool Strong);

/// <summary>Puts labels where there is room, and leaves out those for which there is none.</summary>
internal sealed class ChartLabels(double width)
{
    private const double CharWidth = 6.4, Ascent = 11, Descent = 4;
    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];
    private readonly List<ChartLabel> _placed = [];

    public IReadOnlyList<ChartLabel> Placed => _placed;

    /// <summary>A line no label may cross.</summary>
    public void Avoid(double x1, double y1, double x2, double y2) =>
        _taken.Add((Math.Min(x1, x2) - 1.5, Math.Min(y1, y2) - 1.5, Math.Max(x1, x2) + 1.5, Math.Max(y1, y2) + 1.5));

    public void Place(string text, bool strong, params IEnumerable<(double X, double Y, string Anchor)> places)
    {
        if (text.Length == 0) return;
        foreach (var (x, y, anchor) in places)
        {
            var wide = text.Length * CharWidth;
            var left = anchor switch { "end" => x - wide, "middle" => x - wide / 2, _ => x };
            var box = (Left: left, Top: y - Ascent, Right: left + wide, Bottom: y + Descent);
            if (box.Left < 0 || box.Right > width || _taken.Exists(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom)) continue;
            _taken.Add(box);
            _placed.Add(new(x, y, text, anchor, strong));
            return;
        }
    }
}
