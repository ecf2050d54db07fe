using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Jobs;

namespace OrgManager.Data.Maintenance;

/// <summary>A backup that lies beside the data.</summary>
public sealed record BackupRow(string File, long Bytes, DateTime AtUtc);

/// <param name="Directory">Where they lie on the server: a backup holds everything, so none is handed out over the site.</param>
/// <param name="Job">The newest backup asked for, while it is made and until its owner has dismissed how it ended.</param>
public sealed record BackupList(string Directory, IReadOnlyList<BackupRow> Rows, JobRow? Job);

/// <summary>Sao lưu, from the site.</summary>
public sealed class BackupService(Database database, Backups backups, Storage storage, OrgClock clock, TimeProvider time, JobBell bell)
{
    private const string Unfinished = ".part";
    private static readonly TimeSpan Told = TimeSpan.FromMilliseconds(500);

    private string Directory => Path.Combine(storage.Directory, "backups");

    /// <summary>Asks for a backup, which is made without the page.</summary>
    /// <exception cref="RuleBrokenException">Backup.Underway: one is being made already.</exception>
    [UseCase(Permission.Administer)]
    public async Task StartAsync(CancellationToken ct = default)
    {
        await database.ChangeAsync(new("Backup.Start"), async db =>
        {
            Demand(db);
            RuleBrokenException.Unless(!await db.Set<Job>().AnyAsync(j => j.Kind == BackupJob.Kind && (j.State == JobState.Waiting || j.State == JobState.Running), ct), "Backup.Underway");
            db.Add(Job.Ask(db.Actor.UserId ?? throw new AccessDeniedException(Permission.Administer), BackupJob.Kind, null, time.GetUtcNow().UtcDateTime));
        }, ct);
        bell.Ring();
    }

    /// <summary>Writes a complete copy of the database into the directory of backups, while it is in use, and says so in the trail; returns the file's name.</summary>
    /// <param name="progress">Told about every half second how many bytes are written, on SQLite, where a copy is about as large as the database; pg_dump compresses and says nothing.</param>
    /// <exception cref="RuleBrokenException">Backup.NoTool: on PostgreSQL pg_dump is needed; Backup.Failed: with what the system said.</exception>
    [UseCase(Permission.Administer)]
    public async Task<string> MakeAsync(IProgress<JobProgress>? progress = null, CancellationToken ct = default)
    {
        await DemandAsync(ct);
        var name = $"orgmanager-{clock.Local(time.GetUtcNow().UtcDateTime).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}{(storage.Provider == StorageProvider.Sqlite ? ".db" : ".dump")}";
        await WriteAsync(Path.Combine(Directory, name), progress, ct);
        await database.ChangeAsync(new("Backup.Make", name, Always: true), _ => Task.CompletedTask, ct);
        return name;
    }

    /// <summary>The backups there are on this node, the newest first; one that was broken off is none.</summary>
    [UseCase(Permission.Administer)]
    public Task<BackupList> ListAsync(CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        Demand(db);
        var files = new DirectoryInfo(Directory) is { Exists: true } there ? there.EnumerateFiles().Where(f => f.Extension is ".db" or ".dump") : [];
        var jobs = await JobRow.ReadAsync(db, db.Set<Job>().Where(j => j.Kind == BackupJob.Kind && !j.Dismissed).OrderByDescending(j => j.AskedUtc).Take(1), ct);
        return new BackupList(Directory, [.. files.Select(f => new BackupRow(f.Name, f.Length, f.LastWriteTimeUtc)).OrderByDescending(f => f.AtUtc).ThenByDescending(f => f.File, StringComparer.Ordinal)],
            jobs is [var newest, ..] ? newest : null);
    }, ct);

    private async Task WriteAsync(string file, IProgress<JobProgress>? progress, CancellationToken ct)
    {
        try
        {
            Storage.EnsureDirectory(Directory);
            foreach (var left in System.IO.Directory.EnumerateFiles(Directory, "*" + Unfinished)) File.Delete(left); // of a process that was killed
            await TellWhileAsync(Task.Run(() => backups.BackupAsync(file + Unfinished, ct), ct), file + Unfinished, progress);
            File.Move(file + Unfinished, file);
        }
        catch (Exception e)
        {
            if (File.Exists(file + Unfinished)) File.Delete(file + Unfinished);
            if (e is not (MaintenanceException or IOException or UnauthorizedAccessException)) throw;
            throw e.InnerException is Win32Exception ? new RuleBrokenException("Backup.NoTool") : new RuleBrokenException("Backup.Failed", e.Message);
        }
    }

    private async Task TellWhileAsync(Task writing, string file, IProgress<JobProgress>? progress)
    {
        while (progress is not null && storage.File is { } database && await Task.WhenAny(writing, Task.Delay(Told, time)) != writing)
            if (File.Exists(file)) progress.Report(new(new FileInfo(file).Length, new FileInfo(database).Length));
        await writing;
    }

    private static void Demand(OrgDbContext db) => db.Demand(Permission.Administer, null, db.Today);

    private Task<bool> DemandAsync(CancellationToken ct) => database.ReadAsync(db =>
    {
        Demand(db);
        return Task.FromResult(true);
    }, ct);
}
