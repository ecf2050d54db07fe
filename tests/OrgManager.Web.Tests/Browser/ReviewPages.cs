using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrgManager.Web.Tests.Browser;

/// <summary>What is done on the pages of the reviews, whoever does it.</summary>
internal static class ReviewPages
{
    /// <summary>The sheet of the cell and the member whom a year's journey follows.</summary>
    public const string Sheet = "/reviews/2019/CB-CN", Own = "/reviews/2019/members/CB035", Member = "Triệu Văn Lâm";

    /// <summary>What the whole cell waits for, by one button that is gone when it is done.</summary>
    public static async Task TogetherAsync(IPage page, string act)
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(act)}") });
        await button.ClickAsync();
        await Expect(button).ToHaveCountAsync(0);
    }

    public static async Task ActAsync(IPage page, string act, string? remark = null)
    {
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        if (remark is not null) await page.Locator("#act-remark").FillAsync(remark);
        await SaveAsync(page);
    }

    public static async Task SaveAsync(IPage page)
    {
        await page.Locator("dialog.sheet footer .primary").ClickAsync();
        await Expect(page.Locator("dialog.sheet")).ToHaveCountAsync(0);
    }

    public static async Task SaveSheetAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu kết quả" }).ClickAsync();
        await Expect(page.Locator(".actions [role=status]")).ToHaveTextAsync("Đã lưu");
    }

    /// <summary>What others said of a member: opinions, the proposal, and each decision.</summary>
    public static ILocator Outcome(IPage page) => page.Locator("section.card", new() { HasText = "Ý kiến, đề nghị và quyết định" });

    public static Task AtStepAsync(IPage page, string step) => Expect(page.Locator(".steps .now")).ToContainTextAsync(step);
}
