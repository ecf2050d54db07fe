using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace OrgManager.Import;

/// <summary>What the styles of a workbook tell of a cell: its font, and whether its number is a day.</summary>
internal sealed partial class CellStyles
{
    private const int FirstOwnFormat = 164, MostStyles = 70_000, LongestFormat = 255; // as many as a spreadsheet makes
    private const double FirstDay = 1, DayAfterLast = 2_900_000; // 1900 to 9839, as Excel counts

    private readonly List<(int Font, int Format)> _styles = [];
    private readonly List<string?> _fonts = [];
    private readonly HashSet<int> _days = [];
    private readonly DateOnly _dayZero;

    /// <param name="part">Null where the book has no styles.</param>
    public CellStyles(PackedBook book, string? part, bool from1904)
    {
        _dayZero = from1904 ? new(1904, 1, 1) : new(1899, 12, 30);
        using var xml = part is null ? null : book.Open(part);
        var section = "";
        while (xml?.Read() == true)
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1 }) section = xml.LocalName;
            else if (xml.NodeType == XmlNodeType.Element) Take(xml, section);
    }

    public string? FontOf(int style) => style >= 0 && style < _styles.Count && _styles[style].Font is >= 0 and var font && font < _fonts.Count ? _fonts[font] : null;

    /// <summary>A number as it is, a day as dd/MM/yyyy.</summary>
    public string NumberOf(int style, string value) =>
        style >= 0 && style < _styles.Count && IsDay(_styles[style].Format) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= FirstDay and < DayAfterLast
            ? _dayZero.AddDays((int)days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : value;

    private void Take(XmlReader xml, string section)
    {
        switch (section, xml.Depth, xml.LocalName)
        {
            case ("numFmts", 2, "numFmt"):
                if (Number(xml, "numFmtId") is >= FirstOwnFormat and var own && _days.Count < MostStyles && IsDay(xml.GetAttribute("formatCode") ?? "")) _days.Add(own);
                break;
            case ("fonts", 2, "font"):
                if (_fonts.Count < MostStyles) _fonts.Add(null);
                break;
            case ("fonts", 3, "name"):
                if (_fonts.Count > 0) _fonts[^1] = xml.GetAttribute("val");
                break;
            case ("cellXfs", 2, "xf"):
                if (_styles.Count < MostStyles) _styles.Add((Number(xml, "fontId"), Number(xml, "numFmtId")));
                break;
            default: break;
        }
    }

    private bool IsDay(int format) => format is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 58 || _days.Contains(format);

    private static bool IsDay(string format) => Said().Replace(format[..Math.Min(format.Length, LongestFormat)], "").Any(c => c is 'd' or 'D' or 'y' or 'Y');

    private static int Number(XmlReader xml, string name) => int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>What a format writes as it stands, and colours and currencies.</summary>
    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.|_.""")]
    private static partial Regex Said();
}
