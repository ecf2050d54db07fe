using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Benchmarks;

/// <summary>One process of OrgManager over generated data: the real services, used by an account of the sample.</summary>
internal sealed class Province : IAsyncDisposable, ICurrentActor
{
    private readonly ServiceProvider _services;
    private readonly IServiceProvider _scope;

    public Province(Storage storage)
    {
        Storage = storage;
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<ICurrentActor>(this);
        services.AddOrgDatabase(storage).AddOrgFeatures();
        _services = services.BuildServiceProvider();
        _scope = _services.CreateScope().ServiceProvider;
    }

    public Storage Storage { get; }
    public Actor Actor { get; private set; } = Actor.System;
    public DateOnly Today => Get<Common.OrgClock>().Today;

    public T Get<T>() where T : notnull => _scope.GetRequiredService<T>();

    public Task<T> AskAsync<T>(Func<OrgTimeline, T> question) => Get<Database>().ReadAsync(db => Task.FromResult(question(db.Timeline)));

    /// <summary>From here on this account asks, with the rights it has.</summary>
    public async Task SignInAsync(string user)
    {
        Actor = Actor.System;
        var id = await Get<Database>().ReadAsync(async db => (await Passwords.FindAsync(db, user, default) ?? throw new InvalidOperationException($"No account {user}.")).Id);
        Actor = await Get<ActorDirectory>().FindAsync(id, await Get<AccountService>().SecurityStampAsync(id));
    }

    /// <summary>As whoever owns the machine, who may repair what nobody else may.</summary>
    public async Task AsOwnerAsync(Func<Task> act)
    {
        var asking = Actor;
        Actor = Actor.System;
        try
        {
            await act();
        }
        finally
        {
            Actor = asking;
        }
    }

    public ValueTask<Actor> GetAsync(CancellationToken ct = default) => ValueTask.FromResult(Actor);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
