using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;
using OrgManager.Web.Setup;

namespace OrgManager.Web.Tests;

/// <summary>The real site over HTTP, on a test's own data and clock; only the network is left out.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly bool _isOwner;
    private readonly WebApplication _site;

    private TestSite(TestDatabase database, string? directory = null)
    {
        (_database, _isOwner) = (database, directory is null);
        Environment.SetEnvironmentVariable("ASPNETCORE_APPLICATIONNAME", "OrgManager.Web"); // assets are looked up under the program's name
        _site = Site.Build(SiteSettings.Read(Arguments.Split([.. TestProgram.SettingsOf(database.Storage with { Directory = directory ?? database.Storage.Directory })]).Settings), builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(Time);
        });
    }

    /// <summary>15 January 2026 in Hanoi, until a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 15, 2, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _site.Services;
    public TestDatabase Database => _database;

    public static async Task<TestSite> StartAsync() => await StartAsync(await TestDatabase.EmptyAsync());

    public static async Task<TestSite> StartModelAsync() => await StartAsync(await TestDatabase.ModelAsync());

    /// <summary>Another node on the same PostgreSQL database, with a directory of its own.</summary>
    public async Task<TestSite> BesideAsync(string directory)
    {
        var site = new TestSite(_database, directory);
        await site._site.StartAsync();
        return site;
    }

    /// <summary>A browser without cookies.</summary>
    public TestVisitor Visit() => new(_site.GetTestServer().CreateClient());

    /// <summary>A browser signed in with an account of the sample.</summary>
    public async Task<TestVisitor> VisitAsync(string user)
    {
        var visitor = Visit();
        var answer = await visitor.SignInAsync(user);
        Assert.Equal("/", answer.Location);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        if (_isOwner) await _database.DisposeAsync();
    }

    private static async Task<TestSite> StartAsync(TestDatabase database)
    {
        var site = new TestSite(database);
        await site._site.StartAsync();
        return site;
    }
}

/// <summary>The model organisation's site for tests that change nothing in it that others look at; shared by the tests of a class.</summary>
public sealed class ModelSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await TestSite.StartModelAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
