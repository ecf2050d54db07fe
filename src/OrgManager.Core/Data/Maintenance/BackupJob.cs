using OrgManager.Jobs;

namespace OrgManager.Data.Maintenance;

/// <summary>A backup asked for on the site; it tells the file's name.</summary>
internal sealed class BackupJob(BackupService backups) : IJobKind
{
    public const string Kind = "Backup";

    public string Name => Kind;

    public async Task<string?> RunAsync(string? input, IProgress<JobProgress> progress, CancellationToken ct) => await backups.MakeAsync(progress, ct);
}
