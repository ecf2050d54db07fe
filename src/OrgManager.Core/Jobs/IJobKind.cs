namespace OrgManager.Jobs;

/// <summary>How much is done, and of about how much.</summary>
public sealed record JobProgress(long Done, long Total);

/// <summary>One kind of long work, done as the job's owner with the rights the owner has then.</summary>
public interface IJobKind
{
    /// <summary>As jobs name it; "JobKind.…" is what the pages call it.</summary>
    string Name { get; }

    /// <summary>Does it; may be broken off at any time and leaves nothing half done.</summary>
    /// <returns>What it made, to be told to the owner.</returns>
    Task<string?> RunAsync(string? input, IProgress<JobProgress> progress, CancellationToken ct);
}
