using System.Net;

namespace OrgManager.Web.Tests.Account;

public class PreferencesTests(ModelSite model) : IClassFixture<ModelSite>
{
    private const string Culture = ".AspNetCore.Culture", Theme = "om-theme";

    private TestSite Site => model.Site;

    [Fact]
    public async Task Vietnamese_is_the_first_language_whatever_the_browser_prefers()
    {
        var page = (await Site.Visit().GetAsync("/account/signin")).Page;

        Assert.Equal(("vi", "light"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("data-theme")));
        Assert.Equal("Đăng nhập OrgManager", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("vi", "vi")]
    [InlineData("fr", "vi")]
    [InlineData("", "vi")]
    public async Task The_language_chosen_stays_with_the_browser(string chosen, string shown)
    {
        var visitor = Site.Visit();

        var answer = await visitor.GetAsync($"/account/language?to={chosen}&returnUrl=%2Faccount%2Fsignin");

        Assert.Equal((HttpStatusCode.Redirect, "/account/signin"), (answer.Status, answer.Location));
        AssertLasting(answer.SetCookie(Culture)!);
        Assert.Equal(shown, (await visitor.GetAsync("/account/signin")).Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("\"><script>", "light")]
    public async Task The_theme_chosen_stays_with_the_browser(string chosen, string shown)
    {
        var visitor = Site.Visit();

        var answer = await visitor.GetAsync($"/account/theme?to={Uri.EscapeDataString(chosen)}&returnUrl=%2Fstaff");

        Assert.Equal("/staff", answer.Location);
        AssertLasting(answer.SetCookie(Theme)!);
        Assert.Equal(shown, (await visitor.GetAsync("/account/signin")).Page.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task They_are_kept_with_the_account_and_the_next_browser_has_them_too()
    {
        var first = await Site.VisitAsync("inspector");
        await first.GetAsync("/account/language?to=en");
        await first.GetAsync("/account/theme?to=dark");

        var second = await Site.VisitAsync("inspector");

        var page = (await second.GetAsync("/")).Page.DocumentElement;
        Assert.Equal(("en", "dark"), (page.GetAttribute("lang"), page.GetAttribute("data-theme")));
    }

    [Fact]
    public async Task What_a_browser_has_chosen_wins_over_the_account()
    {
        await (await Site.VisitAsync("unithead")).GetAsync("/account/language?to=en");
        var visitor = Site.Visit();
        await visitor.GetAsync("/account/language?to=vi");

        await visitor.SignInAsync("unithead");

        Assert.Equal("vi", (await visitor.GetAsync("/")).Page.DocumentElement.GetAttribute("lang"));
    }

    private static void AssertLasting(string cookie)
    {
        Assert.Contains("max-age=31536000", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
