using Microsoft.Playwright;
using OrgManager.Access;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>A real browser at the program as a process, watched for what must not happen.</summary>
internal sealed class Journey : IAsyncDisposable
{
    private const int Hung = 60_000; // only so that a failure ends

    private static readonly string Chromium = Environment.GetEnvironmentVariable("ORGMANAGER_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    private readonly ServedProgram _program;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Journey(ServedProgram program, IPlaywright playwright, IBrowser browser, IPage page, List<string> wrong) =>
        (_program, _playwright, _browser, Page, Wrong) = (program, playwright, browser, page, wrong);

    public IPage Page { get; }

    /// <summary>Errors on the console, failed requests, and requests to another host.</summary>
    public IReadOnlyList<string> Wrong { get; }

    public static async Task<Journey> StartAsync(TestDatabase database, int width = 1440, int height = 900)
    {
        Assert.True(File.Exists(Chromium), $"There is no browser at {Chromium}: install chromium, or name one in ORGMANAGER_CHROMIUM.");
        var program = ServedProgram.StartProcess(Repository.Built, Path.GetTempPath(), database);
        var address = await program.AddressAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height } });
        page.SetDefaultTimeout(Hung);
        Assertions.SetDefaultExpectTimeout(Hung);
        return new(program, playwright, browser, page, Watch(page, address));
    }

    /// <summary>Asks for a page, is sent to the sign-in, signs in with an account of the sample, and is at the page.</summary>
    public async Task SignInAsync(string user, string path)
    {
        await Page.GotoAsync(path);
        await Page.GetByRole(AriaRole.Button, new() { Name = user, Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator("#password")).ToHaveValueAsync(AccountService.SamplePassword);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _program.DisposeAsync();
    }

    private static List<string> Watch(IPage page, Uri address)
    {
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => wrong.Add($"error: {error}");
        page.RequestFailed += (_, request) => { if (!request.Url.Contains("/_blazor", StringComparison.Ordinal)) wrong.Add($"failed: {request.Url} {request.Failure}"); };
        page.Response += (_, response) => { if (response.Status >= 400) wrong.Add($"{response.Status}: {response.Url}"); };
        page.Request += (_, request) => { if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } url && url.Authority != address.Authority) wrong.Add($"elsewhere: {request.Url}"); };
        return wrong;
    }
}
