using System.Text.Json;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary><c>report targets --json</c> on the model organisation: keys, kinds of values, and every figure of its table.</summary>
public class TargetsReportTests(ModelData model) : IClassFixture<ModelData>
{
    [Theory]
    [InlineData("2019-10-21", "A 8 8 0.0 0.0 on-track", "B 80 75 6.3 5.0 on-track", "C null 0.0 null null not-started", "D null 20 null null not-started")]
    [InlineData("2020-12-31", "A 8 7 12.5 12.5 on-track", "B 80 73 8.8 8.8 on-track", "C null 0.0 0.0 9.5 behind", "D null 19 null null not-started")]
    [InlineData("2021-12-31", "A 8 6 25.0 25.0 reached", "B 80 72 10.0 10.0 reached", "C null 0.0 0.0 17.6 behind", "D 18 18 0.0 0.0 on-track")]
    [InlineData("2024-06-30", "A 8 6 25.0 25.0 reached", "B 80 64 20.0 10.0 reached", "C null 50.0 50.0 37.8 reached", "D 18 11 38.9 22.0 on-track")]
    [InlineData("2025-12-31", "A 8 6 25.0 25.0 reached", "B 80 62 22.5 10.0 reached", "C null 50.0 50.0 50.0 reached", "D 18 9 50.0 50.0 reached")]
    public async Task The_figures_of_the_model(string on, params string[] expected)
    {
        var targets = (await ReportAsync(on)).GetProperty("targets").EnumerateArray();

        Assert.Equal(expected, targets.Select(target => string.Join(' ',
            Raw(target, "code").Trim('"'), Raw(target, "baselineValue"), Raw(target, "value"), Raw(target, "progressPercent"), Raw(target, "requiredPercent"), Raw(target, "status").Trim('"'))));
    }

    [Fact]
    public async Task The_keys_are_those_other_programs_rely_on()
    {
        var report = await ReportAsync("2021-12-31");

        AssertKeys(report, "on", "targets");
        Assert.Equal("2021-12-31", report.GetProperty("on").GetString());
        foreach (var target in report.GetProperty("targets").EnumerateArray())
        {
            AssertKeys(target, "code", "name", "wording", "startsOn", "due", "baselineOn", "baselineValue", "value", "goalPercent", "progressPercent", "requiredPercent", "status", "evidence");
            foreach (var moved in target.GetProperty("evidence").EnumerateArray())
            {
                AssertKeys(moved, "unit", "on", "what", "decision");
                Assert.All(moved.EnumerateObject(), value => Assert.Equal(JsonValueKind.String, value.Value.ValueKind));
                Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", moved.GetProperty("on").GetString());
            }
        }
    }

    [Fact]
    public async Task Days_are_written_yyyy_MM_dd_and_a_share_has_no_baseline_day()
    {
        var targets = (await ReportAsync("2019-10-21")).GetProperty("targets").EnumerateArray().ToList();

        Assert.Equal(["2019-01-01", "2015-12-31", "2019-10-30", "2021-12-31"], targets.Select(t => t.GetProperty("startsOn").GetString()));
        Assert.Equal(["2021-12-31", "2021-12-31", "2025-12-31", "2025-12-31"], targets.Select(t => t.GetProperty("due").GetString()));
        Assert.Equal(["2019-01-01", "2015-12-31", null, "2021-12-31"], targets.Select(t => t.GetProperty("baselineOn").GetString()));
        Assert.Equal(["25", "10", "50", "50"], targets.Select(t => Raw(t, "goalPercent")));
    }

    [Fact]
    public async Task The_official_wording_stands_to_the_letter() => Assert.Equal(
        [
            "đến năm 2021 giảm 25 % số lượng phòng chuyên môn so với năm 2019",
            "giảm tối thiểu 10 % biên chế theo lộ trình so với biên chế được giao năm 2015",
            "phấn đấu đến năm 2025, 50 % đơn vị sự nghiệp có đủ điều kiện đảm bảo tự chủ về tài chính",
            "giảm 50 % biên chế sự nghiệp hưởng lương từ ngân sách nhà nước so với năm 2021",
        ],
        (await ReportAsync("2019-10-21")).GetProperty("targets").EnumerateArray().Select(t => t.GetProperty("wording").GetString()));

    [Fact]
    public async Task What_moved_a_figure_since_its_baseline_names_unit_day_and_decision()
    {
        var report = await ReportAsync("2021-12-31");

        Assert.Equal(
            ["QLTM 2020-07-01", "TM 2020-07-01", "XNK 2020-07-01", "KTATMT 2021-01-01", "NLATMT 2021-01-01", "QLNL 2021-01-01"],
            Evidence(report, "A").OrderBy(moved => moved[^10..], StringComparer.Ordinal).ThenBy(moved => moved, StringComparer.Ordinal));
        Assert.Equal(8, Evidence(report, "B").Count); // one assigned post less eight times
        Assert.Empty(Evidence(report, "C"));
        Assert.Empty(Evidence(report, "D"));
    }

    private Task<JsonElement> ReportAsync(string on) => model.ReportAsync("targets", on);

    private static List<string> Evidence(JsonElement report, string code) =>
        [.. report.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("code").GetString() == code)
            .GetProperty("evidence").EnumerateArray().Select(e => $"{e.GetProperty("unit").GetString()} {e.GetProperty("on").GetString()}")];

    private static string Raw(JsonElement of, string key) => of.GetProperty(key).GetRawText();

    private static void AssertKeys(JsonElement of, params string[] keys) =>
        Assert.Equal(keys.Order(StringComparer.Ordinal), of.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
}
