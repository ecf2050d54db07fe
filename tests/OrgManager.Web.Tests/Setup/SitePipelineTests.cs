using System.Net;
using Microsoft.EntityFrameworkCore;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Setup;

public class SitePipelineTests(ModelSite model) : IClassFixture<ModelSite>
{
    private TestSite Site => model.Site;

    [Theory]
    [InlineData("/account/signin")]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/tokens.css")]
    [InlineData("/nowhere")]
    [InlineData("/account/language?to=en")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await Site.Visit().GetAsync(path);

        var policy = answer.Header("Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin", null), (answer.Header("X-Content-Type-Options"), answer.Header("Referrer-Policy"), answer.Header("Server")));
    }

    [Theory]
    [InlineData("/", "%2F")]
    [InlineData("/targets/B?on=2019-10-21", "%2Ftargets%2FB%3Fon%3D2019-10-21")]
    [InlineData("/staff", "%2Fstaff")]
    [InlineData("/units", "%2Funits")]
    [InlineData("/cells", "%2Fcells")]
    [InlineData("/account/password", "%2Faccount%2Fpassword")]
    public async Task Who_is_not_signed_in_goes_to_the_sign_in_and_comes_back_from_there(string path, string returnUrl)
    {
        var answer = await Site.Visit().GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, $"/account/signin?returnUrl={returnUrl}"), (answer.Status, new Uri(answer.Location!).PathAndQuery));
    }

    [Fact]
    public async Task The_style_guide_is_no_page_of_an_installed_program()
    {
        var answer = await (await Site.VisitAsync("director")).GetAsync("/styleguide");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task The_sign_in_page_opens_no_circuit()
    {
        var page = (await Site.Visit().GetAsync("/account/signin")).Body;

        Assert.DoesNotContain("src=\"_framework/blazor.web", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"server\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shell_carries_no_data_before_its_circuit_stands()
    {
        var page = await (await Site.VisitAsync("director")).GetAsync("/targets/B");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("blazor.web", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Biên chế", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_told_with_its_status()
    {
        var visitor = await Site.VisitAsync("director");

        var (page, asset) = (await visitor.GetAsync("/nowhere"), await visitor.GetAsync("/nowhere.css", "text/css"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, ""), (page.Status, asset.Status, asset.Body));
        Assert.Contains("blazor.web", page.Body, StringComparison.Ordinal); // the shell, in which the page says so
    }

    [Fact]
    public async Task To_who_is_not_signed_in_a_page_that_does_not_exist_looks_like_any_other()
    {
        var answer = await Site.Visit().GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/account/signin", new Uri(answer.Location!).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_a_page_of_ours_and_no_detail()
    {
        await using var site = await TestSite.StartAsync();
        await using (var org = TestOrg.On(site.Database, isOwner: false))
        await using (var db = await org.OpenAsync())
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "OrganisationSettings" RENAME TO "Lost" """);

        var answer = await site.Visit().GetAsync("/account/signin");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("Máy chủ chưa trả lời được", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("OrganisationSettings", answer.Body, StringComparison.Ordinal);
    }
}
