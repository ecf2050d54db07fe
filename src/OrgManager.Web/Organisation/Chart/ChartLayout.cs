namespace OrgManager.Web.Organisation.Chart;

/// <summary>A box where it stands.</summary>
internal sealed record PlacedBox(ChartBox Box, ChartBox? Parent, double X, double Y, double Height, IReadOnlyList<string> Lines)
{
    public double Middle => X + ChartLayout.Width / 2;
}

/// <summary>A line of the chart; one with an arrow leads from a unit that is no more to what it became.</summary>
internal sealed record ChartLine(string Path, bool Becomes, bool LeadsToFound);

internal sealed record ChartLabel(double X, double Y, string Text);

/// <summary>The turning of pages under a wide row.</summary>
internal sealed record PlacedPage(ChartPageOf Page, ChartBox Of, double X, double Y);

/// <summary>
/// Where the boxes of a chart stand, in pixels: the units below a box stand side by side, in rows of a few, down to a level; below it they stand under one another, as a chart of many
/// levels would otherwise be wider than any paper.
/// </summary>
internal sealed class ChartLayout
{
    public const double Width = 212, Gap = 16, Drop = 36, Indent = 24, Step = 12, Margin = 12, TextSize = 13;
    private const int NameLines = 3;

    private readonly int _sideBySide, _perRow;
    private readonly Dictionary<ChartBox, (double Width, double Height)> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ChartBox, IReadOnlyList<string>> _lines = new(ReferenceEqualityComparer.Instance);

    /// <param name="sideBySide">Down to how many levels below the top units stand side by side.</param>
    /// <param name="perRow">How many stand in a row at most.</param>
    public ChartLayout(IReadOnlyList<ChartBox> tops, int sideBySide = 1, int perRow = 6)
    {
        (_sideBySide, _perRow) = (sideBySide, perRow);
        var y = Margin;
        foreach (var top in tops)
        {
            var (width, height) = Measure(top, 0);
            (TotalWidth, y) = (Math.Max(TotalWidth, width), y + height + Drop);
        }
        y = Margin + 8;
        foreach (var top in tops)
        {
            Place(top, null, 0, Margin + (TotalWidth - _sizes[top].Width) / 2, y);
            y += _sizes[top].Height + Drop;
        }
        (TotalWidth, TotalHeight) = (TotalWidth + 2 * Margin, y - Drop + Margin);
    }

    public double TotalWidth { get; }
    public double TotalHeight { get; }
    public List<PlacedBox> Boxes { get; } = [];
    public List<ChartLine> Lines { get; } = [];
    public List<ChartLabel> Labels { get; } = [];
    public List<PlacedPage> Pages { get; } = [];

    private (double Width, double Height) Measure(ChartBox box, int depth)
    {
        foreach (var origin in box.Origins) Measure(origin.Box, int.MaxValue);
        foreach (var child in box.Children) Measure(child, depth == int.MaxValue ? depth : depth + 1);
        _lines[box] = ChartText.Wrap(box.Name, Width - 2 * Step, TextSize, NameLines);
        var (width, height) = (Width, Own(box));
        if (box.Origins.Count > 0)
        {
            width = Width + Indent;
            height += Drop + box.Origins.Sum(o => Own(o.Box) + Step) - Step;
        }
        if (box.Children.Count > 0 && depth < _sideBySide)
        {
            var rows = Rows(box);
            width = Math.Max(width, rows.Max(row => row.Sum(child => _sizes[child].Width + Gap) - Gap) + (rows.Count > 1 ? 2 * Gap : 0));
            height += rows.Sum(row => Drop + row.Max(child => _sizes[child].Height));
        }
        else if (box.Children.Count > 0)
        {
            width = Math.Max(width, Indent + box.Children.Max(child => _sizes[child].Width));
            height += box.Children.Sum(child => Step + _sizes[child].Height) + Step / 2;
        }
        if (box.Page is not null) height += Drop;
        return _sizes[box] = (width, height);
    }

    /// <summary>Balanced: seven are four and three, not six and one.</summary>
    private List<ChartBox[]> Rows(ChartBox box)
    {
        var rows = (box.Children.Count + _perRow - 1) / _perRow;
        return [.. box.Children.Chunk((box.Children.Count + rows - 1) / rows)];
    }

    private double Own(ChartBox box) =>
        16 + 17 * _lines[box].Count + (box.Head is null ? 0 : 17) + (box.Note is null ? 0 : 17) + (box.Figures is null ? 0 : 19) + (box.Filled is null ? 0 : 9) + (box.ToggleHref is null ? 0 : 6);

    private void Place(ChartBox box, ChartBox? parent, int depth, double left, double top)
    {
        var (own, inRows) = (Own(box), box.Children.Count > 0 && depth < _sideBySide);
        var x = inRows ? left + (_sizes[box].Width - Width) / 2 : left;
        Boxes.Add(new(box, parent, x, top, own, _lines[box]));
        var y = PlaceOrigins(box, x, top + own);
        y = inRows ? PlaceRows(box, depth, left, x + Width / 2, y) : PlaceStack(box, depth, x, top + own, y);
        if (box.Page is { } page) Pages.Add(new(page, box, inRows ? x : x + Indent, y + Drop / 2));
    }

    private double PlaceOrigins(ChartBox box, double x, double y)
    {
        if (box.Origins.Count == 0) return y;
        var (bottom, spine) = (y, x + 10);
        y += Drop;
        Labels.Add(new(x + Indent, bottom + 22, string.Join("; ", box.Origins.Select(o => o.How).Distinct())));
        foreach (var origin in box.Origins)
        {
            var height = Own(origin.Box);
            Boxes.Add(new(origin.Box, box, x + Indent, y, height, _lines[origin.Box]));
            Lines.Add(new($"M{Px(x + Indent)} {Px(y + height / 2)}H{Px(spine)}V{Px(bottom + 2)}", Becomes: true, LeadsToFound: false));
            y += height + Step;
        }
        Lines.Add(new($"M{Px(spine - 5)} {Px(bottom + 8)}l5-6 5 6", Becomes: true, LeadsToFound: false));
        return y - Step;
    }

    private double PlaceRows(ChartBox box, int depth, double left, double middle, double y)
    {
        var rows = Rows(box);
        var (bottom, rail) = (y, left + Gap / 2);
        foreach (var (at, row) in rows.Index())
        {
            var (bus, width) = (y + Drop / 2, row.Sum(child => _sizes[child].Width + Gap) - Gap);
            var x = left + (_sizes[box].Width - width) / 2;
            foreach (var child in row)
            {
                Place(child, box, depth + 1, x, y + Drop);
                var over = Boxes.First(placed => ReferenceEquals(placed.Box, child)).Middle;
                Lines.Add(new(at == 0
                    ? $"M{Px(middle)} {Px(bottom)}V{Px(bus)}H{Px(over)}V{Px(y + Drop)}"
                    : $"M{Px(middle)} {Px(bottom)}V{Px(bottom + Drop / 2)}H{Px(rail)}V{Px(bus)}H{Px(over)}V{Px(y + Drop)}", Becomes: false, Leads(child)));
                x += _sizes[child].Width + Gap;
            }
            y += Drop + row.Max(child => _sizes[child].Height);
        }
        return y;
    }

    private double PlaceStack(ChartBox box, int depth, double x, double bottom, double y)
    {
        y += Step / 2;
        foreach (var child in box.Children)
        {
            Place(child, box, depth == int.MaxValue ? depth : depth + 1, x + Indent, y + Step / 2);
            Lines.Add(new($"M{Px(x + 10)} {Px(bottom)}V{Px(y + Step / 2 + Own(child) / 2)}H{Px(x + Indent)}", Becomes: false, Leads(child)));
            y += Step + _sizes[child].Height;
        }
        return y;
    }

    private static bool Leads(ChartBox child) => child.IsFound || child.LeadsToFound;

    internal static string Px(double value) => Math.Round(value, 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
