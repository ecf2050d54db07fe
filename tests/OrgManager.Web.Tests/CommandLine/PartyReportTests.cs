using System.Text.Json;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary><c>report party --json</c> on the model organisation.</summary>
public class PartyReportTests(ModelData model) : IClassFixture<ModelData>
{
    [Theory]
    [InlineData("2019-10-21", 9, 75, 2, "11 6 9 7 5 4+1 11 12 10+1")]
    [InlineData("2020-07-01", 9, 74, 1, "11 6 8 7 5 5 10 12 10+1")]
    [InlineData("2021-01-01", 8, 75, 0, "11 6 8 7 10 10 12 11")]
    [InlineData("2021-07-01", 8, 74, 0, null)]
    public async Task Members_by_cell_on_the_days_of_the_model(string on, int cells, int official, int probationary, string? byCell)
    {
        var report = await model.ReportAsync("party", on);
        var rows = report.GetProperty("byCell").EnumerateArray().ToList();

        Assert.Equal((on, cells, official + probationary, official, probationary),
            (report.GetProperty("on").GetString(), Number(report, "cells"), Number(report, "members"), Number(report, "official"), Number(report, "probationary")));
        Assert.Equal((cells, official, probationary), (rows.Count, rows.Sum(r => Number(r, "official")), rows.Sum(r => Number(r, "probationary"))));
        Assert.All(rows, row => Assert.Equal(Number(row, "members"), Number(row, "official") + Number(row, "probationary")));
        if (byCell is not null)
            Assert.Equal(Sorted(byCell.Split(' ')), Sorted(rows.Select(r => $"{Number(r, "official")}{(Number(r, "probationary") is > 0 and var p ? $"+{p}" : "")}")));
    }

    [Fact]
    public async Task The_cells_of_October_2019_by_name()
    {
        var rows = (await model.ReportAsync("party", "2019-10-21")).GetProperty("byCell").EnumerateArray();

        Assert.Equal(
            [
                "Chi bộ Văn phòng 11+0", "Chi bộ Thanh tra 6+0", "Chi bộ Kế hoạch - Tài chính - Tổng hợp 9+0", "Chi bộ Công nghiệp 7+0", "Chi bộ Năng lượng 5+0",
                "Chi bộ Kỹ thuật an toàn - Môi trường 4+1", "Chi bộ Thương mại 11+0", "Chi bộ Trung tâm Khuyến công 12+0", "Chi bộ Trung tâm Xúc tiến thương mại 10+1",
            ],
            rows.Select(row => $"{row.GetProperty("name").GetString()} {Number(row, "official")}+{Number(row, "probationary")}"));
    }

    [Fact]
    public async Task The_keys_are_those_other_programs_rely_on()
    {
        var report = await model.ReportAsync("party", "2019-10-21");

        Assert.Equal(["byCell", "cells", "members", "official", "on", "probationary"], Keys(report));
        Assert.All(report.GetProperty("byCell").EnumerateArray(), cell => Assert.Equal(["code", "members", "name", "official", "probationary"], Keys(cell)));
    }

    private static int Number(JsonElement of, string key) => of.GetProperty(key).GetInt32();

    private static IEnumerable<string> Keys(JsonElement of) => of.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sorted(IEnumerable<string> cells) => cells.Order(StringComparer.Ordinal);
}
