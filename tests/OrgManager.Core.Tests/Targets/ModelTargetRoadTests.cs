using System.Globalization;
using OrgManager.Common;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>The road of each of the four targets: year by year, step by step, with the decisions behind it.</summary>
public class ModelTargetRoadTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly End = new(2025, 12, 31);

    [Theory]
    [InlineData("A", true, "2019-01-01", 8, "2021-12-31", 25, 6)]
    [InlineData("B", true, "2015-12-31", 80, "2021-12-31", 10, 72)]
    [InlineData("C", false, null, null, "2025-12-31", 50, 1)]
    [InlineData("D", true, "2021-12-31", 18, "2025-12-31", 50, 9)]
    public async Task Every_target_has_the_baseline_goal_and_day_of_the_scheme(string code, bool binding, string? baselineOn, int? baseline, string due, int goal, int goalValue)
    {
        var target = (await DetailsAsync(code, End)).Progress;
        Assert.Equal((binding, baselineOn is null ? null : TestDay.Of(baselineOn), (decimal?)baseline), (target.Binding, target.BaselineOn, target.BaselineValue));
        Assert.Equal((TestDay.Of(due), (decimal)goal, goalValue), (target.Due, target.GoalPercent, target.GoalValue));
        Assert.Equal(("2871/QĐ-UBND", new DateOnly(2019, 10, 30)), (target.LegalBasis!.Number, target.LegalBasis.SignedOn));
    }

    [Theory]
    [InlineData("A", "đến năm 2021 giảm 25 % số lượng phòng chuyên môn so với năm 2019")]
    [InlineData("B", "giảm tối thiểu 10 % biên chế theo lộ trình so với biên chế được giao năm 2015")]
    [InlineData("C", "phấn đấu đến năm 2025, 50 % đơn vị sự nghiệp có đủ điều kiện đảm bảo tự chủ về tài chính")]
    [InlineData("D", "giảm 50 % biên chế sự nghiệp hưởng lương từ ngân sách nhà nước so với năm 2021")]
    public async Task The_official_wording_is_kept_to_the_letter(string code, string wording) =>
        Assert.Equal(wording, (await DetailsAsync(code, End)).Progress.Wording);

    [Theory]
    [InlineData("A", "2020-12-31 12.5 step, 2021-12-31 25 step")]
    [InlineData("B", "2017-12-31 2.5 step, 2018-12-31 5 step, 2019-12-31 6.25 step, 2020-12-31 8.75 step, 2021-12-31 10 step")]
    [InlineData("C", "2019-10-30 0 line, 2025-12-31 50 line")]
    [InlineData("D", "2022-12-31 11 step, 2023-12-31 22 step, 2024-12-31 38 step, 2025-12-31 50 step")]
    public async Task The_path_is_the_milestones_or_a_straight_line(string code, string path) => Assert.Equal(path,
        string.Join(", ", (await DetailsAsync(code, End)).Path.Select(p => $"{p.On:yyyy-MM-dd} {Number(p.Percent)} {(p.Step ? "step" : "line")}")));

    [Theory]
    [InlineData("A", "2019-01-01 8, 2020-07-01 7, 2021-01-01 6")]
    [InlineData("B", "2015-12-31 80, 2017-01-01 78, 2018-01-01 76, 2019-01-01 75, 2020-01-01 73, 2021-01-01 72, 2022-01-01 70, 2023-01-01 67, 2024-01-01 64, 2025-01-01 62")]
    [InlineData("C", "2019-10-30 0, 2024-01-01 50")]
    [InlineData("D", "2021-12-31 18, 2022-01-01 16, 2023-01-01 14, 2024-01-01 11, 2025-01-01 9")]
    public async Task The_trajectory_has_a_point_wherever_the_figure_steps(string code, string points)
    {
        var trajectory = (await DetailsAsync(code, End)).Trajectory;
        Assert.Equal(points, string.Join(", ", trajectory.Select(p => $"{p.On:yyyy-MM-dd} {Number(p.Value)}")));
        Assert.All(trajectory, p => Assert.False(p.Future));
    }

    [Fact]
    public async Task What_comes_after_the_day_looked_at_is_marked_as_future()
    {
        var trajectory = (await DetailsAsync("B", new(2020, 6, 1))).Trajectory;
        Assert.Equal([(new(2020, 7, 1), 73m), (new(2021, 1, 1), 72m)], trajectory.Where(p => p.Future).Select(p => (p.On, p.Value)));
        Assert.Equal(73, trajectory.Last(p => !p.Future).Value);
    }

    [Fact]
    public async Task Every_year_of_target_B_stands_beside_what_was_required()
    {
        var periods = (await DetailsAsync("B", new(2021, 12, 31))).Periods;
        Assert.Equal(
            [
                "2015-12-31 80 - - -", "2016-12-31 80 0 0 OnTrack", "2017-12-31 78 2.5 2.5 OnTrack", "2018-12-31 76 5 5 OnTrack", "2019-12-31 75 6.25 6.25 OnTrack",
                "2020-12-31 73 8.75 8.75 OnTrack", "2021-12-31 72 10 10 Reached",
            ],
            periods.Select(p => $"{p.On:yyyy-MM-dd} {Number(p.Value)} {Number(p.ProgressPercent)} {Number(p.RequiredPercent)} {p.Status?.ToString() ?? "-"}"));
        Assert.Equal([null, 0, -2, -4, -5, -7, -8], periods.Select(p => p.Change));
        Assert.Equal((54, 18), (periods[^1].ByCategory[OrgManager.Establishment.QuotaCategory.CivilServant], periods[^1].ByCategory[OrgManager.Establishment.QuotaCategory.PublicEmployeeBudget]));
    }

    [Fact]
    public async Task A_road_looked_at_on_a_day_of_a_year_ends_on_that_day() =>
        Assert.Equal(["2015-12-31", "2016-12-31", "2017-12-31", "2018-12-31", "2019-10-21"],
            (await DetailsAsync("B", new(2019, 10, 21))).Periods.Select(p => p.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Before_the_baseline_there_are_no_years_yet() => Assert.Empty((await DetailsAsync("D", new(2020, 1, 1))).Periods);

    [Theory]
    [InlineData("A", "2021-12-31", "2020-07-01 QLTM Ended 1897/QĐ-UBND; 2020-07-01 XNK Ended 1897/QĐ-UBND; 2020-07-01 TM Merged 1897/QĐ-UBND; "
        + "2021-01-01 QLNL Ended 3466/QĐ-UBND; 2021-01-01 KTATMT Ended 3466/QĐ-UBND; 2021-01-01 NLATMT Merged 3466/QĐ-UBND")]
    [InlineData("B", "2019-10-21", "2017-01-01 SCT 58>57 2650/QĐ-UBND; 2017-01-01 XT 13>12 2650/QĐ-UBND; 2018-01-01 SCT 57>56 2988/QĐ-UBND; "
        + "2018-01-01 KC 9>8 2988/QĐ-UBND; 2019-01-01 SCT 56>55 3215/QĐ-UBND")]
    [InlineData("C", "2025-12-31", "2022-01-01 XT 4>3 3525/QĐ-UBND; 2024-01-01 KC 3>2 3301/QĐ-UBND")]
    [InlineData("D", "2024-06-30", "2022-01-01 KC 6>4 3518/QĐ-UBND; 2023-01-01 KC 4>3 3377/QĐ-UBND; 2023-01-01 XT 12>11 3377/QĐ-UBND; 2024-01-01 KC 3>0 3290/QĐ-UBND")]
    public async Task What_moved_a_figure_is_told_with_its_unit_day_and_decision(string code, string on, string moved)
    {
        var evidence = (await model.Org.Get<TargetService>().EvidenceAsync(TestDay.Of(on)))[code];
        Assert.Equal(moved, string.Join("; ", evidence.Select(Told)));
        var details = await DetailsAsync(code, TestDay.Of(on));
        Assert.Equal(evidence.Select(Told), details.Periods.Where(p => !p.IsBaseline && p.On != details.Progress.StartsOn).SelectMany(p => p.Evidence).Select(Told));
    }

    [Fact]
    public async Task A_merger_names_both_sides()
    {
        var evidence = (await model.Org.Get<TargetService>().EvidenceAsync(new(2020, 12, 31)))["A"];
        Assert.Equal(["TM", "TM", "QLTM XNK"], evidence.Select(e => string.Join(' ', e.Others.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task The_baseline_is_told_in_the_units_it_consists_of()
    {
        var baseline = (await DetailsAsync("B", End)).Periods[0];
        Assert.True(baseline.IsBaseline);
        Assert.Equal("SCT 58 1985/QĐ-UBND, KC 9 1985/QĐ-UBND, XT 13 1985/QĐ-UBND", string.Join(", ", baseline.Evidence.Select(e => $"{e.Unit} {e.After} {e.Decision!.Number}")));
        Assert.Equal(["VP", "TTR", "KHTCTH", "QLCN", "QLNL", "KTATMT", "QLTM", "XNK"], (await DetailsAsync("A", End)).Periods[0].Evidence.Select(e => e.Unit));
    }

    [Fact]
    public async Task A_target_that_is_not_there_is_not_found() => await Assert.ThrowsAsync<NotFoundException>(() => DetailsAsync("Z", End));

    private Task<TargetDetails> DetailsAsync(string code, DateOnly on) => model.Org.Get<TargetService>().DetailsAsync(code, on);

    private static string Told(TargetEvidence e) =>
        $"{e.On:yyyy-MM-dd} {e.Unit} {(e.Before is null ? e.Kind : $"{e.Before}>{e.After}")} {e.Decision?.Number}";

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";
}
