using Microsoft.Playwright;
using OrgManager.Reviews;
using OrgManager.Tests;
using static Microsoft.Playwright.Assertions;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser: the sheet of a cell of twelve, of which only results are kept, by keys alone.</summary>
public class ReviewGridJourneyTests : IAsyncLifetime
{
    private const string Path = "/reviews/2020/CB-KC", Saved = ".actions [role=status]", Cell = "Chi bộ Trung tâm Khuyến công";
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.ModelAsync();
        await using var org = TestOrg.On(_database, isOwner: false);
        await org.Get<ReviewCycleService>().OpenAsync(2020, await org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Twelve_are_entered_from_the_minutes_without_a_mouse_and_the_focus_is_always_in_sight()
    {
        await using var journey = await Journey.StartAsync(_database);
        var (page, keys) = (journey.Page, new Keys(journey.Page));
        await SignInAsync(page, keys);
        await keys.ToAsync(page.GetByRole(AriaRole.Link, new() { Name = Cell, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Path);
        await Expect(page.Locator("#sheet tbody tr")).ToHaveCountAsync(12);
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();

        await MinutesAsync(page, keys);
        await VotesAsync(page, keys);
        await OwnGradeAsync(page, keys);
        await keys.PressAsync("Control+Enter");
        await Expect(page.Locator(Saved)).ToHaveTextAsync("Đã lưu");
        await keys.AssertInSightAsync("after the saving");
        await Expect(Own(page)).ToBeFocusedAsync();
        await AgainByTheButtonAsync(page, keys);

        await page.ReloadAsync();
        await Expect(Own(page)).ToHaveValueAsync("HTNV");
        Assert.Equal(("12-BB/CB-KC", "05/12/2020"), (await page.Locator("#minutes-number").InputValueAsync(), await page.Locator("#minutes-day").InputValueAsync()));
        var grades = await page.Locator("#sheet tbody select").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        Assert.Equal(["HTXSNV", "HTXSNV", .. Enumerable.Repeat("HTTNV", 10)], grades);
        journey.NothingWentWrong();
    }

    [Fact]
    public async Task What_is_typed_faster_than_a_slow_line_answers_stands_whole()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await Journey.SlowDownAsync(page);
        await journey.SignInAsync("partyclerk", Path);
        var votes = page.Locator("#sheet tbody input[aria-label$=': Số phiếu HTXSNV']").First;

        await page.Locator("#minutes-number").FocusAsync();
        await page.Keyboard.TypeAsync("12-BB/CB-KC");
        await votes.FocusAsync();
        await page.Keyboard.TypeAsync("12");

        await Expect(page.Locator("#sheet tbody select").First).ToHaveValueAsync("HTXSNV"); // all of it has been answered
        await Expect(page.Locator("#minutes-number")).ToHaveValueAsync("12-BB/CB-KC");
        await Expect(votes).ToHaveValueAsync("12");
        journey.NothingWentWrong();
    }

    private static ILocator Own(IPage page) => page.GetByLabel($"{Cell}: Chi bộ đề nghị");

    private static async Task SignInAsync(IPage page, Keys keys)
    {
        await page.GotoAsync("/reviews?year=2020");
        await keys.ToAsync(page.GetByRole(AriaRole.Button, new() { Name = "partyclerk", Exact = true }));
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/reviews?year=2020");
        await Expect(page.Locator("table.nums tbody tr")).ToHaveCountAsync(9);
    }

    private static async Task MinutesAsync(IPage page, Keys keys)
    {
        await keys.ToAsync(page.Locator("#minutes-number"));
        await page.Keyboard.TypeAsync("12-BB/CB-KC");
        await keys.PressAsync("Tab");
        await Expect(page.Locator("#minutes-day")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("5/12/2020");
        await keys.ToAsync(page.Locator("fieldset.came input").First);
        await page.Keyboard.TypeAsync("12");
        await keys.PressAsync("Tab");
    }

    /// <summary>Down the first column, up the second: the majority is proposed by itself.</summary>
    private static async Task VotesAsync(IPage page, Keys keys)
    {
        var (best, good) = (page.Locator("#sheet tbody input[aria-label$=': Số phiếu HTXSNV']"), page.Locator("#sheet tbody input[aria-label$=': Số phiếu HTTNV']"));
        await keys.ToAsync(best.First);
        for (var row = 0; row < 12; row++)
        {
            await Expect(best.Nth(row)).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(row < 2 ? "8" : "1");
            if (row < 11) await keys.PressAsync(row % 2 == 0 ? "Enter" : "ArrowDown");
        }
        await keys.PressAsync("Tab");
        for (var row = 11; row >= 0; row--)
        {
            await Expect(good.Nth(row)).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(row < 2 ? "4" : "11");
            if (row > 0) await keys.PressAsync("ArrowUp");
        }
        await Expect(page.Locator("#sheet tbody select").First).ToHaveValueAsync("HTXSNV");
    }

    /// <summary>Down the column of grades, past its end to the cell itself, and back; a digit chooses.</summary>
    private static async Task OwnGradeAsync(IPage page, Keys keys)
    {
        var grades = page.Locator("#sheet tbody select");
        await keys.ToAsync(grades.First);
        for (var row = 0; row < 12; row++) await keys.PressAsync("ArrowDown");
        await Expect(Own(page)).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await Expect(grades.Last).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("2");
        await Expect(Own(page)).ToHaveValueAsync("HTTNV");
    }

    /// <summary>The button that has nothing to save any more keeps the focus.</summary>
    private static async Task AgainByTheButtonAsync(IPage page, Keys keys)
    {
        await keys.PressAsync("3");
        await Expect(page.Locator(Saved)).ToHaveTextAsync("Chưa lưu: 1");
        await keys.ToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Lưu kết quả" }), "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Saved)).ToHaveTextAsync("Đã lưu");
        await keys.AssertInSightAsync("after the button");
        await keys.PressAsync("Tab");
    }
}
