using System.Text.Json;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>The two restructurings that are shipped, tried out and applied from their files.</summary>
public class ScenarioVerbTests(ModelData model) : IClassFixture<ModelData>
{
    private static readonly string[] Days =
    [
        "2015-12-31", "2017-12-31", "2018-12-31", "2019-10-21", "2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01", "2020-12-31", "2021-01-01", "2021-02-28", "2021-03-01",
        "2021-07-01", "2021-12-31", "2022-01-01", "2022-12-31", "2023-12-31", "2024-06-30", "2024-12-31", "2025-12-31", "2026-01-01",
    ];

    private static readonly string[] Files = ["2020-hop-nhat-thuong-mai.json", "2021-hop-nhat-nang-luong.json"];

    [Fact]
    public async Task Applied_to_a_sample_without_them_every_report_of_every_day_is_that_of_the_whole_sample()
    {
        await using var bare = await TestDatabase.EmptyAsync();
        Assert.Equal(0, (await TestProgram.RunAsync(bare, "sample", "--model", "--without-scenarios")).Code);
        Assert.NotEqual(await ReportsAsync(model.Database), await ReportsAsync(bare));

        foreach (var (file, before, after) in new[] { (Files[0], "0.0", "12.5"), (Files[1], "12.5", "25.0") })
        {
            var tried = (await TestProgram.RunAsync(bare, "scenario", "simulate", At(file), "--json")).Json;
            Assert.Equal((before, after), (Progress(tried, "A", "before"), Progress(tried, "A", "after")));
            var applied = (await TestProgram.RunAsync(bare, "scenario", "apply", At(file), "--json")).Json;
            Assert.True(applied.GetProperty("changeSet").GetInt64() > 0 && applied.GetProperty("id").GetGuid() != Guid.Empty);
        }

        Assert.Equal(await ReportsAsync(model.Database), await ReportsAsync(bare));
        Assert.True((await TestProgram.RunAsync(bare, "verify", "--json")).Json.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Trying_out_tells_before_after_what_is_other_and_what_there_is_to_look_at()
    {
        await using var bare = await TestDatabase.EmptyAsync();
        await TestProgram.RunAsync(bare, "sample", "--model", "--without-scenarios");
        await TestProgram.RunAsync(bare, "scenario", "apply", At(Files[0]));

        var tried = (await TestProgram.RunAsync(bare, "scenario", "simulate", At(Files[1]), "--json")).Json;

        var unit = tried.GetProperty("after").EnumerateArray().Single(u => u.GetProperty("code").GetString() == "NLATMT");
        Assert.Equal(("Division", "SCT", 10, 10), (unit.GetProperty("kind").GetString(), unit.GetProperty("parent").GetString(), Civil(unit, "allocated"), Civil(unit, "present")));
        Assert.Contains("QLNL", tried.GetProperty("before").EnumerateArray().Select(u => u.GetProperty("code").GetString()));
        var diff = tried.GetProperty("diff");
        Assert.Equal(["NLATMT", "CB-NLATMT"], Texts(diff.GetProperty("created")));
        Assert.Equal(["QLNL", "KTATMT", "CB-NL", "CB-KTATMT"], Texts(diff.GetProperty("ended")));
        Assert.Equal(4, diff.GetProperty("successions").GetArrayLength());
        Assert.Equal(10, diff.GetProperty("people").GetArrayLength());
        var finding = Assert.Single(tried.GetProperty("findings").EnumerateArray().ToList(), f => f.GetProperty("code").GetString() == "TooManyDeputies");
        Assert.Equal(("NLATMT", "NĐ 107/2020"), (finding.GetProperty("unit").GetString(), finding.GetProperty("article").GetString()));
        Assert.Contains("3 cấp phó, tối đa 2", finding.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_everything_is_as_before_and_a_second_time_there_is_nothing_to_undo()
    {
        await using var bare = await TestDatabase.EmptyAsync();
        await TestProgram.RunAsync(bare, "sample", "--model", "--without-scenarios");
        var before = await ReportsAsync(bare);
        var id = (await TestProgram.RunAsync(bare, "scenario", "apply", At(Files[0]), "--json")).Json.GetProperty("id").GetString()!;

        Assert.Equal(0, (await TestProgram.RunAsync(bare, "scenario", "undo", id)).Code);
        Assert.Equal(before, await ReportsAsync(bare));
        var again = await TestProgram.RunAsync(bare, "scenario", "undo", id);
        Assert.Equal((OrgManagerCommand.Failed, true), (again.Code, again.Errors.Contains("has been undone already", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_scenario_on_which_another_stands_is_not_undone_and_the_later_changes_are_told()
    {
        await using var bare = await TestDatabase.EmptyAsync();
        await TestProgram.RunAsync(bare, "sample", "--model", "--without-scenarios");
        var id = (await TestProgram.RunAsync(bare, "scenario", "apply", At(Files[0]), "--json")).Json.GetProperty("id").GetString()!;
        var later = Path.GetTempFileName();
        await File.WriteAllTextAsync(later, """{"name": "Đổi tên", "effectiveOn": "2026-07-01", "decisions": {}, "steps": [{"op": "rename", "unit": "TM", "name": "Phòng Thương mại"}]}""");
        var seq = (await TestProgram.RunAsync(bare, "scenario", "apply", later, "--json")).Json.GetProperty("changeSet").GetInt64();

        var refused = await TestProgram.RunAsync(bare, "scenario", "undo", id);

        Assert.Equal(OrgManagerCommand.Failed, refused.Code);
        Assert.Contains($"1 later changes stand on it ({seq} Scenario.Apply)", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"op": "rename", "unit": "VP", "name": "Văn phòng Sở"}, {"op": "move", "unit": "XYZ", "parent": "SCT"}""", "Step 2 (move): ")]
    [InlineData("""{"op": "move", "unit": "KC", "parent": "KC-HC"}""", "Step 1 (move): ")]
    [InlineData("""{"op": "rename", "unit": "VP", "name": "Văn phòng Sở"}, {"op": "rename", "unit": "VP", "colour": "red", "name": "X"}""", "Step 2: ")]
    [InlineData("""{"op": "dissolve", "unit": "VP"}""", "Step 1 (dissolve): ")]
    public async Task What_cannot_be_done_is_refused_by_the_number_of_its_step_tried_out_or_applied(string steps, string place)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $$"""{"name": "Thử", "effectiveOn": "2026-07-01", "decisions": {}, "steps": [{{steps}}]}""");
        foreach (var verb in new[] { "simulate", "apply" })
        {
            var refused = await TestProgram.RunAsync(model.Database, "scenario", verb, file);
            Assert.Equal((OrgManagerCommand.Failed, ""), (refused.Code, refused.Output));
            Assert.StartsWith(place, refused.Errors, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ReportsAsync(TestDatabase database)
    {
        var all = new List<string>();
        foreach (var day in Days)
            foreach (var report in new[] { "targets", "headcount", "party" })
                all.Add($"{report} {day}\n{(await TestProgram.RunAsync(database, "report", report, "--on", day, "--json")).Output}");
        return string.Join('\n', all);
    }

    private static string At(string file) => Path.Combine(AppContext.BaseDirectory, "seed", "scenarios", file);

    private static string Progress(JsonElement tried, string target, string side) =>
        tried.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("code").GetString() == target).GetProperty(side).GetProperty("progressPercent").GetRawText();

    private static int Civil(JsonElement unit, string side) => unit.GetProperty(side).GetProperty("CivilServant").GetInt32();

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
