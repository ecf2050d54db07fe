using System.Text.Json;
using OrgManager.Common;

namespace OrgManager.Tests.Common;

public class PartialDayTests
{
    [Theory]
    [InlineData("1987", "1987", "1987-01-01", "1987-12-31"), InlineData("5/1987", "05/1987", "1987-05-01", "1987-05-31"), InlineData("05-1987", "05/1987", "1987-05-01", "1987-05-31")]
    [InlineData("2.1988", "02/1988", "1988-02-01", "1988-02-29"), InlineData(" 19/5/1987 ", "19/05/1987", "1987-05-19", "1987-05-19")]
    public void It_is_read_and_told_as_the_paper_has_it_and_lies_between_its_first_and_last_day(string typed, string told, string first, string last)
    {
        Assert.True(PartialDay.TryParse(typed, out var day));
        Assert.Equal((told, TestDay.Of(first), TestDay.Of(last), first == last), (day.ToString(), day.First, day.Last, day.IsDay));
        Assert.Equal(day, JsonSerializer.Deserialize<PartialDay>(JsonSerializer.Serialize(day)));
    }

    [Theory]
    [InlineData(""), InlineData(null), InlineData("13/1987"), InlineData("87"), InlineData("31/02/1987"), InlineData("5/87"), InlineData("tháng 5"), InlineData("1/2/3/1987"), InlineData("0/1987")]
    public void What_is_no_year_month_or_day_is_not_read(string? typed) => Assert.False(PartialDay.TryParse(typed, out _));

    [Fact]
    public void They_stand_in_order_by_their_first_day_the_better_known_first()
    {
        PartialDay[] days = [PartialDay.OfYear(1988), PartialDay.OfMonth(1987, 5), new DateOnly(1987, 5, 19), PartialDay.OfYear(1987), new DateOnly(1987, 1, 1)];
        Assert.Equal(["01/01/1987", "1987", "05/1987", "19/05/1987", "1988"], days.Order().Select(d => d.ToString()));
    }
}
