using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Staff;

namespace OrgManager.Jobs;

/// <summary>Picks up what waits and what was interrupted; several nodes may do so at once, each job is run by one.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IDbContextFactory<OrgDbContext> factory, TimeProvider time, ILogger<JobRunner> log)
{
    internal static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <param name="Owner">By which the trail names who it is done for.</param>
    private sealed record Found(Job Job, string Owner);

    /// <summary>Ends the jobs of nodes that are gone as interrupted, and begins those that wait.</summary>
    /// <param name="stop">Ends the jobs begun here as interrupted.</param>
    /// <returns>The jobs begun, each ending when it has ended.</returns>
    public async Task<IReadOnlyList<Task>> PickUpAsync(CancellationToken stop = default)
    {
        foreach (var found in await FindAsync(LapsedAsync, stop)) await InScopeAsync(found, scope => Book(scope).EndLapsedAsync(found.Job, found.Owner));
        var begun = new List<Task>();
        foreach (var found in await FindAsync(WaitingAsync, stop))
        {
            var mine = false;
            await InScopeAsync(found, async scope => mine = await Book(scope).TryBeginAsync(found.Job, found.Owner, stop));
            if (mine) begun.Add(Task.Run(() => RunAsync(found, stop), CancellationToken.None));
        }
        return begun;
    }

    private Task RunAsync(Found found, CancellationToken stop) => InScopeAsync(found, async scope =>
    {
        using var run = new JobRun(found.Job, factory, time, log);
        var outcome = await run.RunAsync(scope.GetServices<IJobKind>().SingleOrDefault(kind => kind.Name == found.Job.Kind), stop);
        await Book(scope).EndAsync(found.Job, found.Owner, outcome);
    });

    private async Task InScopeAsync(Found found, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingAs>().OwnerOf(found.Job.Id, found.Job.UserId);
        await work(scope.ServiceProvider);
    }

    private static JobBook Book(IServiceProvider scope) => ActivatorUtilities.CreateInstance<JobBook>(scope);

    private async Task<List<Found>> FindAsync(Func<OrgDbContext, CancellationToken, Task<List<Job>>> find, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var jobs = await find(db, ct);
        if (jobs.Count == 0) return [];
        var owners = jobs.Select(j => j.UserId).Distinct().ToList();
        var names = await (from user in db.Set<OrgUser>()
                           where EF.Parameter(owners).Contains(user.Id)
                           join person in db.Set<Person>() on user.PersonId equals person.Id into people
                           from person in people.DefaultIfEmpty()
                           select new { user.Id, Name = person.FullName ?? user.UserName }).ToDictionaryAsync(u => u.Id, u => u.Name!, ct);
        return [.. jobs.Select(j => new Found(j, names[j.UserId]))];
    }

    private static Task<List<Job>> WaitingAsync(OrgDbContext db, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Waiting).OrderBy(j => j.AskedUtc).ToListAsync(ct);

    private Task<List<Job>> LapsedAsync(OrgDbContext db, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Running && !db.Set<JobPulse>().Any(p => p.JobId == j.Id && p.LeaseUntilUtc > now)).ToListAsync(ct);
    }
}
