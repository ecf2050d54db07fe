using System.Diagnostics;
using Microsoft.Playwright;

namespace OrgManager.Benchmarks;

/// <summary>The list of people in Chromium: from the address, or the click, until its rows stand on the page.</summary>
internal static class BrowserRows
{
    private const int Times = 12;
    private const string FirstPerson = "table.roster a.person-link", NextPage = "nav.pages:not(.above) a[aria-current=page] + a", Drawn = ".chartbox svg";

    public static IEnumerable<Row> Of(Browser browser)
    {
        yield return new("browser: list, cold", new(0.9, "s"), () => OpenedAsync(browser, visits: 1, OpenAsync));
        yield return new("browser: list, warm", new(0.5, "s"), () => OpenedAsync(browser, visits: 2, OpenAsync));
        yield return new("browser: chart with every unit drawn, warm", new(1, "s"), () => OpenedAsync(browser, visits: 2, page => OpenAsync(page, "/units/chart?depth=9", Drawn)));
        yield return new("browser: next page", new(0.12, "s"), () => TurnedAsync(browser));
        yield return new("browser: requests, cold", new(25, ""), async () => Figure.Single((await TrafficAsync(browser)).Requests, ""));
        yield return new("browser: bytes, cold", new(1.2, "MB"), async () => Figure.Single((await TrafficAsync(browser)).Bytes / 1e6, "MB"));
    }

    /// <param name="visits">The last of them is measured, in a page of its own.</param>
    private static async Task<Figure> OpenedAsync(Browser browser, int visits, Func<IPage, Task<double>> openAsync)
    {
        var taken = new List<double>();
        for (var i = 0; i <= Times; i++)
        {
            await using var context = await browser.NewAsync();
            var seconds = 0.0;
            for (var visit = 0; visit < visits; visit++) seconds = await openAsync(await context.NewPageAsync());
            if (i > 0) taken.Add(seconds);
        }
        return Measure.Of(taken) with { Unit = "s" };
    }

    private static async Task<Figure> TurnedAsync(Browser browser)
    {
        await using var context = await browser.NewAsync();
        var (page, taken) = (await context.NewPageAsync(), new List<double>());
        await OpenAsync(page);
        for (var i = 0; i <= Times; i++)
        {
            var before = await page.Locator(FirstPerson).First.GetAttributeAsync("href");
            var begun = Stopwatch.GetTimestamp();
            await page.Locator(NextPage).ClickAsync();
            await page.WaitForFunctionAsync("([first, before]) => { const now = document.querySelector(first); return now && now.getAttribute('href') !== before; }", new[] { FirstPerson, before });
            if (i > 0) taken.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        return Measure.Of(taken) with { Unit = "s" };
    }

    private static async Task<Traffic> TrafficAsync(Browser browser)
    {
        await using var context = await browser.NewAsync();
        var page = await context.NewPageAsync();
        var traffic = await Traffic.OfAsync(page);
        await OpenAsync(page);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return traffic;
    }

    private static Task<double> OpenAsync(IPage page) => OpenAsync(page, "/staff", FirstPerson);

    private static async Task<double> OpenAsync(IPage page, string path, string until)
    {
        var begun = Stopwatch.GetTimestamp();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator(until).First.WaitForAsync();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
