using System.Net;
using Microsoft.Playwright;
using OrgManager.Data.Maintenance;
using OrgManager.Tests;
using OrgManager.Web.Tests.Browser;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>Two nodes behind the proxy of the README, one of which is killed: nothing committed is lost, nobody signs in again.</summary>
public class KilledNodeTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [PostgresFact]
    public async Task An_open_page_comes_back_from_the_other_node_with_what_was_saved_and_goes_on()
    {
        var nodes = await TwoNodes.StartAsync(_database);
        await using var journey = await Journey.AtAsync(nodes.Proxy.Address, nodes);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/units/VP");
        await RenameAsync(page, "Văn phòng Sở", "1/3/2024");
        journey.NothingWentWrong();
        await page.EvaluateAsync("() => window.before = true");

        var left = await nodes.KillAsync(await NodeAsync(page));
        await page.WaitForFunctionAsync("() => !window.before && document.querySelector('main h1')", null, new() { PollingInterval = 100 });

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Văn phòng Sở");
        await Assertions.Expect(page).ToHaveURLAsync("/units/VP");
        Assert.Equal(left, await NodeAsync(page));
        await RenameAsync(page, "Văn phòng Sở Công Thương", "1/4/2024");
        await AssertSoundAsync();
    }

    [PostgresFact]
    public async Task Browsers_are_spread_and_each_stays_at_its_node_until_that_is_gone_and_is_signed_in_at_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync(_database);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = nodes.Proxy.Address };
        var seen = new HashSet<Uri>();
        for (var other = 0; other < 40; other++) seen.Add(NodeOf(await new TestVisitor(client).GetAsync("/health/live"))); // of 40 all at one node: once in a million million
        Assert.Equal(2, seen.Count);
        var visitor = new TestVisitor(client);
        var signedIn = await visitor.SignInAsync("director");
        Assert.Equal("/", signedIn.Location);
        var first = NodeOf(signedIn);
        for (var visit = 0; visit < 5; visit++) Assert.Equal(first, NodeOf(await visitor.GetAsync("/")));

        var left = await nodes.KillAsync(first);

        var home = await visitor.GetAsync("/");
        Assert.Equal((HttpStatusCode.OK, left), (home.Status, NodeOf(home)));
        Assert.Equal("/account/signin", (await visitor.SubmitAsync("/account/access-denied")).Location);
    }

    private static Uri NodeOf(Answer answer) => Proxy.NodeOf(answer.Header(Proxy.NodeHeader));

    /// <summary>Where the proxy sends this browser.</summary>
    private static async Task<Uri> NodeAsync(IPage page) =>
        Proxy.NodeOf(await page.EvaluateAsync<string>($"() => fetch('/health/live').then(answer => answer.headers.get('{Proxy.NodeHeader}'))"));

    private static Task RenameAsync(IPage page, string name, string day) => HrJourneyTests.ChangeUnitAsync(page, day, async () =>
    {
        await page.GetByLabel("Tên đầy đủ").FillAsync(name);
        await page.GetByLabel("Tên đầy đủ").BlurAsync();
    });

    private async Task AssertSoundAsync()
    {
        await using var org = TestOrg.On(_database, isOwner: false);
        Assert.Empty((await org.Get<Verifier>().VerifyAsync()).Problems);
    }
}
