using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace OrgManager.Web.Tests.Browser;

/// <summary>Every page in a real browser, light and dark, wide and narrow: no violation that axe finds, with and without the dialogs of its acts, nothing that moves when data arrives, and no scrolling sideways on a phone.</summary>
public class AccessibilityTests(ModelData model) : IClassFixture<ModelData>
{
    private const string Nobody = "", Main = "+"; // after an address: the page's main act is opened, or the act of that number among its buttons

    /// <summary>Less than one sees.</summary>
    private const double Still = 0.02;

    private static readonly (string User, string[] Paths)[] Pages =
    [
        (Nobody, ["/account/signin"]),
        ("hr", ["/?on=2019-10-21", "/units?on=2019-10-21", "/units?branch=party&on=2019-10-21", "/units/QLCN +", "/units/chart?on=2021-01-01&with=2019-10-21", "/units/compare?on=2021-01-01&with=2019-10-21", "/units/ahead", "/units/TM?on=2021-06-30", "/quota?on=2019-10-21 + +0 +1", "/quota/ledger + +0", "/quota/ledger?kind=allocated", "/quota/plans +", "/quota/plans/{first} +0", "/quota/forecast?on=2019-10-21&period=2020", "/quota/positions +", "/quota/streamlining +", "/staff?on=2019-10-21", "/staff?act=recruit", "/staff/CB035?on=2019-10-21 +",
            "/units/functions +", "/units/functions/matrix", "/units/rules",
            "/targets?on=2020-12-31", "/targets/B?on=2020-12-31", "/reports/headcount?on=2019-10-21", "/decisions +", "/decisions/{first} +", "/decisions/missing", "/import", "/audit", "/privacy", "/me", "/why?person=CB035", "/account/password", "/help", "/help/quota", "/help/plan", "/help/reviews", "/not-found"]),
        ("partyclerk", ["/cells +", "/cells/CB-TM + +0 +1", "/members/CB035 +", "/reviews?year=2019", "/reviews/2019/CB-TM", "/reviews/rules", "/reviews/rules/366-2025", "/reviews/2019/papers", "/reviews/2019/statistics", "/reviews/2019/statistics?by=Age", "/reviews/2019/members?grade=HTXSNV", "/cells/statistics?year=2019"]),
        ("partyclerk", ["/cells/transfers +", "/cells/fees", "/cells/fees?cell=CB-CN", "/cells/register", "/cells/movements?year=2019"]),
        ("partyclerk", ["/reviews/2019/members/CB035", "/reviews/2019/CB-TM/criteria", "/reviews/remedies", "/reviews/mine", "/reviews/2019/excellent/DB-SCT", "/help/review-files"]),
        ("unithead", ["/reviews/comments"]),
        ("hr", ["/reviews/above"]),
        ("inspector", ["/reviews/staff"]),
        ("director", ["/reviews/staff", "/help/staff-reviews"]),
        ("partyclerk", ["/cells/meetings?on=2019-10-21 + +0 +1", "/cells/due?on=2019-10-21", "/cells/regulations?on=2019-10-21", "/cells/CB-VP?act=meeting"]),
        ("hr", ["/scenarios +", "/scenarios/{first}", "/scenarios/{first}?view=after", "/scenarios/{last}", "/scenarios/compare", "/scenarios/compare?ids={two}"]),
        ("director", ["/targets/B +", "/cells"]),
        ("admin", ["/", "/admin/accounts +", "/admin/accounts/hr +", "/admin/backup"]),
        ("self", ["/staff"]),
    ];

    /// <summary>The rules that colours and widths may break; the others ask for what is the same in every look.</summary>
    private static readonly string[] OfLook = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Without the thousands of elements that are well, and with no other page in which results are put together: there is no frame in a page.</summary>
    private const string Violations = """
        async only => (await axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: only }) })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
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

    /// <summary>How much of what was seen has moved since the page began.</summary>
    private const string Moved = """
        () => new Promise(done => {
            let moved = 0;
            new PerformanceObserver(list => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) moved += shift.value; }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
        })
        """;

    [Fact]
    public async Task No_page_has_a_violation_light_or_dark_on_a_desk_or_a_phone()
    {
        await using var journey = await Journey.StartAsync(model.Database);
        var wrong = new List<string>();
        await TestPlans.OfAsync(model.Database);
        await TestScenarios.DraftAsync(model.Database);
        foreach (var (user, paths) in Pages)
        {
            var page = await journey.OpenAsync();
            if (user != Nobody) await Journey.SignInAsync(page, user, "/");
            foreach (var path in paths.Select(path => path.Split(' '))) wrong.AddRange(await LookAsync(page, await AddressAsync(page, path[0]), path[1..]));
            await page.Context.CloseAsync();
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>What a list begins and ends with, and the first two of the scenarios, are asked of the list.</summary>
    private static async Task<string> AddressAsync(IPage page, string address)
    {
        const string two = "{two}", first = "{first}", last = "{last}";
        if (!address.Contains('{', StringComparison.Ordinal)) return address;
        await page.GotoAsync(address.Contains(two, StringComparison.Ordinal) ? "/scenarios" : address[..address.IndexOf("/{", StringComparison.Ordinal)]);
        var rows = page.Locator("main tbody th a");
        static async Task<string> IdAsync(ILocator row) => (await row.GetAttributeAsync("href"))!.Split('?')[0].Split('/')[^1];
        if (address.Contains(two, StringComparison.Ordinal)) return address.Replace(two, $"{await IdAsync(rows.First)},{await IdAsync(rows.Nth(1))}", StringComparison.Ordinal);
        return address.Replace(first, await IdAsync(rows.First), StringComparison.Ordinal).Replace(last, await IdAsync(rows.Last), StringComparison.Ordinal);
    }

    private static async Task<List<string>> LookAsync(IPage page, string path, string[] acts)
    {
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator("main h1, dialog[open] h2").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".skel")).ToHaveCountAsync(0);
        var moved = await page.EvaluateAsync<double>(Moved);
        await page.EvaluateAsync(Axe);
        var wrong = await JudgedAsync(page, $"{path} light");
        if (moved > Still) wrong.Add($"{path} moves by {moved:0.000} when its data arrives");
        foreach (var act in acts) wrong.AddRange(await OpenAsync(page, path, act));
        await page.SetViewportSizeAsync(390, 900);
        wrong.AddRange(await JudgedAsync(page, $"{path} light on a phone", OfLook));
        await page.EvaluateAsync(Dark);
        wrong.AddRange(await JudgedAsync(page, $"{path} dark"));
        if (acts.Length > 0) wrong.AddRange(await OpenAsync(page, $"{path} dark", acts[0]));
        await page.SetViewportSizeAsync(1440, 900);
        wrong.AddRange(await JudgedAsync(page, $"{path} dark on a desk", OfLook));
        return wrong;
    }

    /// <summary>Opens the dialog of an act; Escape closes it, and the focus is where it was.</summary>
    private static async Task<List<string>> OpenAsync(IPage page, string path, string act)
    {
        var buttons = page.Locator(".head .actions button.btn");
        await (act == Main ? page.Locator(".head .actions button.btn.primary") : buttons.Nth(int.Parse(act[1..], System.Globalization.CultureInfo.InvariantCulture))).ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open] h2")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog .skel")).ToHaveCountAsync(0);
        var wrong = await JudgedAsync(page, $"{path} {act} opened");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        if (await page.EvaluateAsync<string>("document.activeElement.tagName") == "BODY") wrong.Add($"{path} {act} loses the focus with its dialog");
        return wrong;
    }

    /// <param name="rules">These alone; null for all.</param>
    private static async Task<List<string>> JudgedAsync(IPage page, string which, string[]? rules = null)
    {
        var wrong = (await page.EvaluateAsync<string[]>(Violations, rules)).Select(violation => $"{which} {violation}").ToList();
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) wrong.Add($"{which} scrolls sideways");
        return wrong;
    }
}
