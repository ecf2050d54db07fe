using System.Net;
using OrgManager.Access;

namespace OrgManager.Web.Tests.Account;

public class SignInTests(ModelSite model) : IClassFixture<ModelSite>
{
    private TestSite Site => model.Site;

    [Fact]
    public async Task The_right_password_opens_a_session_in_a_cookie_no_script_can_read()
    {
        var visitor = Site.Visit();

        var answer = await visitor.SignInAsync("director");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        var cookie = answer.SetCookie("OrgManager")!;
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_session_is_kept_on_this_machine_only_when_asked_for()
    {
        var answer = await Site.Visit().SubmitAsync("/account/signin", ("Input.User", "director"), ("Input.Password", AccountService.SamplePassword), ("Input.Keep", "true"));

        Assert.Contains("expires=", answer.SetCookie("OrgManager"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_name_is_found_however_it_is_written() => Assert.Equal("/", (await Site.Visit().SignInAsync("  DIRECTOR ")).Location);

    [Theory]
    [InlineData("cell1", "wrong")]
    [InlineData("nobody-of-that-name", "wrong")]
    public async Task A_wrong_password_and_an_unknown_name_look_alike(string user, string password)
    {
        var visitor = Site.Visit();

        var answer = await visitor.SignInAsync(user, password);

        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.SetCookie("OrgManager")));
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng. Còn 4 lần thử", answer.Text, StringComparison.Ordinal);
        Assert.Equal("true", answer.Page.QuerySelector("#password")!.GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task What_is_left_empty_is_told_at_its_field_and_costs_no_try()
    {
        var answer = await Site.Visit().SignInAsync("", "");

        Assert.Equal(["user", "password"], answer.Page.QuerySelectorAll("[aria-invalid=true]").Select(field => field.Id));
        Assert.DoesNotContain("lần thử", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_never_comes_back_in_the_page()
    {
        var answer = await Site.Visit().SignInAsync("unithead", "typed-by-mistake");

        Assert.DoesNotContain("typed-by-mistake", answer.Body, StringComparison.Ordinal);
        Assert.Equal("unithead", answer.Page.QuerySelector("#user")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_this_site_is_refused()
    {
        var visitor = Site.Visit();
        await visitor.GetAsync("/account/signin");

        var answer = await visitor.PostAsync("/account/signin", ("_handler", "signin"), ("Input.User", "director"), ("Input.Password", AccountService.SamplePassword));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.SetCookie("OrgManager")));
    }

    [Theory]
    [InlineData("/targets/B?on=2019-10-21")]
    [InlineData("/staff?search=Thuy%C3%AAn")]
    public async Task It_goes_back_to_the_page_that_was_asked_for(string page) =>
        Assert.Equal(page, (await Site.Visit().SignInAsync("director", path: $"/account/signin?returnUrl={Uri.EscapeDataString(page)}")).Location);

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("\\\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("elsewhere.example")]
    [InlineData("/staff?search=Thuyên")]
    [InlineData("")]
    public async Task It_never_leads_to_another_site_nor_where_no_header_can_lead(string returnUrl)
    {
        var escaped = Uri.EscapeDataString(returnUrl);

        Assert.Equal("/", (await Site.Visit().SignInAsync("director", path: $"/account/signin?returnUrl={escaped}")).Location);
        Assert.Equal("/", (await Site.Visit().GetAsync($"/account/language?to=en&returnUrl={escaped}")).Location);
        Assert.Equal("/", (await Site.Visit().GetAsync($"/account/theme?to=dark&returnUrl={escaped}")).Location);
    }

    [Fact]
    public async Task Accounts_of_a_sample_are_shown_with_their_password()
    {
        var page = (await Site.Visit().GetAsync("/account/signin")).Page;

        Assert.Equal(
            ["admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self"],
            page.QuerySelectorAll("[data-user]").Select(button => button.GetAttribute("data-user")));
        Assert.All(page.QuerySelectorAll("[data-user]"), button => Assert.Equal(AccountService.SamplePassword, button.GetAttribute("data-password")));
    }

    [Fact]
    public async Task Elsewhere_no_account_is_shown()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(0, (await TestProgram.TypeAsync(site.Database, "Correct#Horse-2026", "user", "add", "root", "--role", "Admin")).Code);

        var page = await site.Visit().GetAsync("/account/signin");

        Assert.Empty(page.Page.QuerySelectorAll("[data-user]"));
        Assert.DoesNotContain("root", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample#", page.Body, StringComparison.Ordinal);
    }
}
