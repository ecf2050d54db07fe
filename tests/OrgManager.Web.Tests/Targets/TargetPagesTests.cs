using Bunit;
using OrgManager.Tests;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Targets;

public class TargetPagesTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("2019-10-21", "0,0 Đúng lộ trình", "−6,3 Đúng lộ trình", "– Chưa đến kỳ", "– Chưa đến kỳ")]
    [InlineData("2020-12-31", "−12,5 Đúng lộ trình", "−8,8 Đúng lộ trình", "0,0 Chậm lộ trình", "– Chưa đến kỳ")]
    [InlineData("2021-12-31", "−25,0 Đã đạt", "−10,0 Đã đạt", "0,0 Chậm lộ trình", "0,0 Đúng lộ trình")]
    [InlineData("2024-06-30", "−25,0 Đã đạt", "−20,0 Đã đạt", "50,0 Đã đạt", "−38,9 Đúng lộ trình")]
    [InlineData("2025-12-31", "−25,0 Đã đạt", "−22,5 Đã đạt", "50,0 Đã đạt", "−50,0 Đã đạt")]
    public async Task The_list_shows_the_figures_of_the_model(string on, params string[] expected)
    {
        await using var browser = await SignInAsync();

        var rows = browser.Open($"/targets?on={on}").FindAll("main tbody tr");

        Assert.Equal(expected, rows.Select(row => $"{row.QuerySelector("td.num.strong")!.TextContent.Replace("\u00A0%", "", StringComparison.Ordinal)} {row.QuerySelector(".st")!.TextContent}"));
    }

    [Fact]
    public async Task Every_link_of_a_page_keeps_the_day_but_those_of_what_happened_on_another()
    {
        await using var browser = await SignInAsync();

        var links = browser.Open("/targets/B?on=2019-10-21").FindAll(".page :not(tr.sub th, tr.sub td) > a[href^='/'], nav#menu a").Select(link => link.GetAttribute("href")).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.EndsWith("on=2019-10-21", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_figure_opens_down_to_unit_level_and_decision()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/targets/B?on=2019-10-21");
        Assert.DoesNotContain("13 → 12", page.Find("main").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("button.expand", button => button.TextContent.Contains("31/12/2017", StringComparison.Ordinal));

        var lines = page.FindAll("tr.sub").Where(line => line.TextContent.Contains("2650/QĐ-UBND", StringComparison.Ordinal)).Select(line => line.TextContent).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains(lines, line => line.Contains("(XT)", StringComparison.Ordinal) && line.Contains("13 → 12", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("Ủy ban nhân dân tỉnh Mẫu", line, StringComparison.Ordinal));
        Assert.Matches("^/units/XT\\?on=201[78]-", page.FindAll("tr.sub a").First(link => link.ParentElement!.TextContent.Contains("(XT)", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Fact]
    public async Task The_newest_change_stands_open_and_can_be_closed()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/targets/A?on=2020-12-31");
        Assert.Contains("QLTM", page.Find("tr.sub").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("button.expand[aria-expanded=true]");

        Assert.Empty(page.FindAll("tr.sub"));
    }

    [Fact]
    public async Task Going_to_another_target_shows_that_one()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/targets/A?on=2021-12-31");

        await page.InvokeAsync(() => browser.Address.NavigateTo("/targets/D?on=2021-12-31"));

        page.WaitForAssertion(() => Assert.StartsWith("Mục tiêu D", page.Find("h1").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("18", page.Find(".kpis").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/targets/Z")]
    [InlineData("/targets/b")]
    public async Task A_target_that_does_not_exist_is_told_with_a_way_back(string path)
    {
        await using var browser = await SignInAsync();

        var empty = browser.Open(path + "?on=2019-10-21").Find("main .empty");

        Assert.Equal("/targets?on=2019-10-21", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_drawing_is_told_to_who_does_not_see_it()
    {
        await using var browser = await SignInAsync();

        var spoken = browser.Open("/targets/B?on=2019-10-21").Find("svg[role=img]").GetAttribute("aria-label")!;

        Assert.Contains("01/01/2019 −6,3\u00A0%", spoken, StringComparison.Ordinal);
        Assert.Contains("31/12/2021 −10,0\u00A0%", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_everything_is_English()
    {
        await using var browser = await SignInAsync(Language.English);

        var text = browser.Open("/targets?on=2019-10-21").Find("main").TextContent;

        Assert.Contains("By 2021 cut", text, StringComparison.Ordinal);
        Assert.Contains("−6.3%", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[ăâđêôơưĂÂĐÊÔƠƯ]", text);
    }

    private async Task<TestBrowser> SignInAsync(string language = Language.Vietnamese)
    {
        await model.Org.SignInAsync("director");
        return new(model.Org, language);
    }
}
