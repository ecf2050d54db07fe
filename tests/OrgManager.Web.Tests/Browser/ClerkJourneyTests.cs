using Microsoft.Playwright;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: a year's grades, with the keyboard alone.</summary>
public class ClerkJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.ModelAsync();
        await using var org = TestOrg.On(_database, isOwner: false);
        var cycle = Assert.Single((await org.Get<ReviewCycleService>().BoardsAsync(2019)).Boards).Cycle;
        await org.Get<ReviewCycleService>().ReopenAsync(cycle, "Chi bộ đề nghị xem lại");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_clerk_enters_a_cells_grades_with_the_keyboard_alone_and_meets_the_cap()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("partyclerk", "/reviews?year=2019");

        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Chi bộ Thương mại", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/reviews/2019/CB-TM");
        await Assertions.Expect(page.Locator("aside")).ToContainTextAsync("Toàn đảng bộ đã đủ 12/12 HTXSNV");

        await TabToAsync(page, page.Locator("tbody tr:nth-child(2) .cell-in.tiny").First);
        foreach (var votes in new[] { "9", "2", "0", "0" })
        {
            await page.Keyboard.TypeAsync(votes);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("1"); // in the choice of the grade
        await Assertions.Expect(page.Locator("tbody tr:nth-child(2) select")).ToHaveValueAsync("HTXSNV");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("tbody tr:nth-child(3) select")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".actions [role=status]")).ToHaveTextAsync("Đã lưu");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("tbody tr:nth-child(2) select")).ToHaveValueAsync("HTXSNV");
        journey.NothingWentWrong();
    }

    [Fact]
    public async Task The_cap_is_met_only_by_what_is_typed_and_leaving_asks_for_it()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("partyclerk", "/reviews/2019/CB-TM");
        var (over, row) = (page.Locator("aside").GetByText("Toàn đảng bộ: 13/11 HTXSNV."), page.Locator("tbody tr").Filter(new() { HasText = "Lương Thị Hải Đường" }));
        await Assertions.Expect(page.Locator("aside")).ToContainTextAsync("Toàn đảng bộ đã đủ 12/12 HTXSNV");
        await Assertions.Expect(over).ToHaveCountAsync(0);

        await TabToAsync(page, row.Locator("select"));
        await page.Keyboard.PressAsync("1");

        await Assertions.Expect(over).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".cap").First).ToContainTextAsync("Đã quyết định 12/12 · Dự kiến 13/11");
        await Assertions.Expect(row.Locator(".notes")).ToContainTextAsync("khác quyết định");

        await page.GetByRole(AriaRole.Link, new() { Name = "Tổ chức bộ máy" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Còn 1 thay đổi chưa lưu");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page).ToHaveURLAsync("/reviews/2019/CB-TM");
        await Assertions.Expect(row.Locator("select")).ToHaveValueAsync("HTXSNV");
        journey.NothingWentWrong();
    }

    private static async Task TabToAsync(IPage page, ILocator field)
    {
        await Assertions.Expect(field).ToBeVisibleAsync();
        for (var presses = 0; presses < 120 && !await field.EvaluateAsync<bool>("element => element === document.activeElement"); presses++) await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(field).ToBeFocusedAsync();
    }
}
