using Microsoft.Data.Sqlite;

namespace OrgManager.Data.Maintenance;

/// <summary>Copies of the whole database while it is in use, and back again.</summary>
public sealed class Backups(Storage storage, TimeProvider time)
{
    /// <summary>Writes a complete, consistent copy: a SQLite file, or a pg_dump archive.</summary>
    /// <exception cref="MaintenanceException">The file exists already, cannot be written, or pg_dump fails.</exception>
    public async Task BackupAsync(string to, CancellationToken ct = default)
    {
        if (File.Exists(to)) throw new MaintenanceException($"{to} exists already; a backup overwrites nothing.");
        if (storage.File is { } file && !File.Exists(file)) throw new MaintenanceException($"There is no database in {storage.Directory}.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
            if (storage.Provider == StorageProvider.Postgres) await PostgresTools.RunAsync("pg_dump", ["--format=custom", "--file", to], storage.Connection, ct);
            else await VacuumIntoAsync(to, ct);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new MaintenanceException($"{to} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Puts a backup in place of the database; the one before is kept beside it. Every other process is stopped, the caller holds the <see cref="DataLock"/> and has looked at the backup.</summary>
    /// <exception cref="MaintenanceException">The backup cannot be read, or the server refuses it; the database is as before.</exception>
    public async Task RestoreAsync(string from, CancellationToken ct = default)
    {
        if (!File.Exists(from)) throw new MaintenanceException($"{from} does not exist.");
        storage.EnsureDirectory();
        if (storage.File is { } file) await RestoreFileAsync(from, file, ct);
        else await RestoreToServerAsync(from, ct);
    }

    private async Task RestoreFileAsync(string from, string file, CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        var incoming = file + ".restoring";
        File.Copy(from, incoming, overwrite: true);
        await ExecuteAsync(incoming, "PRAGMA journal_mode = WAL", ct); // VACUUM INTO writes a copy without it
        await using (var written = new FileStream(incoming, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        if (File.Exists(file))
        {
            await ExecuteAsync(file, "PRAGMA wal_checkpoint(TRUNCATE)", ct);
            File.Copy(file, $"{file}.before-restore-{Stamp}");
        }
        File.Move(incoming, file, overwrite: true);
        foreach (var rest in new[] { file + "-wal", file + "-shm" }) File.Delete(rest);
    }

    /// <summary>Into an emptied schema, in one transaction.</summary>
    private async Task RestoreToServerAsync(string from, CancellationToken ct)
    {
        var script = Path.Combine(storage.Directory, $"restoring-{Stamp}.sql");
        try
        {
            await PostgresTools.RunAsync("pg_restore", ["--no-owner", "--file", script, from], server: null, ct);
            await PostgresTools.RunAsync("pg_dump", ["--format=custom", "--file", Path.Combine(storage.Directory, $"before-restore-{Stamp}.dump")], storage.Connection, ct);
            await PostgresTools.RunAsync("psql", ["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--single-transaction",
                "--command", "DROP SCHEMA IF EXISTS public CASCADE", "--command", "CREATE SCHEMA public", "--file", script], storage.Connection, ct);
        }
        finally
        {
            File.Delete(script);
        }
    }

    internal async Task<string> BeforeMigrationAsync(CancellationToken ct)
    {
        var to = Path.Combine(storage.Directory, "backups", $"before-migration-{Stamp}{(storage.Provider == StorageProvider.Sqlite ? ".db" : ".dump")}");
        await BackupAsync(to, ct);
        return to;
    }

    private string Stamp => time.GetUtcNow().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);

    private async Task VacuumIntoAsync(string to, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(storage.Connection);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        try
        {
            await using var interrupt = ct.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle!)); // the provider itself cannot be cancelled
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException e) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, ct);
        }
    }

    private static async Task ExecuteAsync(string file, string pragma, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class only
        command.CommandText = pragma;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
