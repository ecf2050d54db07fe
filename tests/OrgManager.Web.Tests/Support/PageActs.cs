using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;

namespace OrgManager.Web.Tests;

/// <summary>What a user does on a page: waited for until it is there, found and done in one turn of the renderer, and awaited until it is handled.</summary>
internal static class PageActs
{
    public static Task ActAsync(this IRenderedComponent<Routes> page, Func<Task> act) => page.InvokeAsync(act);

    public static Task ClickAsync(this IRenderedComponent<Routes> page, string selector, Func<IElement, bool>? which = null) =>
        page.ActOnAsync(selector, which, element => element.ClickAsync(new()));

    public static Task TypeAsync(this IRenderedComponent<Routes> page, string field, string text) =>
        page.ActOnAsync(field, null, element => element.HasAttribute("blazor:oninput") ? element.InputAsync(new() { Value = text }) : element.ChangeAsync(new() { Value = text }));

    public static Task TickAsync(this IRenderedComponent<Routes> page, string box, bool ticked = true) =>
        page.ActOnAsync(box, null, element => element.ChangeAsync(new() { Value = ticked }));

    public static Task SubmitAsync(this IRenderedComponent<Routes> page, string form) => page.ActOnAsync(form, null, element => element.SubmitAsync());

    /// <summary>Searches in a field of the dialog and takes the first that is found.</summary>
    public static async Task ChooseAsync(this IRenderedComponent<Routes> page, string field, string text)
    {
        await page.ActOnAsync(field, null, element => element.InputAsync(new() { Value = text }));
        await page.ActOnAsync(".found .choice:first-child", null, element => element.ClickAsync(new()));
    }

    /// <summary>Hands a file in. The renderer's own thread must stay free, for the file is waited for while the page reads it.</summary>
    public static async Task HandInAsync(this IRenderedComponent<Routes> page, string name, byte[] content)
    {
        var input = await page.InvokeAsync(() => page.FindComponent<InputFile>());
        await Task.Run(() => input.UploadFiles(InputFileContent.CreateFromBinary(content, name)));
    }

    /// <summary>Saves the dialog that is open.</summary>
    public static Task SaveAsync(this IRenderedComponent<Routes> page) => page.ActOnAsync(".sheet form", form => form.QuerySelector(".skel") is null, form => form.SubmitAsync());

    private static Task ActOnAsync(this IRenderedComponent<Routes> page, string selector, Func<IElement, bool>? which, Func<IElement, Task> act)
    {
        which ??= _ => true;
        page.WaitForState(() => page.FindAll(selector).Any(which));
        return page.ActAsync(() => act(page.FindAll(selector).Single(which)));
    }
}
