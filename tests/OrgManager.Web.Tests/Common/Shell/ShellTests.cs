using Bunit;
using OrgManager.Access;
using OrgManager.Tests;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common.Shell;

public class ShellTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task The_header_names_organisation_account_and_day_and_says_that_it_is_a_sample()
    {
        await using var browser = await SignInAsync();

        var header = browser.Open("/?on=2019-10-21").Find("header.top").TextContent;

        Assert.All(["Sở Công Thương tỉnh Mẫu", "Dữ liệu mẫu", "Trịnh Hữu Thuyên", "Giám đốc", "21/10/2019"], part => Assert.Contains(part, header, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/targets", null)]
    [InlineData("/targets?on=2026-01-15", null)]
    [InlineData("/targets?on=2019-10-21", "21/10/2019, không phải hôm nay")]
    [InlineData("/targets?on=2030-01-01", "01/01/2030")]
    [InlineData("/targets?on=nonsense", "nonsense")]
    public async Task Another_day_than_today_shows_a_banner(string path, string? said)
    {
        await using var browser = await SignInAsync();

        var banner = browser.Open(path).FindAll(".banner");

        if (said is null) Assert.Empty(banner);
        else Assert.Contains(said, Assert.Single(banner).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31/12/2021", "/targets/B?on=2021-12-31", "31/12/2021")]
    [InlineData("311221", "/targets/B?on=2021-12-31", "31/12/2021")]
    [InlineData("15/1/2026", "/targets/B", "15/01/2026")]
    public async Task A_typed_day_leads_to_the_same_page_on_that_day(string typed, string address, string shown)
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/targets/B?on=2019-10-21");

        await TypeAsync(page, typed);

        Assert.EndsWith(address, browser.Address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(shown, page.Find("button.asof b").TextContent));
    }

    [Fact]
    public async Task What_is_no_day_is_told_where_it_was_typed()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/targets/B?on=2019-10-21");

        await TypeAsync(page, "31/02/2020");

        Assert.Contains("31/02/2020", page.Find("#asof-pop .err").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("on=2019-10-21", browser.Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_told_with_a_way_home()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/nowhere?on=2019-10-21");

        Assert.Equal("/?on=2019-10-21", page.Find("main .empty a").GetAttribute("href"));
        Assert.NotEmpty(page.FindAll("nav#menu > a"));
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public async Task An_empty_database_has_pages_that_say_so(string language)
    {
        await using var org = await TestOrg.StartAsync();
        await org.Get<UserService>().AddAsync(new("root", "Correct#Horse-2026", Role.Inspector));
        await org.SignInAsync("root");
        await using var browser = new TestBrowser(org, language);

        foreach (var path in new[] { "/", "/targets", "/targets/B", "/units", "/units?branch=party", "/staff", "/cells", "/cells?on=2019-10-21" })
        {
            var text = Assert.Single(browser.Open(path).FindAll("main .empty")).TextContent;
            Assert.DoesNotContain(language == Language.English ? "right" : "quyền", text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(10, browser.Open("/").FindAll("nav#menu > a").Count);
        Assert.DoesNotContain("class=\"sample\"", browser.Open("/").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_data_a_page_leads_to_the_first_day_there_is()
    {
        await using var browser = await SignInAsync();

        var empty = browser.Open("/targets/B?on=1990-01-01").Find("main .empty");

        Assert.Equal("/targets/B?on=2015-01-01", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/staff", "Trang chủ Cán bộ, công chức, viên chức", 1)]
    [InlineData("/units/VP", "Trang chủ Tổ chức bộ máy Sở Công Thương tỉnh Mẫu Văn phòng", 3)]
    [InlineData("/decisions/missing", "Trang chủ Văn bản Biến động chưa có văn bản", 2)]
    [InlineData("/targets/B", "Trang chủ Mục tiêu tinh gọn Mục tiêu B", 2)]
    public async Task The_way_to_a_page_ends_with_it_and_is_no_link_there(string path, string way, int links)
    {
        await model.Org.SignInAsync("hr");
        await using var browser = new TestBrowser(model.Org);

        var crumbs = browser.Open($"{path}?on=2019-10-21").Find(".crumb");

        Assert.StartsWith(way, string.Join(' ', crumbs.Children.Select(crumb => crumb.TextContent.Trim())), StringComparison.Ordinal);
        Assert.Equal(links, crumbs.QuerySelectorAll("a").Length);
        Assert.Equal("page", crumbs.LastElementChild!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_right_that_is_taken_away_is_gone_from_the_menu_of_an_open_page()
    {
        await model.Org.SignInAsync("hr");
        var (before, self) = (model.Org.Actor, model.Org.Actor with { Grants = [] });
        await using var browser = new TestBrowser(model.Org);
        var page = browser.Open("/targets?on=2019-10-21");
        Assert.Single(page.FindAll("nav#menu > a[href^='/quota']"));

        model.Org.Actor = self;
        await page.InvokeAsync(() => browser.Address.NavigateTo("/units?on=2019-10-21"));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("nav#menu > a[href^='/quota'], nav#menu > a[href^='/units']")));
        model.Org.Actor = before;
        await page.InvokeAsync(() => browser.Address.NavigateTo("/units?on=2019-10-22"));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("main table")));
    }

    private async Task<TestBrowser> SignInAsync()
    {
        await model.Org.SignInAsync("director");
        return new(model.Org);
    }

    private static async Task TypeAsync(IRenderedComponent<Routes> page, string typed)
    {
        await page.ClickAsync("button.asof");
        await page.TypeAsync("#asof-typed", typed);
        await page.SubmitAsync("#asof-pop form");
    }
}
