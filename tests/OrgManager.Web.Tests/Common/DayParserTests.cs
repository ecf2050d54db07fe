using System.Globalization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class DayParserTests
{
    private static readonly DateOnly Near = new(2019, 10, 21);

    [Theory]
    [InlineData("1/3/26", "2026-03-01")]
    [InlineData("01.03.2026", "2026-03-01")]
    [InlineData("1-3-2026", "2026-03-01")]
    [InlineData("1 3 2026", "2026-03-01")]
    [InlineData("1 / 3 / 2026", "2026-03-01")]
    [InlineData("010326", "2026-03-01")]
    [InlineData("01032026", "2026-03-01")]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026/3/1", "2026-03-01")]
    [InlineData("1/3", "2019-03-01")]
    [InlineData("  31/12/2020  ", "2020-12-31")]
    [InlineData("1/1/69", "2069-01-01")]
    [InlineData("1/1/70", "1970-01-01")]
    [InlineData("29/2/2020", "2020-02-29")]
    [InlineData("1/1/1900", "1900-01-01")]
    [InlineData("31/12/2199", "2199-12-31")]
    public void A_day_is_read_as_people_type_it(string typed, string day)
    {
        Assert.True(DayParser.TryParse(typed, Near, out var read));
        Assert.Equal(day, read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("today")]
    [InlineData("29/2/2019")]
    [InlineData("31/4/2020")]
    [InlineData("3/13/2020")]
    [InlineData("0/1/2020")]
    [InlineData("1/0/2020")]
    [InlineData("1/1/200")]
    [InlineData("1/1/1899")]
    [InlineData("1/1/2200")]
    [InlineData("1/3/2026x")]
    [InlineData("12345")]
    [InlineData("٠١/٠٣/٢٠٢٦")]
    public void What_is_no_day_is_refused(string? typed) => Assert.False(DayParser.TryParse(typed, Near, out _));

    [Fact]
    public void Without_a_year_29_February_counts_only_in_a_leap_year()
    {
        Assert.False(DayParser.TryParse("29/2", Near, out _));
        Assert.True(DayParser.TryParse("29/2", new(2020, 1, 1), out _));
    }

    [Theory]
    [InlineData("2019-10-21", true)]
    [InlineData("2019-10-1", false)]
    [InlineData("21/10/2019", false)]
    [InlineData("1899-12-31", false)]
    [InlineData("9999-12-31", false)]
    [InlineData(" 2019-10-21", false)]
    [InlineData(null, false)]
    public void An_address_has_it_in_one_form_only(string? text, bool readable) => Assert.Equal(readable, DayParser.TryParseIso(text, out _));
}
