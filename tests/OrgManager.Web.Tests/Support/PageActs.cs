using AngleSharp.Dom;
using Bunit;

namespace OrgManager.Web.Tests;

/// <summary>What a user does on a page: found and done in one turn of the renderer, so that nothing is drawn anew in between, and awaited until it is handled.</summary>
internal static class PageActs
{
    public static Task ActAsync(this IRenderedComponent<Routes> page, Func<Task> act) => page.InvokeAsync(act);

    public static Task ClickAsync(this IRenderedComponent<Routes> page, string selector, Func<IElement, bool>? which = null) =>
        page.ActAsync(() => page.FindAll(selector).Single(which ?? (_ => true)).ClickAsync(new()));
}
