using Bunit;
using OrgManager.Organisation;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation;

public class UnitTreePageTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("Thanh tra", "7 6 1 0")]
    [InlineData("Văn phòng", "14 14 0 0")]
    [InlineData("Lãnh đạo Sở", "4 4 0 0")]
    [InlineData("Sở Công Thương tỉnh Mẫu", "93 93 89 4 0")]
    [InlineData("Trung tâm Xúc tiến thương mại", "16 16 15 1 0")]
    [InlineData("Toàn cơ quan", "93 93 89 4 0")]
    public async Task Assigned_allocated_present_unused_and_over_by_unit(string unit, string figures)
    {
        await using var browser = await SignInAsync();

        var row = browser.Open("/units?on=2019-10-21").FindAll("main table tr").Single(tr => Name(tr) == unit);

        Assert.Equal(figures, string.Join(' ', row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0)));
    }

    [Fact]
    public async Task The_tree_is_that_of_the_day()
    {
        await using var browser = await SignInAsync();

        Assert.Contains("Phòng Quản lý năng lượng", Names(browser.Open("/units?on=2020-12-31")));
        Assert.DoesNotContain("Phòng Quản lý năng lượng", Names(browser.Open("/units?on=2021-01-01")));
        Assert.Contains("Phòng Năng lượng - Kỹ thuật an toàn và Môi trường", Names(browser.Open("/units?on=2021-01-01")));
    }

    [Fact]
    public async Task One_category_alone_can_be_looked_at()
    {
        await using var browser = await SignInAsync();

        var row = browser.Open("/units?category=CivilServant&on=2019-10-21").FindAll("main tbody tr").Single(tr => Name(tr) == "Văn phòng");

        Assert.Equal(["9 /quota?unit=VP&category=CivilServant&on=2019-10-21", "9 /staff?unit=VP&category=CivilServant&on=2019-10-21"], row.QuerySelectorAll("a.fig").Select(link => $"{link.TextContent} {link.GetAttribute("href")}"));
    }

    [Fact]
    public async Task A_parent_closes_and_opens_over_its_children()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/units?on=2019-10-21");
        var all = Names(page);

        await page.ClickAsync("button.expand", button => button.GetAttribute("aria-label")!.EndsWith("Khuyến công và Tư vấn phát triển công nghiệp", StringComparison.Ordinal));
        page.WaitForState(() => Names(page).Count < all.Count);
        var closed = Names(page);
        var left = browser.Address.Uri;
        await page.ClickAsync(".filters button", button => button.TextContent == "Mở tất cả");

        page.WaitForAssertion(() => Assert.Equal(all, Names(page)));
        Assert.Equal(closed, Names(browser.Open(left)));
    }

    [Theory]
    [InlineData("director", true), InlineData("unithead", false)]
    public async Task The_posts_of_a_unit_open_only_for_who_may_see_them(string user, bool opens)
    {
        await using var browser = await SignInAsync(user);

        var links = browser.Open("/units?on=2019-10-21").FindAll("main a.fig").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(opens, links.Contains("/quota?unit=XT&on=2019-10-21"));
        Assert.Equal(opens, links.Contains("/quota?on=2019-10-21"));
    }

    [Fact]
    public async Task Only_units_with_people_and_no_head_are_shown_where_that_is_asked_for()
    {
        await using var browser = await SignInAsync();
        var headless = (await model.Org.Get<OrganisationService>().TreeAsync(new(2019, 10, 21))).Government.Where(row => row is { Head: null, Posts.OwnPresent.Total: > 0 }).Select(row => row.Name).ToList();

        var page = browser.Open("/units?only=nohead&on=2019-10-21");

        Assert.Equal(headless, page.FindAll("main tbody tr").Where(row => row.QuerySelector(".expand") is null && row.QuerySelector("th a") is not null).Select(Name));
    }

    [Fact]
    public async Task The_other_branch_shows_cells_with_their_members()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/units?branch=party&on=2019-10-21");

        var row = page.FindAll("main tbody tr").Single(tr => Name(tr) == "Chi bộ Kỹ thuật an toàn - Môi trường");
        Assert.Equal("4 1 5", string.Join(' ', row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim())));
        Assert.Equal("true", page.Find(".seg a[href*='branch=party']").GetAttribute("aria-current"));
    }

    private async Task<TestBrowser> SignInAsync(string user = "director")
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }

    private static string Name(AngleSharp.Dom.IElement row) => row.QuerySelector("th span, tfoot th")?.FirstChild?.TextContent.Trim() ?? row.QuerySelector("th")!.TextContent.Trim();

    private static List<string> Names(IRenderedComponent<Routes> page) => [.. page.FindAll("main tbody tr").Select(Name)];
}
