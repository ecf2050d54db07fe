namespace OrgManager.Jobs;

/// <summary>Wakes this process for a job that was asked for here; of those of other nodes it hears when it looks.</summary>
public sealed class JobBell
{
    private TaskCompletionSource _rung = New();

    public void Ring() => Interlocked.Exchange(ref _rung, New()).TrySetResult();

    /// <summary>Ends with the first ring after this call.</summary>
    public Task NextRing => Volatile.Read(ref _rung).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
