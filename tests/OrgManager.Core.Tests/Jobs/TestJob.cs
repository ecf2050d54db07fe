using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Jobs;

namespace OrgManager.Tests.Jobs;

/// <summary>A kind of work that does what a test says: it tells when it has begun and ends when it is let.</summary>
internal sealed class TestJob : IJobKind
{
    private readonly TaskCompletionSource _begun = New(), _let = New();

    public const string Kind = "Test";

    public string Name => Kind;

    /// <summary>Ends once it runs.</summary>
    public Task Begun => _begun.Task;

    public int Runs { get; private set; }

    public IProgress<JobProgress>? Progress { get; private set; }

    /// <summary>What it does before it ends, in the scope of the job.</summary>
    public Func<Database, Task> Act { get; set; } = _ => Task.CompletedTask;

    public Database? Database { get; set; }

    public void Let() => _let.TrySetResult();

    public async Task<string?> RunAsync(string? input, IProgress<JobProgress> progress, CancellationToken ct)
    {
        (Progress, Runs) = (progress, Runs + 1);
        _begun.TrySetResult();
        await _let.Task.WaitAsync(ct);
        await Act(Database!);
        return $"made of {input}";
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal static class TestJobs
{
    /// <summary>A second kind of job in a test's services; it gets the database of its own scope.</summary>
    public static Action<IServiceCollection> With(TestJob job) => services => services.AddScoped<IJobKind>(scope =>
    {
        job.Database = scope.GetRequiredService<Database>();
        return job;
    });

    /// <summary>Asks for one as whoever is signed in.</summary>
    public static async Task<Guid> AskAsync(this TestOrg org, string input = "nothing")
    {
        var asked = Job.Ask(org.Actor.UserId!.Value, TestJob.Kind, input, org.Time.GetUtcNow().UtcDateTime);
        await org.Database.ChangeAsync(new("Test.Start"), db =>
        {
            db.Add(asked);
            return Task.CompletedTask;
        });
        return asked.Id;
    }

    public static async Task<JobRow> MineAsync(this TestOrg org) => Assert.Single(await org.Get<JobService>().MineAsync());
}
