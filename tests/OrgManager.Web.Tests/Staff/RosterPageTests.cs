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

    [Fact]
    public async Task By_protocol_people_stand_under_their_unit_which_is_then_no_column()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/staff?on=2019-10-21");

        Assert.Equal(["Lãnh đạo Sở · 4 người", "Văn phòng · 14 người", "Thanh tra · 6 người"], page.FindAll("main .group").Take(3).Select(Words));
        Assert.DoesNotContain("Đơn vị", page.Find("main thead").TextContent, StringComparison.Ordinal);
        var byName = browser.Open("/staff?on=2019-10-21&sort=name");
        Assert.Empty(byName.FindAll("main .group"));
        Assert.Contains("Đơn vị", byName.Find("main thead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_numbered_across_the_pages_and_a_unit_goes_on_under_its_heading()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/staff?on=2019-10-21&page=2");

        Assert.Equal("51", page.Find("main tbody td.num").TextContent);
        Assert.EndsWith("(tiếp theo)", Words(page.FindAll("main .group")[0]), StringComparison.Ordinal);
        Assert.All(page.FindAll("main .group").Skip(1), heading => Assert.EndsWith("người", Words(heading), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hr", true), InlineData("director", false)]
    public async Task Rank_and_coefficient_are_shown_to_whom_personal_data_is(string user, bool shown)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open("/staff?on=2019-10-21&search=CB006");

        Assert.Equal(shown, page.FindAll("main thead th").Any(head => head.TextContent == "Hệ số"));
        Assert.Equal(shown, page.FindAll("main td[data-l=Ngạch]").Count == 1);
    }

    [Fact]
    public async Task Everybody_who_matches_is_chosen_at_once_and_let_go_again()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff?on=2019-10-21&category=CivilServant");
        await page.TickAsync("main .group:first-child + tr .chk[aria-label$=Thuyên]");
        Assert.Equal("sel", page.Find("main .group:first-child + tr").ClassName);

        await page.ClickAsync(".chosen .link");

        page.WaitForAssertion(() => Assert.Equal("Đã chọn 53 người", page.Find(".chosen b").TextContent));
        Assert.Equal(53, page.Find(".chosen input[name=people]").GetAttribute("value")!.Split(',').Length);
        Assert.Equal("/export/staff.xlsx?on=2019-10-21", page.Find(".chosen form").GetAttribute("action"));
        Assert.Empty(page.FindAll(".chosen .link"));
        await page.ClickAsync(".chosen .quiet");
        Assert.Empty(page.FindAll(".chosen, tr.sel"));
    }

    [Fact]
    public async Task The_box_above_the_rows_chooses_those_of_the_page()
    {
        await using var browser = await SignInAsync("director"); // may take lists out of the house, and change nobody

        var page = browser.Open("/staff?on=2019-10-21");
        await page.TickAsync("main thead .chk");

        Assert.Equal("Đã chọn 50 người", page.Find(".chosen b").TextContent);
        Assert.Equal(50, page.FindAll("tr.sel").Count);
        Assert.DoesNotContain("Cập nhật biến động", page.Find(".chosen").TextContent, StringComparison.Ordinal);
    }

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<TestBrowser> SignInAsync(string user = "director")
    {
        await model.Org.SignInAsync(user);
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

    private static List<string> Names(IRenderedComponent<Routes> page) => [.. page.FindAll("main .lead b").Select(name => name.TextContent)];
}
