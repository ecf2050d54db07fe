using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: rights given, taken, and watched.</summary>
public class AccessJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_administrator_grants_and_revokes_it_works_at_once_and_the_inspector_reads_it_in_the_log()
    {
        await using var journey = await Journey.StartAsync(_database);
        var (admin, other) = (journey.Page, await journey.OpenAsync());
        await Journey.SignInAsync(other, "unithead", "/reviews");
        await Assertions.Expect(other.Locator("main .empty")).ToContainTextAsync("quyền");

        await Journey.SlowDownAsync(admin);
        await journey.SignInAsync("admin", "/admin/accounts/unithead");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Cấp quyền" }).ClickAsync();
        await admin.Locator("dialog select").First.SelectOptionAsync("Inspector");
        await admin.Locator("dialog button[type=submit]").ClickAsync();
        await Assertions.Expect(admin.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await other.GotoAsync("/reviews?year=2019");
        await Assertions.Expect(other.Locator("main table").First.Locator("tbody tr")).ToHaveCountAsync(9);

        await admin.Locator("tr", new() { HasText = "Kiểm tra, thanh tra" }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await admin.Locator("dialog button[type=submit]").ClickAsync();
        await Assertions.Expect(admin.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await other.GotoAsync("/reviews?year=2019");
        await Assertions.Expect(other.Locator("main .empty")).ToContainTextAsync("quyền");

        var inspector = await journey.OpenAsync();
        await Journey.SignInAsync(inspector, "inspector", "/audit");
        foreach (var act in new[] { "Cấp quyền", "Thu hồi quyền" })
        {
            var line = inspector.Locator("main tbody tr", new() { HasText = act }).First;
            await Assertions.Expect(line).ToContainTextAsync("unithead");
            await Assertions.Expect(line).ToContainTextAsync("admin");
        }
        journey.NothingWentWrong();
    }
}
