using System.Net;
using Microsoft.EntityFrameworkCore;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Setup;

public class HealthTests
{
    [Fact]
    public async Task It_answers_without_signing_in()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await AskAsync(site, "live"), await AskAsync(site, "ready")));
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready()
    {
        await using var site = await TestSite.StartAsync();
        await using (var org = TestOrg.On(site.Database, isOwner: false))
        await using (var db = await org.OpenAsync())
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Versions" RENAME TO "Lost" """);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (await AskAsync(site, "live"), await AskAsync(site, "ready")));
    }

    private static async Task<HttpStatusCode> AskAsync(TestSite site, string what) => (await site.Visit().GetAsync($"/health/{what}", "*/*")).Status;
}
