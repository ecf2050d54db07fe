using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Establishment;

namespace OrgManager.Tests.Data;

/// <summary>The test assembly as a program that moves posts between two units until it is killed, and tells the number of each change set it committed.</summary>
internal sealed class WritingProgram : ICurrentActor
{
    public const int Posts = 100;
    public static readonly DateOnly Start = new(2026, 1, 1);

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["write", var provider, var connection, var directory, var one, var other]) return 2;
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ICurrentActor, WritingProgram>()
            .AddOrgDatabase(new(Enum.Parse<StorageProvider>(provider), connection, directory)).AddOrgFeatures().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var (database, quotas) = (scope.ServiceProvider.GetRequiredService<Database>(), scope.ServiceProvider.GetRequiredService<QuotaService>());

        Task<long> HeadAsync() => database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));
        await HeadAsync();
        Console.WriteLine("ready");
        if (Console.ReadLine() is null) return 0;
        var left = Task.Run(Console.ReadLine); // whoever started it is gone
        while (!left.IsCompleted)
        {
            var head = await HeadAsync();
            var posts = (int)(head % Posts);
            await quotas.SetAsync([Level(one, posts), Level(other, Posts - posts)], Start.AddDays((int)head));
            Console.WriteLine(database.NewestKnown.Seq.ToString(CultureInfo.InvariantCulture));
        }
        return 0;
    }

    public ValueTask<Actor> GetAsync(CancellationToken ct = default) => ValueTask.FromResult(Actor.System);

    private static QuotaSetting Level(string unitId, int posts) => new(Guid.Parse(unitId), QuotaKind.Allocated, QuotaCategory.CivilServant, posts);
}
