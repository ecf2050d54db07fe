using Microsoft.Playwright;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser, on the program as a process: what the director opens every day.</summary>
public class DirectorJourneyTests(ModelData model) : IClassFixture<ModelData>
{
    [Fact]
    public async Task The_director_reads_target_B_on_two_days_and_opens_the_decision_behind_it()
    {
        await using var journey = await Journey.StartAsync(model.Database);
        var page = journey.Page;

        await journey.SignInAsync("director", "/targets/B?on=2019-10-21");
        await ReadTargetBAsync(page, "2019-10-21", "−6,3 %", "80 → 75 biên chế", "Đúng lộ trình");
        await ReadTargetBAsync(page, "2021-12-31", "−10,0 %", "80 → 72 biên chế", "Đã đạt");
        await OpenDecisionAsync(page);
        await GoToAnotherTargetAndBackAsync(page);
        await GoToADayAsync(page);
        await SignOutAsync(page);

        journey.NothingWentWrong();
    }

    [Theory]
    [InlineData(1440, 900), InlineData(390, 844)]
    public async Task The_director_reads_one_page_comes_back_to_the_figure_and_drills_from_it_to_a_decision(int width, int height)
    {
        await using var journey = await Journey.StartAsync(model.Database, width, height);
        var page = journey.Page;
        await journey.SignInAsync("director", "/reports/headcount?on=2019-10-21");
        await Assertions.Expect(page.Locator(".a4")).ToContainTextAsync("Khổng Văn Trấn");
        await Assertions.Expect(page.Locator(".a4")).ToContainTextAsync("4 chưa sử dụng");

        var figure = page.Locator(".a4 tbody tr", new() { HasText = "Thanh tra" }).Locator("td a").First;
        await figure.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/units/TTR?show=quota&on=2019-10-21");
        await Assertions.Expect(page.Locator(".tl button.dec").First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(figure).ToBeFocusedAsync();
        await Assertions.Expect(figure).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".tl button.dec").First.ClickAsync();
        await Assertions.Expect(page.Locator(".dec-pop:popover-open h3")).ToContainTextAsync("QĐ");

        journey.NothingWentWrong();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
    }

    [Fact]
    public async Task A_figure_followed_before_the_program_has_taken_over_the_links_has_the_focus_again_on_coming_back()
    {
        await using var journey = await Journey.StartAsync(model.Database);
        var page = journey.Page;
        await journey.SignInAsync("director", "/reports/headcount?on=2019-10-21");
        var figure = page.Locator(".a4 tbody tr", new() { HasText = "Thanh tra" }).Locator("td a").First;
        await Assertions.Expect(figure).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('main').addEventListener('click', click => click.stopPropagation())"); // the browser follows it itself

        await figure.ClickAsync();
        await Assertions.Expect(page.Locator(".tl button.dec").First).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(figure).ToBeFocusedAsync();

        journey.NothingWentWrong();
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
}
