using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

/// <summary>One call of the program: its settings, its streams, and the services a verb works with, as the machine's owner.</summary>
internal sealed record Invocation(IReadOnlyDictionary<string, string?> Given, TextReader Input, TextWriter Output, TextWriter Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>As given, with the rules of its data directory taken.</summary>
    /// <exception cref="RuleFileException">A rule file there cannot be used.</exception>
    public SiteSettings Settings()
    {
        var settings = SiteSettings.Read(Given);
        RuleFiles.Use(settings.Storage.Directory);
        return settings;
    }

    public void Say(string sentence) => Errors.WriteLine(sentence);

    /// <summary>Runs a verb that reads or changes what is there.</summary>
    /// <exception cref="MaintenanceException">There is no database, or it is not of this program's model.</exception>
    public Task<int> OnDatabaseAsync(Func<IServiceProvider, Task> work, CancellationToken ct) => WithServicesAsync(async services =>
    {
        var storage = services.GetRequiredService<Storage>();
        switch (await services.GetRequiredService<Migrator>().LookAsync(ct))
        {
            case DatabaseState.Current: break;
            case DatabaseState.Absent: throw new MaintenanceException($"There is no database in {storage.Directory}; `serve` makes one.");
            case DatabaseState.Older: throw new MaintenanceException("The database is of an older version; run `migrate` first.");
            default: await services.GetRequiredService<Migrator>().MigrateAsync(Say, ct); break; // refuses with its own sentence
        }
        await work(services);
    });

    /// <summary>As <see cref="OnDatabaseAsync"/>, but where there is no database yet it makes one.</summary>
    public async Task<int> OnDatabaseOrNewAsync(Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        await WithServicesAsync(async services =>
        {
            var migrator = services.GetRequiredService<Migrator>();
            if (await migrator.LookAsync(ct) != DatabaseState.Absent) return;
            using var held = await LockAsync(services.GetRequiredService<Storage>(), ct);
            await migrator.MigrateAsync(Say, ct);
        });
        return await OnDatabaseAsync(work, ct);
    }

    /// <summary>Runs a verb that no other process may disturb: it holds the lock beside the database.</summary>
    public Task<int> AloneAsync(Func<IServiceProvider, Task> work, CancellationToken ct) => WithServicesAsync(async services =>
    {
        using var held = await LockAsync(services.GetRequiredService<Storage>(), ct);
        await work(services);
    });

    public Task<DataLock> LockAsync(Storage storage, CancellationToken ct) => DataLock.TakeAsync(storage, Patience, Say, ct);

    public async Task<int> WithServicesAsync(Func<IServiceProvider, Task> work)
    {
        var settings = Settings();
        var services = new ServiceCollection().AddSingleton(settings.Configuration).AddLocalization();
        services.AddLogging(logging => logging.AddConfiguration(settings.Configuration.GetSection("Logging")).SetMinimumLevel(LogLevel.Error).ToStandardError());
        services.AddCore(settings).AddSingleton<ICurrentActor, MachineOwner>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await work(scope.ServiceProvider);
        return OrgManagerCommand.Done;
    }

    /// <summary>Whoever can run the program beside its data may do everything anyway.</summary>
    private sealed class MachineOwner : ICurrentActor
    {
        public ValueTask<Actor> GetAsync(CancellationToken ct = default) => ValueTask.FromResult(Actor.System);
    }
}
