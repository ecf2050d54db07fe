using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

public class CellListPageTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task Cells_stand_with_whom_they_cover_and_their_members()
    {
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/cells?on=2019-10-21");

        Assert.Contains("77", page.Find(".head p").TextContent, StringComparison.Ordinal);
        var trade = page.FindAll("main tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == "Chi bộ Thương mại");
        Assert.Contains("Phòng Quản lý thương mại nội địa; Phòng Xuất nhập khẩu - Hội nhập quốc tế; 1 lãnh đạo theo tên", trade.TextContent, StringComparison.Ordinal);
        Assert.Equal("11 0 11", string.Join(' ', trade.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim())));
    }

    [Fact]
    public async Task The_party_record_adds_the_secretary_and_the_committee()
    {
        await using var browser = await SignInAsync("secretary");

        var office = browser.Open("/cells?on=2019-10-21").FindAll("main tbody tr")[0].TextContent;

        Assert.Contains("Nông Thị Kim Thoa", office, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_merger_there_is_one_cell_less()
    {
        await using var browser = await SignInAsync("partyclerk");

        Assert.Equal((9, 8), (Cells("2020-12-31"), Cells("2021-01-01")));

        int Cells(string on) => browser.Open($"/cells?on={on}").FindAll("main tbody tr").Count;
    }

    [Fact]
    public async Task Reading_the_record_of_others_is_logged_before_it_shows()
    {
        await using var browser = await SignInAsync("secretary");

        browser.Open("/cells?on=2019-10-21");

        var log = await File.ReadAllTextAsync(Path.Combine(model.Org.Storage.Directory, "read-log.jsonl"));
        Assert.Contains($"\"userId\":\"{model.Org.Actor.UserId}\"", log, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }
}
