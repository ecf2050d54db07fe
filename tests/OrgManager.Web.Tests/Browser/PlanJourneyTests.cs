using Microsoft.Playwright;
using OrgManager.Access;
using OrgManager.Decisions;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: next year's posts, planned by the officer and locked by the director.</summary>
public class PlanJourneyTests : IAsyncLifetime
{
    private static readonly int Year = TimeProvider.System.GetUtcNow().AddHours(7).Year + 1;
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.ModelAsync();
        await using var org = TestOrg.On(_database, isOwner: false);
        org.Actor = Actor.System;
        await org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "777/QĐ-SCT", "Sở Công Thương", new(Year - 1, 12, 20), new(Year, 1, 1), "Giao biên chế năm sau"));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Next_years_quota_is_planned_by_keyboard_submitted_and_locked_and_stands_from_1_January()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/quota/plans");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập kế hoạch" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập dự thảo" }).ClickAsync();

        await page.GetByLabel("Kế hoạch: Sở Công Thương tỉnh Mẫu, Công chức, Được giao").FillAsync("52");
        await page.GetByLabel("Lý do: Sở Công Thương tỉnh Mẫu, Công chức, Được giao").FillAsync("Tinh giản theo lộ trình");
        await page.GetByLabel("Kế hoạch: Văn phòng, Công chức, Phân bổ").FillAsync("8");
        await page.GetByLabel("Lý do: Văn phòng, Công chức, Phân bổ").FillAsync("Một người nghỉ hưu");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lưu dự thảo" })).ToBeEnabledAsync();
        await page.GetByLabel("Lý do: Văn phòng, Công chức, Phân bổ").PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lưu dự thảo" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trình kế hoạch" }).ClickAsync();
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("Đã trình");

        var second = await journey.OpenAsync();
        await Journey.SignInAsync(second, "director", "/quota/plans");
        await second.GetByRole(AriaRole.Link, new() { Name = $"Năm {Year}" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Chốt kế hoạch" }).ClickAsync();
        await second.Locator("#decision-find").FillAsync("777");
        await second.Locator(".found .choice").First.ClickAsync();
        await second.Locator("dialog.sheet button[type=submit]").ClickAsync();
        await Assertions.Expect(second.Locator(".head")).ToContainTextAsync("Đã chốt");

        await second.GotoAsync($"/quota?on={Year}-01-01&category=CivilServant");
        await Assertions.Expect(second.Locator("tbody tr", new() { HasText = "Văn phòng" }).Locator("td").Nth(1)).ToHaveTextAsync("8");
        await Assertions.Expect(second.Locator("tfoot td").First).ToHaveTextAsync("52");
        await second.GotoAsync($"/quota/ledger?on={Year}-01-01&year={Year}&category=CivilServant");
        await Assertions.Expect(second.Locator("table.ledger tbody tr").First).ToContainTextAsync("777/QĐ-SCT");
        journey.NothingWentWrong();
    }
}
