using Deque.AxeCore.Commons;
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

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Without the thousands of elements that are well, and with no other page in which results are put together: there is no frame in a page.</summary>
    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
        """;

    /// <summary>What App.razor does of itself for the other theme; nothing is caught on its way from one colour to the other.</summary>
    private const string Dark = """
        async () => {
            document.documentElement.dataset.theme = 'dark';
            await Promise.all([...document.querySelectorAll("link[href*='/css/standard-']")].map(link => new Promise((done, failed) => {
                Object.assign(link, { onload: done, onerror: failed, href: link.href.replace('/standard-', '/standard-dark-') });
            })));
            document.getAnimations().forEach(animation => animation.cancel());
        }
        """;

    [Fact]
    public async Task No_page_has_a_violation_light_on_a_desk_or_dark_on_a_phone()
    {
        await using var journey = await Journey.StartAsync(model.Database);
        var wrong = new List<string>();
        foreach (var (user, paths) in Pages)
        {
            var page = await journey.OpenAsync();
            await Journey.SignInAsync(page, user, paths[0]);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator(".skel")).ToHaveCountAsync(0);
                await page.EvaluateAsync(Axe);
                wrong.AddRange(await LookAsync(page, $"{path} light"));
                await page.SetViewportSizeAsync(390, 900);
                await page.EvaluateAsync(Dark);
                wrong.AddRange(await LookAsync(page, $"{path} dark"));
                await page.SetViewportSizeAsync(1440, 900);
            }
            await page.Context.CloseAsync();
        }
        Assert.Empty(wrong);
    }

    private static async Task<List<string>> LookAsync(IPage page, string which)
    {
        var wrong = (await page.EvaluateAsync<string[]>(Violations)).Select(violation => $"{which} {violation}").ToList();
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) wrong.Add($"{which} scrolls sideways");
        return wrong;
    }
}
