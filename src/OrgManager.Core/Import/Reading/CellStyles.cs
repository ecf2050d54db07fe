using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OrgManager.Import;

/// <summary>What the styles of a workbook tell of a cell: its font, and whether its number is a day.</summary>
internal sealed partial class CellStyles
{
    private const int FirstOwnFormat = 164;
    private const double FirstDay = 1, DayAfterLast = 2_900_000; // 1900 to 9839, as Excel counts

    private readonly List<(string? Font, bool IsDay)> _styles = [];
    private readonly DateOnly _dayZero = new(1899, 12, 30);

    public CellStyles(WorkbookPart book)
    {
        if (book.Workbook?.WorkbookProperties?.Date1904?.Value == true) _dayZero = new(1904, 1, 1);
        if (book.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } styles) return;
        var names = styles.Fonts?.Elements<Font>().Select(f => f.FontName?.Val?.Value).ToList() ?? [];
        var days = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.NumberFormatId?.Value >= FirstOwnFormat && IsDay(f.FormatCode?.Value ?? "")).Select(f => f.NumberFormatId!.Value).ToHashSet();
        _styles = [.. formats.Elements<CellFormat>().Select(format => ((int?)format.FontId?.Value is { } font && font < names.Count ? names[font] : null, format.NumberFormatId?.Value is { } number && (IsBuiltInDay(number) || days.Contains(number))))];
    }

    public string? FontOf(Cell cell) => Of(cell).Font;

    /// <summary>A number as it is, a day as dd/MM/yyyy.</summary>
    public string NumberOf(Cell cell, string value) =>
        Of(cell).IsDay && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= FirstDay and < DayAfterLast
            ? _dayZero.AddDays((int)days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : value;

    private (string? Font, bool IsDay) Of(Cell cell) => cell.StyleIndex?.Value is { } style && style < _styles.Count ? _styles[(int)style] : default;

    private static bool IsBuiltInDay(uint format) => format is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 58;

    private static bool IsDay(string format) => Said().Replace(format, "").Any(c => c is 'd' or 'D' or 'y' or 'Y');

    /// <summary>What a format writes as it stands, and colours and currencies.</summary>
    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.|_.""")]
    private static partial Regex Said();
}
