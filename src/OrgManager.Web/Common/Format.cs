using System.Globalization;
using OrgManager.Common;

namespace OrgManager.Web.Common;

/// <summary>Figures and days as officials write them; the language decides the comma, never the day.</summary>
public static class Format
{
    public const string None = "–";
    private const string Minus = "\u2212", NoBreak = "\u00A0";

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>15/05/1987, 05/1987 or 1987, as the paper has it.</summary>
    public static string Day(PartialDay day) => day.ToString();

    /// <summary>Thứ Năm, 31/12/2020.</summary>
    public static string DayWithWeekday(DateOnly day) => $"{Capital(CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day.DayOfWeek))}, {Day(day)}";

    /// <summary>31/12/2020 14:05, of an instant as the clocks of the organisation show it.</summary>
    public static string Moment(DateTime local) => local.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Two letters for a person: of the family name and of the given name, Đ as Đ.</summary>
    public static string Letters(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => "?",
        [var only] => Capital(only)[..1],
        [var family, .., var given] => Capital(family)[..1] + Capital(given)[..1],
    };

    public static string Number(decimal value) => Signed(value, "#,##0.#");

    /// <summary>One decimal, half away from zero: 8.75 is 8,8 %.</summary>
    public static string Percent(decimal value) => Signed(Math.Round(value, 1, MidpointRounding.AwayFromZero), "#,##0.0") + PercentSign;

    /// <summary>Without ",0": goals and milestones are set in whole percents.</summary>
    public static string ShortPercent(decimal value) => Signed(Math.Round(value, 1, MidpointRounding.AwayFromZero), "#,##0.#") + PercentSign;

    /// <summary>With up to two decimals, where one hides on which side of a requirement a figure lies.</summary>
    public static string Exact(decimal value) => Signed(Math.Round(value, 2, MidpointRounding.AwayFromZero), "#,##0.##");

    /// <summary>What a reduction of so many percent looks like: it carries its minus everywhere.</summary>
    public static string Reduction(decimal percent) => Percent(-percent);

    public static string ShortReduction(decimal percent) => ShortPercent(-percent);

    /// <summary>A difference: −7, 0, +2.</summary>
    public static string Change(decimal value) => (value > 0 ? "+" : "") + Number(value);

    public static string PercentSign => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? NoBreak + "%" : "%";

    private static string Signed(decimal value, string format) => (value < 0 ? Minus : "") + Math.Abs(value).ToString(format, CultureInfo.CurrentCulture);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];
}
