using Microsoft.Playwright;
using OrgManager.Access;

namespace OrgManager.Screenshots;

/// <summary>A browser that signs in and takes pictures of pages that have finished reading.</summary>
internal sealed class Camera : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _address;
    private readonly string _folder;
    private IPage? _page;
    private string _session = "";

    private Camera(IPlaywright playwright, IBrowser browser, Uri address, string folder) => (_playwright, _browser, _address, _folder) = (playwright, browser, address, folder);

    public int Taken { get; private set; }

    public static async Task<Camera> StartAsync(Uri address, string folder)
    {
        Directory.CreateDirectory(folder);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ORGMANAGER_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }), address, folder);
    }

    public async Task TakeAsync(Shot shot)
    {
        if (_session != shot.Session) await SignInAsync(shot);
        await _page!.SetViewportSizeAsync(Shot.Sizes[0].Width, Shot.Sizes[0].Height);
        await OpenAsync(shot.Path.Split("/{first}")[0]);
        if (shot.Path.Contains('{', StringComparison.Ordinal) && await _page!.Locator("main tbody th a").CountAsync() > 0) await OpenAsync((await _page.Locator("main tbody th a").First.GetAttributeAsync("href"))!);
        foreach (var (width, height) in Shot.Sizes)
        {
            await _page!.SetViewportSizeAsync(width, height);
            await _page.ScreenshotAsync(new() { Path = Path.Combine(_folder, shot.Name(width) + ".png"), FullPage = true });
            Taken++;
        }
    }

    private async Task OpenAsync(string path)
    {
        await _page!.GotoAsync(path);
        await _page.Locator("main h1").First.WaitForAsync();
        await _page.WaitForFunctionAsync("() => !document.querySelector('.skel')");
    }

    private async Task SignInAsync(Shot shot)
    {
        if (_page is not null) await _page.Context.CloseAsync();
        _page = await _browser.NewPageAsync(new() { BaseURL = _address.ToString() });
        await _page.GotoAsync("/account/signin");
        await _page.FillAsync("input[name='Input.User']", shot.User);
        await _page.FillAsync("#password", AccountService.SamplePassword);
        await _page.ClickAsync("button[type=submit].primary");
        await _page.Locator("main h1").First.WaitForAsync();
        await _page.GotoAsync($"/account/theme?to={shot.Theme}&returnUrl=/");
        await _page.GotoAsync($"/account/language?to={shot.Language}&returnUrl=/");
        _session = shot.Session;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
