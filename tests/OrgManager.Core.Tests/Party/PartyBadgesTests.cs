using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Party age counts from the day of the decision; a badge is given on the first of 3/2, 19/5, 2/9 and 7/11 from the full years on.</summary>
public class PartyBadgesTests
{
    [Theory]
    [InlineData("1990-02-10", 0, 30, "2020-02-10", "2020-05-19")]
    [InlineData("1990-02-03", 0, 30, "2020-02-03", "2020-02-03")]
    [InlineData("1990-11-08", 0, 30, "2020-11-08", "2021-02-03")]
    [InlineData("1980-06-01", 0, 40, "2020-06-01", "2020-09-02")]
    [InlineData("1992-02-29", 0, 30, "2022-02-28", "2022-05-19")]
    [InlineData("1990-02-10", 100, 30, "2020-05-20", "2020-09-02")]
    public void A_badge_is_given_on_the_first_giving_day_after_the_full_years(string admitted, int daysOut, int years, string full, string given) =>
        Assert.Contains(new PartyBadge(years, TestDay.Of(full), TestDay.Of(given)), PartyBadges.Of(TestDay.Of(admitted), daysOut, TestDay.Of(given)));

    [Theory]
    [InlineData("2020-02-09", 29, "30")]
    [InlineData("2020-02-10", 30, "30")]
    [InlineData("2020-05-19", 30, "30 40")]
    [InlineData("2035-12-31", 45, "30 40 45 50")]
    public void Those_reached_and_the_next_one_are_told(string on, int age, string badges)
    {
        var admitted = new DateOnly(1990, 2, 10);
        Assert.Equal((age, badges), (PartyBadges.Age(admitted, 0, TestDay.Of(on)), string.Join(' ', PartyBadges.Of(admitted, 0, TestDay.Of(on)).Select(b => b.Years))));
    }

    [Fact]
    public void After_ninety_years_no_badge_is_left() => Assert.Equal(90, PartyBadges.Of(new(1930, 2, 3), 0, new(2025, 1, 1))[^1].Years);
}
