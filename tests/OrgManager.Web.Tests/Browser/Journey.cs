using Microsoft.Playwright;
using OrgManager.Access;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>A real browser at the program as a process, watched for what must not happen.</summary>
internal sealed class Journey : IAsyncDisposable
{
    private const int Hung = 60_000; // only so that a failure ends

    private static readonly string Chromium = Environment.GetEnvironmentVariable("ORGMANAGER_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    private readonly IAsyncDisposable _program;
    private readonly List<IBrowserContext> _contexts = [];

    private Journey(IAsyncDisposable program, Uri address) => (_program, Address) = (program, address);

    public Uri Address { get; }
    public IPage Page { get; private set; } = null!;

    /// <summary>Errors on the console, failed requests, and requests to another host.</summary>
    private List<string> Wrong { get; } = [];

    /// <summary>The console was quiet, everything asked for came, and nobody else was asked.</summary>
    public void NothingWentWrong() => Assert.True(Wrong.Count == 0, string.Join('\n', Wrong));

    public static async Task<Journey> StartAsync(TestDatabase database, int width = 1440, int height = 900)
    {
        await Browser.Value; // without it no program is left running
        var program = ServedProgram.StartProcess(Repository.Built, Path.GetTempPath(), database);
        return await AtAsync(await program.AddressAsync(), program, width, height);
    }

    /// <summary>At something else that serves the site; it ends with the journey.</summary>
    public static async Task<Journey> AtAsync(Uri address, IAsyncDisposable served, int width = 1440, int height = 900)
    {
        var journey = new Journey(served, address);
        journey.Page = await journey.OpenAsync(width, height);
        return journey;
    }

    /// <summary>Another browser without cookies beside the first.</summary>
    public async Task<IPage> OpenAsync(int width = 1440, int height = 900)
    {
        var page = await (await Browser.Value).NewPageAsync(new() { BaseURL = Address.ToString(), ViewportSize = new() { Width = width, Height = height } });
        _contexts.Add(page.Context);
        page.SetDefaultTimeout(Hung);
        Watch(page, Address, Wrong);
        return page;
    }

    /// <summary>A slow line from here on: what either side says at once arrives one message after the other.</summary>
    public static Task SlowDownAsync(IPage page) => page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), browser =>
    {
        var server = browser.ConnectToServer();
        var (toBrowser, toServer) = (Task.CompletedTask, Task.CompletedTask);
        server.OnMessage(message => toBrowser = SendAfterAsync(toBrowser, browser, message));
        browser.OnMessage(message => toServer = SendAfterAsync(toServer, server, message));
    });

    private static async Task SendAfterAsync(Task earlier, IWebSocketRoute to, IWebSocketFrame message)
    {
        await earlier;
        await Task.Delay(30);
        if (message.Binary is { } bytes) to.Send(bytes);
        else to.Send(message.Text!);
    }

    /// <summary>Asks for a page, is sent to the sign-in, signs in with an account of the sample, and is at the page.</summary>
    public Task SignInAsync(string user, string path) => SignInAsync(Page, user, path);

    public static async Task SignInAsync(IPage page, string user, string path)
    {
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Button, new() { Name = user, Exact = true }).First.ClickAsync(); // an account stands there with each of its roles
        await Assertions.Expect(page.Locator("#password")).ToHaveValueAsync(AccountService.SamplePassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.CloseAsync();
        await _program.DisposeAsync();
    }

    /// <summary>One for all journeys, which share nothing in it; it ends with the tests.</summary>
    private static async Task<IBrowser> LaunchAsync()
    {
        Assert.True(File.Exists(Chromium), $"There is no browser at {Chromium}: install chromium, or name one in ORGMANAGER_CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(Hung);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private static void Watch(IPage page, Uri address, List<string> wrong)
    {
        page.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => wrong.Add($"error: {error}");
        page.RequestFailed += (_, request) => { if (!request.Url.Contains("/_blazor", StringComparison.Ordinal)) wrong.Add($"failed: {request.Url} {request.Failure}"); };
        page.Response += (_, response) => { if (response.Status >= 400) wrong.Add($"{response.Status}: {response.Url}"); };
        page.Request += (_, request) => { if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } url && url.Authority != address.Authority) wrong.Add($"elsewhere: {request.Url}"); };
    }
}
