using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

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
            if (storage.Provider == StorageProvider.Postgres) await RunAsync("pg_dump", ["--format=custom", "--file", to], ct);
            else await VacuumIntoAsync(to, ct);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new MaintenanceException($"{to} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Puts a backup in place of the database; the one before is kept beside it. The caller holds the <see cref="DataLock"/> and has looked at the backup.</summary>
    /// <exception cref="MaintenanceException">The backup cannot be read, or pg_restore fails; the database is as before.</exception>
    public async Task RestoreAsync(string from, CancellationToken ct = default)
    {
        if (!File.Exists(from)) throw new MaintenanceException($"{from} does not exist.");
        if (storage.File is not { } file)
        {
            await RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", from], ct);
            return;
        }
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(storage.Directory);
        var incoming = file + ".restoring";
        File.Copy(from, incoming, overwrite: true);
        await using (var written = new FileStream(incoming, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        if (File.Exists(file))
        {
            await CheckpointAsync(ct);
            File.Copy(file, $"{file}.before-restore-{Stamp}");
        }
        File.Move(incoming, file, overwrite: true);
        foreach (var rest in new[] { file + "-wal", file + "-shm" }) File.Delete(rest);
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
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task CheckpointAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(storage.Connection) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The password goes by the environment, where other users of the machine do not see it.</summary>
    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(storage.Connection);
        var start = new ProcessStartInfo(program, ["--host", server.Host ?? "localhost", "--port", $"{server.Port}", "--username", server.Username ?? "", "--dbname", server.Database ?? "", "--no-password", .. arguments])
        {
            RedirectStandardError = true,
        };
        if (server.Password is { } password) start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start) ?? throw new MaintenanceException($"{program} did not start.");
            var errors = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) throw new MaintenanceException($"{program}: {errors.Split('\n')[0].Trim()}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new MaintenanceException($"{program} is not installed; it comes with PostgreSQL.", e);
        }
    }
}
