using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>Who leaves and when, by law or by decision.</summary>
public class DepartureServiceTests
{
    /// <summary>Decree 135/2020/NĐ-CP, appendix I: born in the month given, the first day no longer at work.</summary>
    [Theory]
    [InlineData(Sex.Male, 1960, 6, 2020, 7), InlineData(Sex.Male, 1960, 12, 2021, 1), InlineData(Sex.Male, 1961, 1, 2021, 5), InlineData(Sex.Male, 1961, 3, 2021, 7)]
    [InlineData(Sex.Male, 1961, 9, 2022, 1), InlineData(Sex.Male, 1961, 10, 2022, 5), InlineData(Sex.Male, 1966, 4, 2028, 5), InlineData(Sex.Male, 1980, 5, 2042, 6)]
    [InlineData(Sex.Female, 1964, 12, 2020, 1), InlineData(Sex.Female, 1966, 1, 2021, 6), InlineData(Sex.Female, 1966, 8, 2022, 1), InlineData(Sex.Female, 1966, 9, 2022, 6), InlineData(Sex.Female, 1980, 5, 2040, 6)]
    public void The_statutory_age_is_that_of_the_year_in_which_it_is_reached(Sex sex, int year, int month, int leavesYear, int leavesMonth) =>
        Assert.Equal(new DateOnly(leavesYear, leavesMonth, 1), RetirementAges.DayOf(sex, new(year, month, 1)));

    [Fact]
    public async Task Known_ends_and_ages_ahead_are_told_the_next_first()
    {
        await using var org = await TestOrg.StartModelAsync();
        await org.SignInAsync("director");

        var leaving = (await org.Get<DepartureService>().ListAsync(new(2019, 10, 21))).All;

        Assert.Equal([new(2020, 1, 1), new(2020, 7, 1)], leaving.Select(l => l.On));
        Assert.Equal((DepartureKind.Known, "Khổng Văn Trấn", Headship.Head), (leaving[1].Kind, leaving[1].Person.FullName, leaving[1].Headship));
        Assert.NotNull(leaving[1].Decision);
    }

    [Fact]
    public async Task A_head_of_unit_hears_of_the_own_unit_alone()
    {
        await using var org = await TestOrg.StartModelAsync();
        await org.SignInAsync("unithead");

        Assert.All((await org.Get<DepartureService>().ListAsync(new(2019, 10, 21), 600)).All, l => Assert.Equal("QLCN", l.Unit!.Code));
    }
}
