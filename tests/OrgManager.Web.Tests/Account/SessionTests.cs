using System.Net;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Account;

public class SessionTests
{
    private const string Next = "Another#Horse-2026";

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = await site.VisitAsync("director");

        var answer = await visitor.SubmitAsync("/account/access-denied");

        Assert.Equal((HttpStatusCode.Redirect, "/account/signin"), (answer.Status, answer.Location));
        Assert.DoesNotContain("OrgManager", visitor.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Nobody_else_can_sign_one_out()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = await site.VisitAsync("director");

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/account/sign-out")).Status);
        Assert.NotEqual(HttpStatusCode.Redirect, (await visitor.GetAsync("/account/sign-out")).Status);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_password_changed_here_keeps_this_session_and_ends_the_others()
    {
        await using var site = await TestSite.StartModelAsync();
        var (here, elsewhere) = (await site.VisitAsync("director"), await site.VisitAsync("director"));

        var answer = await ChangeAsync(here, AccountService.SamplePassword, Next, Next);

        Assert.Contains("Đã đổi mật khẩu", answer.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), ((await here.GetAsync("/")).Status, (await elsewhere.GetAsync("/")).Status));
        Assert.Equal("/", (await site.Visit().SignInAsync("director", Next)).Location);
        Assert.Null((await site.Visit().SignInAsync("director")).Location);
    }

    [Theory]
    [InlineData("wrong", Next, Next, "current")]
    [InlineData(AccountService.SamplePassword, Next, Next + "!", "again")]
    [InlineData(AccountService.SamplePassword, "weak", "weak", "next")]
    [InlineData(AccountService.SamplePassword, AccountService.SamplePassword, AccountService.SamplePassword, "next")]
    public async Task A_password_that_cannot_be_taken_is_told_at_its_field(string current, string next, string again, string field)
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = await site.VisitAsync("director");

        var answer = await ChangeAsync(visitor, current, next, again);

        Assert.Equal(field, Assert.Single(answer.Page.QuerySelectorAll("[aria-invalid=true]")).Id);
        Assert.NotEmpty(answer.Page.QuerySelector(".err")!.TextContent.Trim());
        Assert.Equal("/", (await site.Visit().SignInAsync("director")).Location);
    }

    [Fact]
    public async Task A_password_set_by_the_machines_owner_ends_every_session()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = await site.VisitAsync("director");

        Assert.Equal(0, (await TestProgram.TypeAsync(site.Database, Next, "user", "reset-password", "director")).Code);

        var answer = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.DoesNotContain("OrgManager", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task A_disabled_account_is_told_so_and_its_session_has_ended()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = await site.VisitAsync("director");
        await using (var org = TestOrg.On(site.Database, isOwner: false))
            await org.Database.ChangeAsync(new("Test.Disable"), async db => (await db.Set<OrgUser>().SingleAsync(u => u.UserName == "director")).IsDisabled = true);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).Status);
        Assert.Contains("ngừng sử dụng", (await site.Visit().SignInAsync("director")).Text, StringComparison.Ordinal);
        Assert.Contains("không đúng", (await site.Visit().SignInAsync("director", "wrong")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_working_day_without_use_it_has_ended()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = await site.VisitAsync("director");
        site.Time.Advance(TimeSpan.FromHours(9));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);

        site.Time.Advance(TimeSpan.FromHours(11));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).Status);
    }

    private static Task<Answer> ChangeAsync(TestVisitor visitor, string current, string next, string again) =>
        visitor.SubmitAsync("/account/password", ("Input.Current", current), ("Input.Next", next), ("Input.Again", again));
}
