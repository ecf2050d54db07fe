using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Jobs;

/// <summary>What the runner reads and writes of jobs, in the scope of one of them.</summary>
internal sealed class JobBook(Database database, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes a waiting job, under the write lock: of several nodes one gets it.</summary>
    public async Task<bool> TryBeginAsync(Job waiting, string owner, CancellationToken ct)
    {
        var begun = false;
        await database.ChangeAsync(new("Job.Begin", User: (waiting.UserId, owner)), async db =>
        {
            begun = (await db.LoadAsync<Job>(waiting.Id, ct)).TryBegin(Environment.MachineName, Now);
            if (begun) db.Add(new JobPulse { JobId = waiting.Id, LeaseUntilUtc = Now + Lease });
        }, ct);
        return begun;
    }

    public Task EndAsync(Job job, string owner, JobOutcome outcome) => EndAsync(job, owner, outcome, _ => true);

    /// <summary>Ends a job whose node has not been heard of since its lease ran out.</summary>
    public Task EndLapsedAsync(Job job, string owner) => EndAsync(job, owner, JobOutcome.Failed("Job.Interrupted"), pulse => pulse is null || pulse.LeaseUntilUtc <= Now);

    /// <summary>Must succeed, whoever else is writing: else the outcome would be lost.</summary>
    private async Task EndAsync(Job job, string owner, JobOutcome outcome, Func<JobPulse?, bool> still)
    {
        for (; ; await Task.Delay(JobRunner.Beat, time))
        {
            try
            {
                await database.ChangeAsync(new("Job.End", User: (job.UserId, owner)), async db =>
                {
                    var pulse = await db.Set<JobPulse>().SingleOrDefaultAsync(p => p.JobId == job.Id);
                    if (!still(pulse)) return;
                    (await db.LoadAsync<Job>(job.Id, default)).End(outcome, Now);
                    if (pulse is not null) db.Remove(pulse);
                });
                return;
            }
            catch (BusyException) { } // the next beat tries again
        }
    }
}
