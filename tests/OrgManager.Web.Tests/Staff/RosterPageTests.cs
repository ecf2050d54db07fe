using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Staff;

public class RosterPageTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task It_begins_with_the_director_and_counts_everybody_present()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/staff?on=2019-10-21");

        Assert.Equal(["Trịnh Hữu Thuyên", "Vi Thị Hoài Thục", "Ma Khánh Toại", "Lường Quốc Thản", "Nông Thị Kim Thoa"], Names(page).Take(5));
        Assert.Contains("89 người có mặt", page.Find(".head p").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff?on=2019-10-21", "1–50 trong 89"), InlineData("/staff?page=2&on=2019-10-21", "51–89 trong 89")]
    public async Task Which_rows_these_are_stands_above_them(string path, string range)
    {
        await using var browser = await SignInAsync();

        var above = browser.Open(path).Find("nav.above");

        Assert.Equal(range, above.QuerySelector("span")!.TextContent);
        Assert.Single(above.QuerySelectorAll("a"));
    }

    [Theory]
    [InlineData("unit=TTR", 6)]
    [InlineData("post=Head", 11)]
    [InlineData("category=SupportContract", 7)]
    [InlineData("party=no", 12)]
    [InlineData("search=thuyen", 1)]
    [InlineData("search=THTHUC", 0)]
    [InlineData("unit=VP&category=CivilServant&post=Deputy", 2)]
    [InlineData("category=Nonsense&post=9&party=perhaps", 50)]
    [InlineData("unit=NOWHERE", 0)]
    public async Task Filters_stand_in_the_address(string filters, int people)
    {
        await using var browser = await SignInAsync();

        Assert.Equal(people, Names(browser.Open($"/staff?{filters}&on=2019-10-21")).Count);
    }

    [Fact]
    public async Task The_order_by_name_is_Vietnamese_by_given_name_first()
    {
        await using var browser = await SignInAsync();

        var names = Names(browser.Open("/staff?sort=name&unit=QLNL&on=2019-10-21"));

        Assert.Equal(names.OrderBy(OrgManager.Common.VietnameseText.PersonSortKey, StringComparer.Ordinal), names);
        Assert.Equal(names.AsEnumerable().Reverse(), Names(browser.Open("/staff?sort=name&desc=1&unit=QLNL&on=2019-10-21")));
    }

    [Fact]
    public async Task A_person_stands_with_the_decision_that_put_them_there()
    {
        await using var browser = await SignInAsync();

        var row = browser.Open("/staff?unit=TM&post=Head&on=2021-12-31").FindAll("main tbody tr").Single(tr => tr.TextContent.Contains("Đàm Thị Ngọc Nhàn", StringComparison.Ordinal));

        Assert.Contains("01/07/2020", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("button.dec"));
    }

    [Fact]
    public async Task Where_nobody_matches_it_says_so_and_offers_to_clear_the_filters()
    {
        await using var browser = await SignInAsync();

        var empty = browser.Open("/staff?search=khong-co-ai&on=2019-10-21").Find("main .empty");

        Assert.Equal("/staff?on=2019-10-21", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Choosing_a_filter_goes_to_its_address()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/staff?on=2019-10-21");

        await page.ActAsync(() => page.FindAll("label.f select")[0].ChangeAsync(new() { Value = "KC" }));

        Assert.EndsWith("/staff?on=2019-10-21&unit=KC", browser.Address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(16, Names(page).Count));
    }

    private async Task<TestBrowser> SignInAsync()
    {
        await model.Org.SignInAsync("director");
        return new(model.Org);
    }

    [Fact]
    public async Task A_column_that_is_hidden_stays_hidden_until_it_is_shown_again()
    {
        await using var browser = await SignInAsync();
        var page = browser.Open("/staff?on=2019-10-21");
        await page.TickAsync(".columns input[name=category]", false);
        page.WaitForAssertion(() => Assert.DoesNotContain("Nhóm chỉ tiêu", page.Find("main thead").TextContent, StringComparison.Ordinal));

        page = browser.Open("/staff?on=2019-10-21");
        Assert.DoesNotContain("Nhóm chỉ tiêu", page.Find("main thead").TextContent, StringComparison.Ordinal);
        Assert.False(page.Find(".columns input[name=category]").HasAttribute("checked"));
        await page.TickAsync(".columns input[name=category]");

        page.WaitForAssertion(() => Assert.Contains("Nhóm chỉ tiêu", page.Find("main thead").TextContent, StringComparison.Ordinal));
    }

    private static List<string> Names(IRenderedComponent<Routes> page) => [.. page.FindAll("main td.lead b").Select(name => name.TextContent)];
}
