using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;

namespace OrgManager.Web.Tests.Account;

public class FirstAdministratorTests
{
    private const string Strong = "Correct#Horse-2026";

    [Theory]
    [InlineData("root", "weak", "weak", "next")]
    [InlineData("root", Strong, "Different#Horse-2026", "again")]
    [InlineData("   ", Strong, Strong, "user")]
    public async Task What_cannot_be_taken_is_told_at_its_field_and_the_link_still_works(string user, string password, string again, string field)
    {
        await using var site = await TestSite.StartAsync();

        var refused = await CreateAsync(site, user, password, again);

        Assert.Equal(field, Assert.Single(refused.Page.QuerySelectorAll("[aria-invalid=true]")).Id);
        Assert.Equal("/", (await CreateAsync(site, "root", Strong, Strong)).Location);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_used_the_link_creates_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var late = site.Visit();
        var form = (await late.GetAsync(Link(site))).Page.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).ToList();
        await CreateAsync(site, "root", Strong, Strong);

        var answer = await late.PostAsync(Link(site), [.. form, ("Input.User", "second"), ("Input.Password", Strong), ("Input.Again", Strong)]);

        Assert.Null(answer.SetCookie("OrgManager"));
        Assert.Null((await site.Visit().SignInAsync("second", Strong)).Location);
    }

    [Fact]
    public async Task Where_there_are_accounts_the_link_is_over()
    {
        await using var site = await TestSite.StartModelAsync();

        var page = await site.Visit().GetAsync(Link(site));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Page.QuerySelector("input[type=password]"));
    }

    private static Task<Answer> CreateAsync(TestSite site, string user, string password, string again) =>
        site.Visit().SubmitAsync(Link(site), ("Input.User", user), ("Input.Password", password), ("Input.Again", again));

    private static string Link(TestSite site) => $"/account/first-administrator?token={site.Services.GetRequiredService<FirstAdministrator>().Token}";
}
