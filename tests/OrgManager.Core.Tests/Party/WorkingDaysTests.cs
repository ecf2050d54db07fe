using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Working days, and the numbers of the party's rules by the day.</summary>
public class WorkingDaysTests
{
    [Theory]
    [InlineData("2019-10-18", 1, "2019-10-21")] // Friday, Monday
    [InlineData("2019-02-01", 1, "2019-02-11")] // over Tết
    [InlineData("2019-04-26", 2, "2019-05-02")] // 30/4 and 1/5
    [InlineData("2022-12-30", 1, "2023-01-03")] // 1/1 on a Sunday is made up for on Monday
    [InlineData("2023-04-28", 1, "2023-05-04")] // Hùng Kings and 30/4 on one weekend
    [InlineData("2019-10-21", 0, "2019-10-21")]
    public void Weekends_and_public_holidays_are_left_out(string day, int count, string last) => Assert.Equal(TestDay.Of(last), WorkingDays.After(TestDay.Of(day), count));

    [Theory]
    [InlineData(CellMatter.CellTermMonths, "2025-06-30", 30), InlineData(CellMatter.CellTermMonths, "2025-07-01", 60), InlineData(CellMatter.CommitteeTermMonths, "2020-05-22", 60), InlineData(CellMatter.FewestOfficial, "2019-10-21", 3)]
    public void The_newest_rule_in_force_holds(CellMatter matter, string on, int value) => Assert.Equal(value, CellRules.Of(matter, TestDay.Of(on)).Value);

    [Fact]
    public void Before_the_first_rule_none_is_found_and_every_matter_has_one_with_its_source()
    {
        Assert.Null(CellRules.Find(CellMatter.CellRegulation, new(2024, 12, 29)));
        Assert.All(Enum.GetValues<CellMatter>(), matter => Assert.NotEmpty(CellRules.Of(matter, new(2026, 1, 1)).Article));
    }
}
