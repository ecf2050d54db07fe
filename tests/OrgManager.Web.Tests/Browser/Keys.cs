using Microsoft.Playwright;

namespace OrgManager.Web.Tests.Browser;

/// <summary>A keyboard without a mouse beside it: after each key something has the focus, it lies in the window uncovered, and it is marked.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 150; // keys to anywhere on a page
    private const string There = "there";

    /// <summary>What is wrong with where the focus is, and whether it is where one wants to get to; a heading to which a page begins is not marked.</summary>
    private const string Look = """
        wanted => {
            const at = document.activeElement, right = at === wanted ? "there" : "";
            if (!at || at === document.body || at === document.documentElement) return "nothing has the focus";
            if (at.matches("h1, main")) return right;
            const { left, top, width, height } = at.getBoundingClientRect();
            const what = `<${at.localName} id="${at.id}" class="${at.className}"> ${at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 40)}`;
            const [x, y] = [left + Math.min(width, innerWidth) / 2, top + Math.min(height, innerHeight) / 2];
            if (width === 0 || height === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `out of the window: ${what}`;
            const over = document.elementFromPoint(x, y);
            if (over && !at.contains(over) && !over.contains(at)) return `covered by <${over.localName} class="${over.className}">: ${what}`;
            const probe = document.body.appendChild(Object.assign(document.createElement("i"), { style: "color: var(--om-focus)" })), colour = getComputedStyle(probe).color;
            probe.remove();
            const marked = one => { const look = getComputedStyle(one); return look.boxShadow.includes(colour) || (look.outlineStyle !== "none" && look.outlineColor === colour); };
            return marked(at) || marked(at.parentElement) ? right : `not marked: ${what}`;
        }
        """;

    public async Task PressAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        await AssertInSightAsync($"after {key}");
    }

    /// <summary>Step by step to a field, a button or a link.</summary>
    public async Task ToAsync(ILocator target, string key = "Tab")
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        var seen = await target.EvaluateAsync<string>(Look);
        for (var presses = 0; presses < Most && seen != There; presses++)
        {
            await page.Keyboard.PressAsync(key);
            seen = await target.EvaluateAsync<string>(Look);
            Assert.True(seen is "" or There, $"after {key}: {seen}");
        }
        await Assertions.Expect(target).ToBeFocusedAsync();
    }

    public async Task AssertInSightAsync(string when)
    {
        var wrong = await page.EvaluateAsync<string>(Look);
        Assert.True(wrong.Length == 0, $"{when}: {wrong}");
    }
}
