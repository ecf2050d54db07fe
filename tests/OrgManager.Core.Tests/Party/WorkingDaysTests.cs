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
    [InlineData("2022-04-29", 1, "2022-05-04")] // 30/4 and 1/5 on one weekend: Monday and Tuesday make up for them
    [InlineData("2022-05-03", 2, "2022-05-05")]
    [InlineData("2019-10-21", 0, "2019-10-21")]
    public void Weekends_and_public_holidays_are_left_out(string day, int count, string last) => Assert.Equal(TestDay.Of(last), WorkingDays.After(TestDay.Of(day), count));

    [Theory]
    [InlineData(CellMatter.CellTermMonths, "2025-06-30", 30), InlineData(CellMatter.CellTermMonths, "2025-07-01", 60), InlineData(CellMatter.CommitteeTermMonths, "2020-05-22", 60), InlineData(CellMatter.FewestOfficial, "2019-10-21", 3), InlineData(CellMatter.CongressShiftMonths, "2019-10-21", 6), InlineData(CellMatter.ProbationMonths, "1990-02-03", 12)]
    public void The_newest_rule_in_force_holds(CellMatter matter, string on, int value) => Assert.Equal(value, CellRules.Of(matter, TestDay.Of(on)).Value);

    [Theory]
    [InlineData("2016-07-24", "Điều lệ Đảng", false), InlineData("2016-07-25", "QĐ 29-QĐ/TW", false), InlineData("2021-07-30", "QĐ 24-QĐ/TW", false), InlineData("2025-01-20", "QĐ 232-QĐ/TW", false), InlineData("2025-07-01", "QĐ 294-QĐ/TW", true)]
    public void The_days_for_a_recognition_name_the_text_of_their_time(string on, string article, bool confirmed)
    {
        var rule = CellRules.Of(CellMatter.RecognitionWorkingDays, TestDay.Of(on));
        Assert.Equal((article, confirmed), (rule.Article, rule.Confirmed));
    }

    [Fact]
    public void Before_the_first_rule_none_is_found_and_every_matter_has_one_with_its_source()
    {
        Assert.Null(CellRules.Find(CellMatter.CellRegulation, new(2026, 1, 8)));
        Assert.All(Enum.GetValues<CellMatter>(), matter => Assert.NotEmpty(CellRules.Of(matter, new(2026, 1, 1)).Article));
    }
}
