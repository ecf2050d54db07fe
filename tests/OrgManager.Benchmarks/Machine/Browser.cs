using Microsoft.Playwright;
using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>Chromium at the published program, both started when first asked for.</summary>
internal sealed class Browser(Storage data) : IAsyncDisposable
{
    private const int Width = 1440, Height = 900;

    private Served? _program;
    private IPlaywright? _playwright;
    private IBrowser? _chromium;
    private string? _cookies;

    /// <summary>A browser that has seen nothing of the site but its sign-in, which is done.</summary>
    public async Task<IBrowserContext> NewAsync()
    {
        if (_cookies is null) await StartAsync();
        return await _chromium!.NewContextAsync(new() { BaseURL = _program!.Address.ToString(), ViewportSize = new() { Width = Width, Height = Height }, StorageState = _cookies });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
        if (_program is not null) await _program.DisposeAsync();
    }

    private async Task StartAsync()
    {
        _program = await Served.StartAsync(data);
        await _program.AnswersAsync(StartRows.SignIn);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ORGMANAGER_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await using var context = await _chromium.NewContextAsync(new() { BaseURL = _program.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(StartRows.SignIn);
        await page.FillAsync("input[name='Input.User']", "hr");
        await page.FillAsync("#password", Access.AccountService.SamplePassword);
        await page.ClickAsync("button[type=submit].primary");
        await page.Locator("main h1").First.WaitForAsync();
        _cookies = await context.StorageStateAsync();
    }
}
