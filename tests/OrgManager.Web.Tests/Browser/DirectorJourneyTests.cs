using Microsoft.Playwright;
using OrgManager.Access;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: what the director opens every day.</summary>
public class DirectorJourneyTests(ModelData model) : IClassFixture<ModelData>
{
    private const int Hung = 60_000; // only so that a failure ends

    private static readonly string Chromium = Environment.GetEnvironmentVariable("ORGMANAGER_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    [Fact]
    public async Task The_director_reads_target_B_on_two_days_and_opens_the_decision_behind_it()
    {
        Assert.True(File.Exists(Chromium), $"There is no browser at {Chromium}: install chromium, or name one in ORGMANAGER_CHROMIUM.");
        await using var program = ServedProgram.StartProcess(Repository.Built, Path.GetTempPath(), model.Database);
        var address = await program.AddressAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        page.SetDefaultTimeout(Hung);
        Assertions.SetDefaultExpectTimeout(Hung);
        var wrong = Watch(page, address);

        await SignInAsync(page);
        await ReadTargetBAsync(page, "2019-10-21", "−6,3 %", "80 → 75 biên chế", "Đúng lộ trình");
        await ReadTargetBAsync(page, "2021-12-31", "−10,0 %", "80 → 72 biên chế", "Đã đạt");
        await OpenDecisionAsync(page);
        await GoToAnotherTargetAndBackAsync(page);
        await GoToADayAsync(page);
        await SignOutAsync(page);

        Assert.Empty(wrong);
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/targets/B?on=2019-10-21");
        await page.GetByRole(AriaRole.Button, new() { Name = "director", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#password")).ToHaveValueAsync(AccountService.SamplePassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/targets/B?on=2019-10-21");
    }

    private static async Task ReadTargetBAsync(IPage page, string on, string achieved, string note, string status)
    {
        if (!page.Url.EndsWith(on, StringComparison.Ordinal)) await page.GotoAsync($"/targets/B?on={on}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Mục tiêu B: Biên chế được giao");
        await Assertions.Expect(page.Locator(".kpis dd").First).ToContainTextAsync(achieved);
        await Assertions.Expect(page.Locator(".kpis dd").First).ToContainTextAsync(note);
        await Assertions.Expect(page.Locator(".card > header .st")).ToHaveTextAsync(status);
        await Assertions.Expect(page.Locator("svg.chart.desk")).ToBeVisibleAsync();
    }

    /// <summary>From the year to the unit's quota level, and to the decision with its number and issuer.</summary>
    private static async Task OpenDecisionAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "31/12/2017" }).ClickAsync();
        var line = page.Locator("tr.sub", new() { HasText = "13 → 12" });
        await Assertions.Expect(line).ToContainTextAsync("Trung tâm Xúc tiến thương mại");
        await line.Locator("button.dec").ClickAsync();
        var decision = line.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(decision.GetByRole(AriaRole.Heading)).ToHaveTextAsync("2650/QĐ-UBND");
        await Assertions.Expect(decision.GetByText("Ủy ban nhân dân tỉnh Mẫu", new() { Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(decision).ToBeHiddenAsync();
    }

    private static async Task GoToAnotherTargetAndBackAsync(IPage page)
    {
        foreach (var (code, achieved) in new[] { ("A", "−25,0 %"), ("B", "−10,0 %") })
        {
            await page.Locator($"nav.tgs a[href='/targets/{code}?on=2021-12-31']").ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToContainTextAsync($"Mục tiêu {code}");
            await Assertions.Expect(page.Locator(".kpis dd").First).ToContainTextAsync(achieved);
        }
    }

    private static async Task GoToADayAsync(IPage page)
    {
        await page.Locator("button.asof").ClickAsync();
        await page.Locator("#asof-typed").FillAsync("31/12/2020");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/targets/B?on=2020-12-31");
        await Assertions.Expect(page.Locator(".kpis dd").First).ToContainTextAsync("−8,8 %");
        await page.Locator("nav#menu").GetByRole(AriaRole.Link, new() { Name = "Tổ chức bộ máy" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/units?on=2020-12-31");
        await Assertions.Expect(page.Locator("main tfoot")).ToContainTextAsync("Toàn cơ quan");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.Locator("button.account").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/account/signin");
        await page.GotoAsync("/staff");
        await Assertions.Expect(page).ToHaveURLAsync("/account/signin?returnUrl=%2Fstaff");
    }

    /// <summary>Collects what must not happen: errors on the console, failed requests, and requests to another host.</summary>
    private static List<string> Watch(IPage page, Uri address)
    {
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => wrong.Add($"error: {error}");
        page.RequestFailed += (_, request) => { if (!request.Url.Contains("/_blazor", StringComparison.Ordinal)) wrong.Add($"failed: {request.Url} {request.Failure}"); };
        page.Response += (_, response) => { if (response.Status >= 400) wrong.Add($"{response.Status}: {response.Url}"); };
        page.Request += (_, request) => { if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } url && url.Authority != address.Authority) wrong.Add($"elsewhere: {request.Url}"); };
        return wrong;
    }
}
