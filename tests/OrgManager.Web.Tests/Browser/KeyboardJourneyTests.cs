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
    public async Task Rows_are_walked_and_opened_a_day_is_chosen_and_a_dialog_saved_by_keys_alone()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/staff?unit=QLCN");
        await WalkAsync(page);
        await ChooseADayAsync(page);
        await KeepWhatIsTypedAsync(page);
        await SaveAsync(page);
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

    /// <summary>Escape closes the calendar alone, and then the dialog is still there.</summary>
    private static async Task ChooseADayAsync(IPage page)
    {
        await page.Locator(".chosen").GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" }).PressAsync("Enter");
        var (button, calendar) = (page.Locator("button[popovertarget=change-day-days]"), page.Locator("#change-day-days"));
        await Assertions.Expect(page.Locator("#change-day")).ToBeFocusedAsync(); // the dialog has opened and taken the focus
        await button.PressAsync("Enter");
        await Assertions.Expect(calendar.Locator(".rz-calendar")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(calendar).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("dialog.sheet")).ToBeVisibleAsync();
    }

    /// <summary>The first Escape after typing asks, the answer in focus goes on, and what was typed is still there.</summary>
    private static async Task KeepWhatIsTypedAsync(IPage page)
    {
        var position = page.Locator("#post-position");
        await position.FillAsync("Kỹ sư chính");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nhập tiếp" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog.sheet .drop")).ToBeHiddenAsync();
        await Assertions.Expect(position).ToHaveValueAsync("Kỹ sư chính");
    }

    /// <summary>What is still being typed is saved as well.</summary>
    private static async Task SaveAsync(IPage page)
    {
        await page.GetByLabel("Có hiệu lực từ ngày").FillAsync("1/3/2024");
        await page.Locator("#post-position").FillAsync("Kỹ sư");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".rz-notification-title")).ToContainTextAsync("Đã lưu");
    }

    [Fact]
    public async Task What_was_typed_is_dropped_by_a_second_escape_and_nothing_is_asked_where_nothing_was_typed()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/staff/CB035");
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Cập nhật biến động" });
        await open.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#post-position")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);

        await open.PressAsync("Enter");
        await page.Locator("#post-position").FillAsync("Kỹ sư");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hủy bỏ" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog.sheet .drop")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
        await Assertions.Expect(open).ToBeFocusedAsync();
        journey.NothingWentWrong();
    }

    [Fact]
    public async Task The_day_is_offered_only_where_it_changes_what_is_shown_and_is_kept_on_the_way()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("hr", "/decisions?on=2019-10-21");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Sổ văn bản");
        await Assertions.Expect(page.Locator("button.asof, .banner")).ToHaveCountAsync(0);
        await page.Locator("nav#menu").GetByRole(AriaRole.Link, new() { Name = "Tổ chức bộ máy" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/units?on=2019-10-21");
        await Assertions.Expect(page.Locator("button.asof")).ToContainTextAsync("21/10/2019");
        journey.NothingWentWrong();
    }
}
