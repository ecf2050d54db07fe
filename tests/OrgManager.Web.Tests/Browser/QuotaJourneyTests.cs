using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: posts, from the officer who allocates them to the director who reads them.</summary>
public class QuotaJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_officer_allocates_next_years_posts_and_a_lost_connection_loses_nothing_typed()
    {
        await using var journey = await Journey.StartAsync(_database);
        var (page, line) = (journey.Page, new TaskCompletionSource<IWebSocketRoute>(TaskCreationOptions.RunContinuationsAsynchronously));
        await page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            socket.ConnectToServer();
            line.TrySetResult(socket);
        });
        await journey.SignInAsync("hr", "/quota?on=2025-06-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân bổ biên chế" }).ClickAsync();
        await Assertions.Expect(page.Locator(".remain")).ToContainTextAsync("Đã phân bổ hết");

        await page.GetByLabel("Số biên chế: Văn phòng").FillAsync("10");
        await Assertions.Expect(page.Locator(".remain")).ToContainTextAsync("Vượt so với giao: 1");
        var back = page.EvaluateAsync("() => new Promise(done => document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', e => e.detail.state === 'hide' && done(true)))");
        await (await line.Task).CloseAsync(new() { Code = 1011, Reason = "lost" });
        await back;
        await Assertions.Expect(page.GetByLabel("Số biên chế: Văn phòng")).ToHaveValueAsync("10");
        await page.GetByLabel("Số biên chế: Thanh tra").FillAsync("6");
        await page.GetByLabel("Số biên chế: Thanh tra").PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);

        await page.GotoAsync("/quota?on=2026-01-01&category=CivilServant");
        await Assertions.Expect(page.Locator("tbody tr", new() { HasText = "Văn phòng" }).Locator("td").Nth(1)).ToHaveTextAsync("10");
    }

    [Fact]
    public async Task Two_who_change_the_same_person_are_told_and_neither_loses_what_was_typed()
    {
        await using var journey = await Journey.StartAsync(_database);
        var (first, second) = (journey.Page, await journey.OpenAsync());
        await journey.SignInAsync("hr", "/staff/CB035");
        await Journey.SignInAsync(second, "hr", "/staff/CB035");
        foreach (var (page, position) in new[] { (first, "Kế toán trưởng"), (second, "Thủ quỹ") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" }).ClickAsync();
            await page.GetByLabel("Vị trí công tác").FillAsync(position);
            await page.GetByLabel("Vị trí công tác").BlurAsync();
        }

        await first.GetByRole(AriaRole.Button, new() { Name = "Lưu biến động" }).ClickAsync();
        await Assertions.Expect(first.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await second.GetByRole(AriaRole.Button, new() { Name = "Lưu biến động" }).ClickAsync();

        await Assertions.Expect(second.Locator("dialog .conflict")).ToContainTextAsync("Kế toán trưởng");
        await Assertions.Expect(second.GetByLabel("Vị trí công tác")).ToHaveValueAsync("Thủ quỹ");
        journey.NothingWentWrong();
    }
}
