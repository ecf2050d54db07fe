using System.Globalization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Targets;

/// <summary>A row in which a day and a figure are typed: a milestone, a reading.</summary>
/// <param name="near">Gives the year where none is typed.</param>
public class DayFigure(DateOnly near)
{
    private string _day = "";

    /// <summary>As typed; a day that can be read is written as the site writes days.</summary>
    public string Day
    {
        get => _day;
        set => _day = DayParser.TryParse(value, near, out var read) ? Format.Day(read) : value;
    }

    public string Figure { get; set; } = "";

    public DateOnly? On => DayParser.TryParse(Day, near, out var read) ? read : null;

    public decimal? Value => Number(Figure);

    public virtual bool IsEmpty => string.IsNullOrWhiteSpace(Day + Figure);

    /// <summary>What cannot be read of the row, if anything.</summary>
    public string? Wrong => On is null ? Day : Value is null ? Figure : null;

    /// <summary>As the language writes it, or with a point; without grouping, whose point would be taken for the decimal one.</summary>
    public static decimal? Number(string typed)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var text = typed.Replace('\u2212', '-');
        return decimal.TryParse(text, Plain, CultureInfo.CurrentCulture, out var here) ? here
            : decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var plain) ? plain : null;
    }

    /// <summary>The same way back.</summary>
    public static string Typed(decimal value) => value.ToString("0.############", CultureInfo.CurrentCulture);
}
