using AutoMapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding;
using OrgManager.Organisation;

namespace OrgManager.Tests;

/// <summary>The real services on a real database, as one process of OrgManager has them. Nothing of ours is mocked.</summary>
public sealed class TestOrg : IAsyncDisposable, ICurrentActor
{
    private readonly TestDatabase _database;
    private readonly bool _isOwner;
    private readonly ServiceProvider _services;

    private TestOrg(TestDatabase database, bool isOwner, FakeTimeProvider? time, Action<IServiceCollection>? also = null)
    {
        (_database, _isOwner, Time) = (database, isOwner, time ?? new(new DateTimeOffset(2026, 1, 15, 2, 0, 0, TimeSpan.Zero)));
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Time).AddSingleton<ICurrentActor>(this);
        services.AddOrgDatabase(database.Storage).AddOrgFeatures();
        also?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        Services = _services.CreateScope().ServiceProvider;
    }

    /// <summary>15 January 2026 in Hanoi, until a test moves it.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>Who asks; the machine's owner, until a test says otherwise.</summary>
    public Actor Actor { get; set; } = Actor.System;

    public IServiceProvider Services { get; }
    public Storage Storage => _database.Storage;
    public Database Database => Get<Database>();
    public OrgUnitService Units => Get<OrgUnitService>();
    public OrgClock Clock => Get<OrgClock>();
    public IConfigurationProvider Maps => Get<IConfigurationProvider>();
    public DateOnly Today => Clock.Today;

    /// <summary>A migrated database without a row.</summary>
    public static async Task<TestOrg> StartAsync() => new(await TestDatabase.EmptyAsync(), isOwner: true, null);

    /// <summary>The model organisation with its accounts.</summary>
    /// <param name="also">Services of the test beside ours.</param>
    public static async Task<TestOrg> StartModelAsync(Action<IServiceCollection>? also = null) => new(await TestDatabase.ModelAsync(), isOwner: true, null, also);

    public static TestOrg On(TestDatabase database, bool isOwner = true) => new(database, isOwner, null);

    /// <summary>A second process on the same database: its own memory, nothing shared but the data and the clock.</summary>
    public TestOrg Beside(Action<IServiceCollection>? also = null) => new(_database, isOwner: false, Time, also);

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public Task<OrgDbContext> OpenAsync() => Database.OpenAsync();

    public Task MigrateAsync() => Get<Migrator>().MigrateAsync(_ => { });

    public Task FillModelAsync(DateOnly? until = null) => Get<ModelSeeder>().FillAsync(SeedFiles.BesideTheProgram, until);

    public async Task<OrgSnapshot> SnapshotAsync(DateOnly on) => await Database.ReadAsync(db => Task.FromResult(db.Timeline.On(on)));

    public async Task<Guid> UnitIdAsync(string code) => await Database.ReadAsync(db => Task.FromResult(db.Timeline.UnitByCode(code)!.Id));

    public async Task<Guid> PersonIdAsync(string code) => await Database.ReadAsync(db => Task.FromResult(db.Timeline.People.First(p => p.Code == code).Id));

    /// <summary>From here on this account asks, with the rights it has.</summary>
    public async Task SignInAsync(string user)
    {
        Actor = Actor.System;
        var id = await Database.ReadAsync(async db => (await Passwords.FindAsync(db, user, default) ?? throw new InvalidOperationException($"No account {user}.")).Id);
        var stamp = await Get<AccountService>().SecurityStampAsync(id);
        Actor = await Get<ActorDirectory>().FindAsync(id, stamp);
    }

    public ValueTask<Actor> GetAsync(CancellationToken ct = default) => ValueTask.FromResult(Actor);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_isOwner) await _database.DisposeAsync();
    }
}
