using OrgManager.Jobs;

namespace OrgManager.Web.Jobs;

/// <summary>Looks for jobs as long as the site runs: at once for those asked for here, every few seconds for those of nodes that are gone.</summary>
internal sealed partial class JobHost(JobRunner runner, JobBell bell, TimeProvider time, ILogger<JobHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = bell.NextRing; // before looking: what is asked for meanwhile is not missed
            running.AddRange(await PickUpAsync(stoppingToken));
            running.RemoveAll(job => job.IsCompleted);
            await Task.WhenAny(ring, Task.Delay(Pause, time, stoppingToken));
        }
        await Task.WhenAll(running); // they end as interrupted
    }

    /// <summary>A database that does not answer may answer at the next look.</summary>
    private async Task<IEnumerable<Task>> PickUpAsync(CancellationToken stop)
    {
        try
        {
            return (await runner.PickUpAsync(stop)).Select(WatchAsync).ToList();
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogFailed(e);
            return [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    /// <summary>A job whose end cannot be written down is ended by whoever looks after its lease.</summary>
    private async Task WatchAsync(Task job)
    {
        try
        {
            await job;
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Jobs could not be looked after.")]
    private partial void LogFailed(Exception fault);
}
