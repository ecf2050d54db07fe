using System.ComponentModel;
using System.Globalization;
using OrgManager.Access;
using OrgManager.Common;

namespace OrgManager.Data.Maintenance;

/// <summary>A backup that lies beside the data.</summary>
public sealed record BackupRow(string File, long Bytes, DateTime AtUtc);

/// <param name="Directory">Where they lie on the server: a backup holds everything, so none is handed out over the site.</param>
public sealed record BackupList(string Directory, IReadOnlyList<BackupRow> Rows);

/// <summary>How much of a backup is written: bytes, and of about how many.</summary>
public sealed record BackupWritten(long Bytes, long Of);

/// <summary>Sao lưu, from the site.</summary>
public sealed class BackupService(Database database, Backups backups, Storage storage, OrgClock clock, TimeProvider time)
{
    private const string Unfinished = ".part";
    private static readonly TimeSpan Told = TimeSpan.FromMilliseconds(500);

    private string Directory => Path.Combine(storage.Directory, "backups");

    /// <summary>Writes a complete copy of the database into the directory of backups, while it is in use, and says so in the trail; returns the file's name.</summary>
    /// <param name="progress">Told about every half second how much is written, on SQLite, where a copy is about as large as the database; pg_dump compresses and says nothing.</param>
    /// <exception cref="RuleBrokenException">Backup.NoTool: on PostgreSQL pg_dump is needed; Backup.Failed: with what the system said.</exception>
    [UseCase(Permission.Administer)]
    public async Task<string> MakeAsync(IProgress<BackupWritten>? progress = null, CancellationToken ct = default)
    {
        await DemandAsync(ct);
        var name = $"orgmanager-{clock.Local(time.GetUtcNow().UtcDateTime).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}{(storage.Provider == StorageProvider.Sqlite ? ".db" : ".dump")}";
        var file = Path.Combine(Directory, name);
        try
        {
            Storage.EnsureDirectory(Directory);
            await TellWhileAsync(Task.Run(() => backups.BackupAsync(file + Unfinished, ct), ct), file + Unfinished, progress);
            File.Move(file + Unfinished, file);
        }
        catch (Exception e) when (e is MaintenanceException or IOException or UnauthorizedAccessException)
        {
            if (File.Exists(file + Unfinished)) File.Delete(file + Unfinished);
            throw e.InnerException is Win32Exception ? new RuleBrokenException("Backup.NoTool") : new RuleBrokenException("Backup.Failed", e.Message);
        }
        await database.ChangeAsync(new("Backup.Make", name, Always: true), _ => Task.CompletedTask, ct);
        return name;
    }

    private async Task TellWhileAsync(Task writing, string file, IProgress<BackupWritten>? progress)
    {
        while (progress is not null && storage.File is { } database && await Task.WhenAny(writing, Task.Delay(Told, time)) != writing)
            if (File.Exists(file)) progress.Report(new(new FileInfo(file).Length, new FileInfo(database).Length));
        await writing;
    }

    /// <summary>The backups there are, the newest first; one that was broken off is none.</summary>
    [UseCase(Permission.Administer)]
    public async Task<BackupList> ListAsync(CancellationToken ct = default)
    {
        await DemandAsync(ct);
        var files = new DirectoryInfo(Directory) is { Exists: true } there ? there.EnumerateFiles().Where(f => f.Extension is ".db" or ".dump") : [];
        return new(Directory, [.. files.Select(f => new BackupRow(f.Name, f.Length, f.LastWriteTimeUtc)).OrderByDescending(f => f.AtUtc).ThenByDescending(f => f.File, StringComparer.Ordinal)]);
    }

    private Task<bool> DemandAsync(CancellationToken ct) => database.ReadAsync(db =>
    {
        db.Demand(Permission.Administer, null, db.Today);
        return Task.FromResult(true);
    }, ct);
}
