using System.Text.Json;
using OrgManager.Establishment;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

public class ReportVerbTests(ModelData model) : IClassFixture<ModelData>
{
    [Fact]
    public async Task Before_the_first_data_every_figure_is_empty_and_that_is_no_failure()
    {
        var targets = (await model.ReportAsync("targets", "1990-01-01")).GetProperty("targets").EnumerateArray().ToList();
        var headcount = await model.ReportAsync("headcount", "1990-01-01");
        var party = await model.ReportAsync("party", "1990-01-01");

        Assert.Equal(4, targets.Count);
        Assert.All(targets, target => Assert.Equal(("not-started", JsonValueKind.Null, JsonValueKind.Null, 0),
            (target.GetProperty("status").GetString(), target.GetProperty("progressPercent").ValueKind, target.GetProperty("requiredPercent").ValueKind, target.GetProperty("evidence").GetArrayLength())));
        Assert.Empty(headcount.GetProperty("units").EnumerateArray());
        Assert.All(headcount.GetProperty("total").EnumerateObject().SelectMany(side => side.Value.EnumerateObject()), count => Assert.Equal(0, count.Value.GetInt32()));
        Assert.Equal(3, headcount.GetProperty("total").EnumerateObject().Count(side => side.Value.EnumerateObject().Count() == 4));
        Assert.Equal((0, 0), (party.GetProperty("cells").GetInt32(), party.GetProperty("byCell").GetArrayLength()));
    }

    [Theory]
    [InlineData("targets", "−6,3\u00A0%", "3215/QĐ-UBND")]
    [InlineData("headcount", "Văn phòng (VP)", "93", "89")]
    [InlineData("party", "Chi bộ Văn phòng (CB-VP)", "77")]
    public async Task Without_json_it_is_a_table_for_people(string report, params string[] parts)
    {
        var called = await TestProgram.RunAsync(model.Database, "report", report, "--on", "2019-10-21");

        Assert.Equal((OrgManagerCommand.Done, ""), (called.Code, called.Errors));
        Assert.Contains("21/10/2019", called.Output, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, called.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_database_has_empty_reports()
    {
        await using var empty = await TestDatabase.EmptyAsync();

        foreach (var (report, list) in new[] { ("targets", "targets"), ("headcount", "units"), ("party", "byCell") })
            Assert.Empty((await TestProgram.RunAsync(empty, "report", report, "--on", "2019-10-21", "--json")).Json.GetProperty(list).EnumerateArray());
    }

    [Fact]
    public async Task The_figures_follow_a_change_of_the_data()
    {
        await using var org = await TestOrg.StartModelAsync();
        var centre = await org.UnitIdAsync("XT");

        await org.Get<QuotaService>().SetAsync([new(centre, QuotaKind.Assigned, QuotaCategory.PublicEmployeeBudget, 10)], new(2019, 6, 1));

        Assert.Equal("8.8", await TargetBAsync("2019-10-21")); // 80 → 73
        Assert.Equal("6.3", await TargetBAsync("2019-05-31"));
        var total = (await CallAsync("headcount", "2019-10-21")).GetProperty("total").GetProperty("assigned");
        Assert.Equal(18, total.GetProperty("PublicEmployeeBudget").GetInt32());

        async Task<string> TargetBAsync(string on) =>
            (await CallAsync("targets", on)).GetProperty("targets")[1].GetProperty("progressPercent").GetRawText();

        async Task<JsonElement> CallAsync(string report, string on) =>
            (await TestProgram.RunAsync(["report", report, "--on", on, "--json", .. TestProgram.SettingsOf(org.Storage)])).Json;
    }
}
