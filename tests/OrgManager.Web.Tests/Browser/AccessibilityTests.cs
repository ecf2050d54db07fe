using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrgManager.Web.Tests.Browser;

/// <summary>Every page in a real browser, light and dark, wide and narrow: no violation that axe finds, and no scrolling sideways on a phone.</summary>
public class AccessibilityTests(ModelData model) : IClassFixture<ModelData>
{
    private static readonly (string User, string[] Paths)[] Pages =
    [
        ("hr", ["/?on=2019-10-21", "/units?on=2019-10-21", "/units/TM?on=2021-06-30", "/quota?on=2019-10-21", "/staff?on=2019-10-21", "/staff/CB035?on=2019-10-21", "/targets?on=2020-12-31", "/targets/B?on=2020-12-31", "/reports/headcount?on=2019-10-21",
            "/decisions", "/decisions/missing", "/audit", "/privacy", "/me", "/why?person=CB035", "/help", "/help/quota", "/not-found"]),
        ("secretary", ["/cells?on=2019-10-21", "/cells/CB-TM?on=2019-10-21", "/members/CB035?on=2019-10-21", "/reviews?year=2019", "/reviews/2019/CB-TM"]),
        ("admin", ["/", "/admin/accounts", "/admin/accounts/hr", "/admin/backup"]),
    ];

    [Theory]
    [InlineData("light", 1440), InlineData("dark", 390)]
    public async Task No_page_has_a_violation(string theme, int width)
    {
        await using var journey = await Journey.StartAsync(model.Database, width, 900);
        var wrong = new List<string>();
        foreach (var (user, paths) in Pages)
        {
            var page = await journey.OpenAsync(width, 900);
            await page.Context.AddCookiesAsync([new() { Name = "om-theme", Value = theme, Url = journey.Address.ToString() }]);
            await Journey.SignInAsync(page, user, paths[0]);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator(".skel")).ToHaveCountAsync(0);
                wrong.AddRange((await page.RunAxe()).Violations.Select(v => $"{path} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
                if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) wrong.Add($"{path} scrolls sideways");
            }
            await page.Context.CloseAsync();
        }
        Assert.Empty(wrong);
    }
}
