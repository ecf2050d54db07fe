using Microsoft.Playwright;
using OrgManager.Access;
using OrgManager.Reviews;
using OrgManager.Tests;
using static Microsoft.Playwright.Assertions;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser: two who type in the sheet of one cell, of which only results are kept.</summary>
public class TwoSecretariesJourneyTests : IAsyncLifetime
{
    private const string Path = "/reviews/2020/CB-KC";
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.ModelAsync();
        await using var org = TestOrg.On(_database, isOwner: false);
        await org.Get<ReviewCycleService>().OpenAsync(2020, await org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Of_two_secretaries_in_one_sheet_each_keeps_the_own_row_and_of_the_same_row_the_second_is_told_and_keeps_what_was_typed()
    {
        await using (var org = TestOrg.On(_database, isOwner: false)) await org.Get<UserService>().AddAsync(new("cell9", AccountService.SamplePassword, Role.CellSecretary, "CB-KC"));
        await using var journey = await Journey.StartAsync(_database);
        var (first, second) = (journey.Page, await journey.OpenAsync());
        await Journey.SignInAsync(first, "partyclerk", Path);
        await SignInByHandAsync(second, "cell9");
        var grades = "#sheet tbody select";
        await Expect(first.Locator(grades)).ToHaveCountAsync(12);
        await Expect(second.Locator(grades)).ToHaveCountAsync(12);

        foreach (var page in new[] { first, second })
        {
            await page.Locator("#minutes-number").FillAsync("12-BB/CB-KC");
            await page.Locator("#minutes-day").FillAsync("05/12/2020");
        }
        await first.Locator(grades).Nth(1).SelectOptionAsync("HTTNV");
        await second.Locator(grades).Nth(2).SelectOptionAsync("HTNV");
        await ReviewPages.SaveSheetAsync(first);
        await ReviewPages.SaveSheetAsync(second);
        await Expect(second.Locator(grades).Nth(1)).ToHaveValueAsync("HTTNV");

        await first.ReloadAsync();
        await Expect(first.Locator(grades).Nth(2)).ToHaveValueAsync("HTNV");
        await first.Locator(grades).Nth(3).SelectOptionAsync("HTTNV");
        await second.Locator(grades).Nth(3).SelectOptionAsync("HTXSNV");
        await ReviewPages.SaveSheetAsync(first);
        await second.GetByRole(AriaRole.Button, new() { Name = "Lưu kết quả" }).ClickAsync();
        await Expect(second.Locator("form > [role=alert]")).ToContainTextAsync("Người khác vừa cập nhật");
        await Expect(second.Locator("aside .finding", new() { HasText = "Người khác vừa nhập" })).ToContainTextAsync("ở đây đang nhập “HTXSNV");
        await Expect(second.Locator(grades).Nth(3)).ToHaveValueAsync("HTXSNV");
        await ReviewPages.SaveSheetAsync(second);
        await first.ReloadAsync();
        await Expect(first.Locator(grades).Nth(3)).ToHaveValueAsync("HTXSNV");
        journey.NothingWentWrong();
    }

    private static async Task SignInByHandAsync(IPage page, string user)
    {
        await page.GotoAsync(Path);
        await page.Locator("#user").FillAsync(user);
        await page.Locator("#password").FillAsync(AccountService.SamplePassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Path);
    }
}
