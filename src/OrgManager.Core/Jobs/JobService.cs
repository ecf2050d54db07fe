using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Jobs;

/// <summary>Long work as the one who asked for it follows it.</summary>
public sealed class JobService(Database database, TimeProvider time)
{
    /// <summary>One's own jobs that are not over, and those whose outcome was not dismissed; none when nobody is signed in.</summary>
    [UseCase]
    public Task<IReadOnlyList<JobRow>> MineAsync(CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var me = db.Actor.UserId;
            return JobRow.ReadAsync(db, db.Set<Job>().Where(j => j.UserId == me && !j.Dismissed), ct);
        }, ct);

    /// <summary>Calls a job off: its owner, or whoever administers. One that runs ends within seconds.</summary>
    /// <exception cref="RuleBrokenException">Job.Over: it has ended already.</exception>
    [UseCase(Permission.Administer)]
    public Task CancelAsync(Guid job, CancellationToken ct = default) =>
        database.ChangeAsync(new("Job.Cancel"), async db =>
        {
            var found = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == job, ct);
            if (found is null || found.UserId != db.Actor.UserId) db.Demand(Permission.Administer, null, db.Today);
            (found ?? throw new NotFoundException(typeof(Job), job)).Cancel(time.GetUtcNow().UtcDateTime);
        }, ct);

    /// <summary>Takes an own job that has ended off the home page.</summary>
    /// <exception cref="NotFoundException">One has no such job.</exception>
    /// <exception cref="RuleBrokenException">Job.NotOver.</exception>
    [UseCase]
    public Task DismissAsync(Guid job, CancellationToken ct = default) =>
        database.ChangeAsync(new("Job.Dismiss"), async db =>
        {
            var me = db.Actor.UserId;
            var found = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == job && j.UserId == me, ct);
            (found ?? throw new NotFoundException(typeof(Job), job)).Dismiss();
        }, ct);
}
