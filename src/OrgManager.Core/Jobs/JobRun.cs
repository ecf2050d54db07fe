using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Jobs;

/// <summary>One job while it runs here: each second it says that it lives and how far it is, and hears whether it should stop.</summary>
internal sealed class JobRun(Job job, IDbContextFactory<OrgDbContext> factory, TimeProvider time, ILogger log) : IProgress<JobProgress>, IDisposable
{
    private static readonly Action<ILogger, string, Guid, Exception?> LogBroken = LoggerMessage.Define<string, Guid>(LogLevel.Error, default, "Job {Kind} {Id} ended by a fault.");
    private static readonly Action<ILogger, Guid, Exception?> LogMissed = LoggerMessage.Define<Guid>(LogLevel.Warning, default, "Job {Id} could not say that it lives.");

    private readonly CancellationTokenSource _cancel = new();
    private volatile JobProgress? _progress;
    private volatile bool _cancelled;

    public void Report(JobProgress value) => _progress = value;

    public void Dispose() => _cancel.Dispose();

    public async Task<JobOutcome> RunAsync(IJobKind? kind, CancellationToken stop)
    {
        using var ended = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancel.Token, stop);
        using var timer = new PeriodicTimer(JobRunner.Beat, time);
        var beating = BeatAsync(timer, ended.Token);
        try
        {
            return kind is null ? JobOutcome.Failed("Job.UnknownKind", job.Kind) : new(JobState.Done, await kind.RunAsync(job.Input, this, either.Token));
        }
        catch (Exception e)
        {
            return Failure(e);
        }
        finally
        {
            await ended.CancelAsync();
            await beating;
        }
    }

    private JobOutcome Failure(Exception e)
    {
        switch (e)
        {
            case OperationCanceledException when _cancelled: return new(JobState.Cancelled);
            case OperationCanceledException: return JobOutcome.Failed("Job.Interrupted");
            case RuleBrokenException rule: return JobOutcome.Failed(rule.Code, [.. rule.Args.Select(a => $"{a}")]);
            case AccessDeniedException: return JobOutcome.Failed("Error.NotAllowed");
            case BusyException: return JobOutcome.Failed("Error.Busy");
            default:
                LogBroken(log, job.Kind, job.Id, e);
                return JobOutcome.Failed("Job.Broken");
        }
    }

    private async Task BeatAsync(PeriodicTimer timer, CancellationToken ended)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(ended)) await TryBeatAsync(ended);
        }
        catch (OperationCanceledException) { } // the job has ended
    }

    /// <summary>A beat that fails is made up for by the next; the lease bears many.</summary>
    private async Task TryBeatAsync(CancellationToken ended)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(ended);
            var (until, done, total) = (time.GetUtcNow().UtcDateTime + JobBook.Lease, _progress?.Done, _progress?.Total);
            var alive = await db.Set<JobPulse>().Where(p => p.JobId == job.Id).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.LeaseUntilUtc, until).SetProperty(p => p.Done, done).SetProperty(p => p.Total, total), ended);
            _cancelled = await db.Set<Job>().AnyAsync(j => j.Id == job.Id && j.CancelAsked, ended);
            if (_cancelled || alive == 0) await _cancel.CancelAsync(); // without a pulse others have given the job up
        }
        catch (DbException e)
        {
            LogMissed(log, job.Id, e);
        }
    }
}
