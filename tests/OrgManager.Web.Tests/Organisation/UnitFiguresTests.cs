using Bunit;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation;

/// <summary>What the page of a unit tells at a glance: its state, its figures and what is behind them, its deputies, what it came from.</summary>
public class UnitFiguresTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("TM", "2021-06-30", "Đang hoạt động"), InlineData("TM", "2020-06-30", "Sắp thành lập"), InlineData("QLTM", "2021-06-30", "Đã kết thúc")]
    public async Task The_title_says_whether_the_unit_is_there(string code, string day, string state)
    {
        await using var browser = await SignInAsync("director");
        var title = browser.Open($"/units/{code}?on={day}").Find(".titled");

        Assert.Equal((code, state), (title.QuerySelector(".tag")!.TextContent, title.QuerySelector(".st")!.TextContent.Trim()));
    }

    [Theory]
    [InlineData("TM", "2021-06-30", "2 trong mức tối đa 2 (10 biên chế, NĐ 107/2020)")]
    [InlineData("NLATMT", "2021-06-30", "3 trong mức tối đa 2 (10 biên chế, NĐ 107/2020) vượt 1; chậm nhất đến 01/01/2026")]
    [InlineData("TM", "2026-01-01", "2 trong mức tối đa 1 (9 biên chế, NĐ 370/2025) vượt 1")]
    public async Task Deputies_stand_against_their_cap_with_the_decree(string code, string day, string told)
    {
        await using var browser = await SignInAsync("director");
        var facts = browser.Open($"/units/{code}?on={day}").FindAll(".facts > *").Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Equal(told, facts[facts.IndexOf("Cấp phó") + 1]);
    }

    [Fact]
    public async Task Figures_open_what_is_behind_them_and_name_the_next_level_and_the_decision()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/units/TM?on=2021-06-30");

        Assert.Equal(["/units/TM?on=2021-06-30&show=quota", "/staff?unit=TM&category=CivilServant&on=2021-06-30", "/quota?unit=TM&category=CivilServant&on=2021-06-30", "/units/TM?on=2021-06-30&show=quota"],
            page.FindAll(".quota a.fig").Select(a => a.GetAttribute("href")));
        Assert.Contains("Từ 01/01/2022", page.Find(".quota").TextContent, StringComparison.Ordinal);
        Assert.Contains("342/QĐ-SCT", page.FindAll("main section")[0].QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predecessors_are_told_with_their_posts_and_last_day()
    {
        await using var browser = await SignInAsync("director");

        Assert.Equal(["6 biên chế · kết thúc 30/06/2020", "4 biên chế · kết thúc 30/06/2020"],
            browser.Open("/units/TM?on=2021-06-30").FindAll(".kin .past small").Select(small => small.TextContent));
    }

    [Fact]
    public async Task Levels_given_anew_that_change_nothing_are_folded_until_asked_for()
    {
        await using var browser = await SignInAsync("director");
        var folded = browser.Open("/units/VP?on=2019-10-21&show=quota");
        var (few, link) = (folded.FindAll(".tl li:not(.now)").Count, folded.FindAll("main section footer a").Single(a => a.GetAttribute("href")!.Contains("levels=all", StringComparison.Ordinal)).GetAttribute("href")!);

        Assert.DoesNotContain(folded.FindAll(".tl li p"), line => line.TextContent.EndsWith(", không đổi", StringComparison.Ordinal));
        Assert.Contains(folded.FindAll(".tl li p"), line => line.TextContent.Contains("giữ nguyên đến lần", StringComparison.Ordinal));
        Assert.True(browser.Open(link).FindAll(".tl li:not(.now)").Count > few);
    }

    [Fact]
    public async Task Founding_shows_beforehand_what_will_hold_from_when()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units");
        await page.ClickAsync(".actions button.btn");
        await page.TypeAsync("#unit-code", "CDS");
        await page.TypeAsync("#unit-name", "Phòng Chuyển đổi số");
        await page.TypeAsync("#unit-kind", "Division");

        var preview = page.Find(".sheet .preview").TextContent;
        Assert.Contains("Phòng Chuyển đổi số (CDS, phòng chuyên môn), từ ngày 15/01/2026", preview, StringComparison.Ordinal);
        Assert.Contains("Trực thuộc Sở Công Thương tỉnh Mẫu", preview, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
