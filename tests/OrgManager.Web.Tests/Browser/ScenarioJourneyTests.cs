using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser: a merger from the first draft to the deed, and back.</summary>
public class ScenarioJourneyTests : IAsyncLifetime
{
    private const string New = "Phòng Công nghiệp và Thương mại", Old = "Phòng Quản lý công nghiệp", Then = "2027-07-01";

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_merger_is_drafted_with_the_board_approved_by_phone_applied_looked_at_and_undone()
    {
        await using var journey = await Journey.StartAsync(_database);
        var officer = journey.Page;
        await journey.SignInAsync("hr", "/scenarios");
        await DraftAsync(officer);
        await OnTheBoardAsync(officer);
        await ConfirmAsync(officer, "Trình giám đốc phê duyệt", "Trình phương án");
        await Assertions.Expect(officer.Locator(".titled .st")).ToHaveTextAsync("Đã trình");

        var director = await journey.OpenAsync(390, 844);
        await Journey.SignInAsync(director, "director", "/");
        await director.Locator("main .finding", new() { HasText = "1 phương án sắp xếp chờ duyệt" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(director.Locator(".effects")).ToContainTextAsync("→");
        await ConfirmAsync(director, "Duyệt", "Duyệt phương án");
        await Assertions.Expect(director.Locator(".titled .st")).ToHaveTextAsync("Đã duyệt");

        await officer.ReloadAsync();
        await ConfirmAsync(officer, "Áp dụng", "Áp dụng phương án");
        await Assertions.Expect(officer.Locator(".titled .st")).ToHaveTextAsync("Đã áp dụng");
        await officer.GetByRole(AriaRole.Link, new() { Name = "So sánh trước và sau" }).ClickAsync();
        await Assertions.Expect(officer.Locator("main tbody").First).ToContainTextAsync(New);
        await ExpectUnitsAsync(officer, $"/units?on={Then}", there: New, gone: Old);
        await ExpectUnitsAsync(officer, "/units", there: Old, gone: New);

        var administrator = await journey.OpenAsync();
        await Journey.SignInAsync(administrator, "admin", "/scenarios");
        await administrator.Locator("tbody tr", new() { HasText = "Phương án 03" }).GetByRole(AriaRole.Button).ClickAsync();
        await administrator.GetByLabel("Lý do").FillAsync("Áp dụng nhầm ngày");
        await administrator.Locator("dialog.sheet footer .primary").ClickAsync();
        await Assertions.Expect(administrator.Locator("tbody tr", new() { HasText = "Phương án 03" })).ToContainTextAsync("Đã hoàn tác");
        await ExpectUnitsAsync(officer, $"/units?on={Then}", there: Old, gone: New);
        journey.NothingWentWrong();
    }

    private static async Task DraftAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập phương án mới" }).ClickAsync();
        await page.GetByLabel("Tên phương án").FillAsync("Phương án 03");
        await page.Locator("#scenario-day").FillAsync("01/07/2027");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập phương án", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Phương án 03");

        await page.Locator(".steps footer").GetByRole(AriaRole.Button, new() { Name = "Thêm bước" }).ClickAsync();
        foreach (var (field, found) in new[] { ("#step-units", "QLCN"), ("#step-units", "TM") })
        {
            await page.Locator(field).FillAsync(found);
            await page.Locator(".found .choice").First.ClickAsync();
        }
        await page.Locator("#step-new-name").FillAsync(New);
        await page.Locator("#step-new-code").FillAsync("CNTM");
        await page.Locator("#step-new-code").BlurAsync();
        await Assertions.Expect(page.Locator("#step-new-kind")).ToHaveValueAsync("Division");
        await Assertions.Expect(page.Locator(".sheet .preview")).ToContainTextAsync($"thành {New}");
        await page.Locator("dialog.sheet footer .primary").ClickAsync();
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
    }

    /// <summary>A head by the keyboard; everybody has a place, and targets tell what comes of it.</summary>
    private static async Task OnTheBoardAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".flow li.new")).ToContainTextAsync(New);
        await Assertions.Expect(page.Locator(".mapping header .st.reached")).ToHaveCountAsync(1);
        var post = page.Locator(".dst .pc select").Nth(1);
        await post.FocusAsync();
        await post.SelectOptionAsync("Head");
        await Assertions.Expect(page.Locator(".sl > li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".flow li.new")).ToContainTextAsync(await page.Locator(".dst .pc b").First.InnerTextAsync());
        await Assertions.Expect(page.Locator(".effects .eff").First).ToContainTextAsync("A");
    }

    private static async Task ConfirmAsync(IPage page, string act, string save)
    {
        await page.Locator(".head").GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await page.Locator("dialog.sheet").GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
    }

    private static async Task ExpectUnitsAsync(IPage page, string address, string there, string gone)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("main tbody")).ToContainTextAsync(there);
        await Assertions.Expect(page.Locator("main tbody")).Not.ToContainTextAsync(gone);
    }
}
