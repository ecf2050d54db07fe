using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Tests.Reviews;

namespace OrgManager.Tests.Data;

/// <summary>The test assembly as a program that moves posts between two units, in several databases at once until it is killed, and tells of each the number of every change set it committed.</summary>
internal sealed class WritingProgram : ICurrentActor
{
    public const int Posts = 100;
    public static readonly DateOnly Start = new(2026, 1, 1);

    public static async Task<int> Main(string[] args)
    {
        if (args is ["sheet", .. var words]) return await SheetWriter.RunAsync(words);
        if (args is not ["write", .. var databases]) return 2;
        ThreadPool.SetMinThreads(2 * databases.Length, 2 * databases.Length); // none waits for another to have saved
        var (ready, started) = (new CountdownEvent(databases.Length / 5), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var writers = databases.Chunk(5).Select((words, number) => Task.Run(() => WriteAsync(number, words, ready, started.Task))).ToList();
        ready.Wait();
        Console.WriteLine("ready");
        if (Console.ReadLine() is null) return 0;
        started.SetResult();
        await Task.WhenAny([.. writers, Task.Run(Console.ReadLine)]); // whoever started it is gone
        return 0;
    }

    private static async Task WriteAsync(int number, string[] words, CountdownEvent ready, Task started)
    {
        if (words is not [var provider, var connection, var directory, var one, var other]) throw new ArgumentException("Five words name a database.", nameof(words));
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ICurrentActor, WritingProgram>()
            .AddOrgDatabase(new(Enum.Parse<StorageProvider>(provider), connection, directory)).AddOrgFeatures().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var (database, quotas) = (scope.ServiceProvider.GetRequiredService<Database>(), scope.ServiceProvider.GetRequiredService<QuotaService>());

        Task<long> HeadAsync() => database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));
        await HeadAsync();
        ready.Signal();
        await started;
        while (true)
        {
            var head = await HeadAsync();
            var posts = (int)(head % Posts);
            await quotas.SetAsync([Level(one, posts), Level(other, Posts - posts)], Start.AddDays((int)head));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} {database.NewestKnown.Seq}"));
        }
    }

    public ValueTask<Actor> GetAsync(CancellationToken ct = default) => ValueTask.FromResult(Actor.System);

    private static QuotaSetting Level(string unitId, int posts) => new(Guid.Parse(unitId), QuotaKind.Allocated, QuotaCategory.CivilServant, posts);
}
