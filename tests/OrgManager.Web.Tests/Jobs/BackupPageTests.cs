using Bunit;
using OrgManager.Data.Maintenance;
using OrgManager.Jobs;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Jobs;

/// <summary>A backup asked for on the page: seen while it is made, there and at home, also after the page was left.</summary>
public class BackupPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private TestBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("admin");
        _browser = new(_org);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _org.DisposeAsync();
    }

    [Fact]
    public async Task It_is_made_and_listed_with_where_it_lies()
    {
        var page = _browser.Open("/admin/backup");
        Assert.NotNull(page.Find("main .empty"));
        await page.ClickAsync(".actions .btn");
        page.WaitForState(() => page.FindAll(".job").Count == 1);
        Assert.True(page.Find(".actions .btn").HasAttribute("disabled"));

        await MakeAsync();

        page.WaitForAssertion(() => Assert.Contains("orgmanager-20260115-090000", page.Find("main tbody").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(Environment.MachineName, page.Find("main .finding.info").TextContent, StringComparison.Ordinal));
        Assert.Contains(_org.Storage.Directory, page.Find("main code").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main tbody a"));
    }

    [Fact]
    public async Task Its_outcome_waits_on_the_home_page_until_it_has_been_seen()
    {
        await _browser.Open("/admin/backup").ClickAsync(".actions .btn");
        await MakeAsync();

        var home = _browser.Open("/");
        home.WaitForAssertion(() => Assert.Contains("orgmanager-20260115-090000", home.Find(".jobs .finding").TextContent, StringComparison.Ordinal));
        await home.ClickAsync(".jobs .dismiss");

        home.WaitForState(() => home.FindAll(".jobs").Count == 0);
        Assert.Empty(_browser.Open("/").FindAll(".jobs"));
    }

    [Fact]
    public async Task Called_off_it_says_so_and_another_can_be_asked_for()
    {
        var page = _browser.Open("/admin/backup");
        await page.ClickAsync(".actions .btn");

        await page.ClickAsync(".job .cancel");

        page.WaitForAssertion(() => Assert.Contains("Đã hủy", page.Find("main .finding").TextContent, StringComparison.Ordinal));
        Assert.False(page.Find(".actions .btn").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_failure_is_told_with_what_the_system_said()
    {
        await File.WriteAllTextAsync((await _org.Get<BackupService>().ListAsync()).Directory, "in the way");
        var page = _browser.Open("/admin/backup");
        await page.ClickAsync(".actions .btn");

        await MakeAsync();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("main .finding.block[role=alert]")));
    }

    private async Task MakeAsync() => await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());
}
