using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser: lists and dialogs without a mouse.</summary>
public class KeyboardJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Rows_are_walked_and_chosen_by_keys_alone()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/staff?unit=QLCN");
        await WalkAsync(page);
        journey.NothingWentWrong();
    }

    private static async Task WalkAsync(IPage page)
    {
        var links = page.Locator("main .title a");
        await Assertions.Expect(links.First).ToBeVisibleAsync();
        await page.Locator("main h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(links.Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        await page.GetByLabel("Tìm theo tên").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.GetByLabel("Tìm theo tên")).ToHaveValueAsync("j"); // typed, not walked
        await page.GetByLabel("Tìm theo tên").FillAsync("");
        await Assertions.Expect(page).ToHaveURLAsync("/staff?unit=QLCN");
        await page.Locator("main tbody .chk").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("main tr.sel")).ToHaveCountAsync(1);
    }
}
