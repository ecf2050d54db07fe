using Bunit;
using OrgManager.Tests;
using OrgManager.Web.Common;
using OrgManager.Web.Help;

namespace OrgManager.Web.Tests.Help;

public class HelpPageTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task A_page_opens_its_help_on_the_day_it_shows()
    {
        await using var browser = await SignInAsync("hr");

        var mark = browser.Open("/quota?on=2019-10-21").Find(".head .titled a");

        Assert.Equal(("/help/quota?on=2019-10-21", "Trợ giúp"), (mark.GetAttribute("href"), mark.GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData(Language.Vietnamese, "Biên chế", "Chưa phân bổ")]
    [InlineData(Language.English, "Establishment", "Not yet allocated")]
    public async Task Who_may_do_little_reads_every_part_but_is_not_led_where_the_menu_has_nothing(string language, string title, string explained)
    {
        await using var browser = await SignInAsync("self", language);

        var page = browser.Open("/help/quota?on=2019-10-21");

        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Contains(explained, page.Find(".prose").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".head .actions a"));
        Assert.All(page.FindAll(".page a[href^='/']"), link => Assert.EndsWith("?on=2019-10-21", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("/me", browser.Open("/help/me").Find(".head .actions a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_overview_lists_the_parts_and_a_part_that_does_not_exist_is_no_page()
    {
        await using var browser = await SignInAsync("director");

        Assert.Equal(HelpText.Parts.Count, browser.Open("/help").FindAll(".help nav a").Count);
        Assert.Equal("Không có trang này", browser.Open("/help/nonsense").Find("h1").TextContent);
    }

    [Fact]
    public async Task The_foot_of_the_menu_has_help_and_the_list_of_keys()
    {
        await using var browser = await SignInAsync("self");

        var page = browser.Open("/targets?on=2019-10-21");

        Assert.Equal("/help?on=2019-10-21", page.Find("nav#menu .foot a").GetAttribute("href"));
        Assert.NotNull(page.Find("#shortcuts-open"));
        Assert.Equal(["CtrlK", "Enter", "CtrlEnter", "CtrlS", "Esc", "Tab", "↑↓", "JK", "HomeEnd", "1…4", "?"], page.FindAll("#shortcuts dt").Select(keys => keys.TextContent));
    }

    private async Task<TestBrowser> SignInAsync(string user, string language = Language.Vietnamese)
    {
        await model.Org.SignInAsync(user);
        return new(model.Org, language);
    }
}
