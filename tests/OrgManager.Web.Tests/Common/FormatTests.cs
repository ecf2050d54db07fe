using System.Globalization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class FormatTests
{
    [Theory]
    [InlineData("vi", "1234.5", "1.234,5")]
    [InlineData("en", "1234.5", "1,234.5")]
    [InlineData("vi", "-7", "−7")]
    [InlineData("vi", "0", "0")]
    [InlineData("vi", "72.0", "72")]
    public void A_number_follows_the_language_and_has_a_real_minus(string language, string value, string text) => Assert.Equal(text, In(language, () => Format.Number(Parse(value))));

    [Theory]
    [InlineData("vi", "8.75", "8,8\u00A0%")]
    [InlineData("en", "8.75", "8.8%")]
    [InlineData("vi", "6.25", "6,3\u00A0%")]
    [InlineData("vi", "-6.25", "−6,3\u00A0%")]
    [InlineData("vi", "10", "10,0\u00A0%")]
    [InlineData("vi", "0", "0,0\u00A0%")]
    [InlineData("vi", "38.888", "38,9\u00A0%")]
    public void A_percent_has_one_decimal_half_away_from_zero(string language, string value, string text) => Assert.Equal(text, In(language, () => Format.Percent(Parse(value))));

    [Theory]
    [InlineData("vi", "25", "25\u00A0%")]
    [InlineData("vi", "12.5", "12,5\u00A0%")]
    [InlineData("en", "12.5", "12.5%")]
    public void Goals_leave_the_decimal_out_where_it_is_none(string language, string value, string text) => Assert.Equal(text, In(language, () => Format.ShortPercent(Parse(value))));

    [Theory]
    [InlineData("6.25", "−6,3\u00A0%")]
    [InlineData("0", "0,0\u00A0%")]
    [InlineData("-2", "2,0\u00A0%")]
    public void A_reduction_carries_its_minus(string percent, string text) => Assert.Equal(text, In("vi", () => Format.Reduction(Parse(percent))));

    [Theory]
    [InlineData("-7", "−7")]
    [InlineData("0", "0")]
    [InlineData("2", "+2")]
    public void A_difference_carries_its_sign(string value, string text) => Assert.Equal(text, In("vi", () => Format.Change(Parse(value))));

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void A_day_is_written_alike_in_both_languages(string language) => Assert.Equal("05/03/2020", In(language, () => Format.Day(new(2020, 3, 5))));

    [Theory]
    [InlineData("vi", "Thứ Năm, 31/12/2020")]
    [InlineData("en", "Thursday, 31/12/2020")]
    public void The_weekday_is_named_in_the_language_and_begins_with_a_capital(string language, string text) => Assert.Equal(text, In(language, () => Format.DayWithWeekday(new(2020, 12, 31))));

    private static decimal Parse(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    private static string In(string language, Func<string> format)
    {
        TestBrowser.Speak(language);
        return format();
    }
}
