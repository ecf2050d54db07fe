using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using static OrgManager.Web.Organisation.Chart.ChartLayout;

namespace OrgManager.Web.Organisation.Chart;

/// <summary>Writes a chart as SVG: the same for the page and for the file that leaves the house.</summary>
internal static class ChartDrawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="style">The rules it is drawn by, within a file that stands alone; null on a page, which has them.</param>
    public static string Draw(IStringLocalizer<Texts> t, ChartLayout layout, string label, string? style = null)
    {
        var (width, height) = (Px(layout.TotalWidth), Px(layout.TotalHeight));
        var svg = new XElement(Svg + "svg",
            new XAttribute("class", "orgchart"), new XAttribute("viewBox", $"0 0 {width} {height}"), new XAttribute("width", width), new XAttribute("height", height), new XAttribute("style", $"--natural:{width}"),
            new XAttribute("role", "group"), new XAttribute("aria-label", label));
        if (style is not null) svg.Add(new XElement(Svg + "style", style));
        foreach (var line in layout.Lines) svg.Add(new XElement(Svg + "path", new XAttribute("class", line.Becomes ? "becomes" : line.LeadsToFound ? "line found" : "line"), new XAttribute("d", line.Path)));
        foreach (var words in layout.Labels) svg.Add(Text("how", words.X, words.Y, words.Text));
        foreach (var box in layout.Boxes) svg.Add(Box(t, box));
        foreach (var page in layout.Pages) svg.Add(Page(t, page));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<XElement> Box(IStringLocalizer<Texts> t, PlacedBox placed)
    {
        var (box, x, y) = (placed.Box, placed.X, placed.Y);
        var shape = new XElement(Svg + (box.Href is null ? "g" : "a"),
            new XAttribute("class", $"box {box.Look.ToString().ToLower(CultureInfo.InvariantCulture)}{(box.IsFound ? " found" : box.LeadsToFound ? " leads" : "")}"),
            new XAttribute("data-code", box.Code), placed.Parent is null ? null : new XAttribute("data-parent", placed.Parent.Code),
            box.Href is null ? null : new XAttribute("href", box.Href), new XElement(Svg + "title", Said(box)),
            Rect("frame", x, y, Width, placed.Height, 4));
        y += 23;
        foreach (var line in placed.Lines)
        {
            shape.Add(Text("name", x + Step, y, line));
            y += 17;
        }
        if (box.Head is { } head)
        {
            shape.Add(Text("head", x + Step, y, ChartText.Wrap(head, Width - 2 * Step, 12.5, 1)[0]));
            y += 17;
        }
        if (box.Note is { } note)
        {
            shape.Add(Text(box.NoteIsOver ? "note over" : "note", x + Step, y, ChartText.Wrap(note, Width - 2 * Step, 12.5, 1)[0]));
            y += 17;
        }
        if (box.Figures is { } figures) shape.Add(Text("figures", x + Step, y + 2, figures));
        if (box.Filled is { } filled)
        {
            var bottom = placed.Y + placed.Height - (box.ToggleHref is null ? 9 : 15);
            shape.Add(Rect("bar", x + Step, bottom, Width - 2 * Step, 4, 2), Rect("bar filled", x + Step, bottom, (Width - 2 * Step) * filled, 4, 2));
        }
        if (box.Badge is { } badge)
        {
            var width = ChartText.Width(badge, 12) + 14;
            shape.Add(Rect("badge", x + Width - width - 6, placed.Y - 9, width, 18, 9), Text("badge", x + Width - width / 2 - 6, placed.Y + 4, badge, "middle"));
        }
        yield return shape;
        if (box.ToggleHref is { } toggle) yield return Toggle(t, placed, toggle);
        else if (box is { Below: > 0, IsOpen: false }) yield return Text("more", placed.Middle, placed.Y + placed.Height + 14, $"+{box.Below}", "middle");
    }

    private static XElement Toggle(IStringLocalizer<Texts> t, PlacedBox placed, string href)
    {
        var (box, x, y) = (placed.Box, placed.Middle, placed.Y + placed.Height);
        var words = box.IsOpen ? "−" : $"+{box.Below}";
        var width = Math.Max(24, ChartText.Width(words, 13) + 14);
        return new(Svg + "a", new XAttribute("class", "toggle"), new XAttribute("href", href), new XAttribute("data-toggle", box.Code),
            new XAttribute("aria-label", t[box.IsOpen ? "Units.Close" : "Units.Open", box.Name].Value),
            Rect("hold", x - width / 2, y - 12, width, 24, 12), Text("", x, y + 5, words, "middle"));
    }

    private static IEnumerable<XElement> Page(IStringLocalizer<Texts> t, PlacedPage placed)
    {
        var (page, x, y) = (placed.Page, placed.X, placed.Y);
        yield return Text("head", x + Width / 2, y + 4, page.Range, "middle");
        if (page.PreviousHref is { } previous) yield return Step(t["Radzen.Pager_PrevPageAriaLabel"], previous, "‹", x);
        if (page.NextHref is { } next) yield return Step(t["Radzen.Pager_NextPageAriaLabel"], next, "›", x + Width - 28);

        XElement Step(string label, string href, string sign, double at) => new(Svg + "a", new XAttribute("class", "toggle"), new XAttribute("href", href),
            new XAttribute("aria-label", $"{label} ({placed.Of.Name})"), Rect("hold", at, y - 12, 28, 24, 12), Text("", at + 14, y + 5, sign, "middle"));
    }

    private static string Said(ChartBox box) => string.Join(". ", new[] { box.Name, box.Badge, box.Head, box.Note, box.Figures }.Where(part => part is not null));

    private static XElement Rect(string look, double x, double y, double width, double height, double round) => new(Svg + "rect",
        new XAttribute("class", look), new XAttribute("x", Px(x)), new XAttribute("y", Px(y)), new XAttribute("width", Px(width)), new XAttribute("height", Px(height)), new XAttribute("rx", Px(round)));

    private static XElement Text(string look, double x, double y, string words, string anchor = "start") => new(Svg + "text",
        new XAttribute("class", look), new XAttribute("x", Px(x)), new XAttribute("y", Px(y)), anchor == "start" ? null : new XAttribute("text-anchor", anchor), words);
}
