using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OrgManager.Data.Maintenance;

/// <summary>Brings a database to this program's model, and tells beforehand what it finds.</summary>
public sealed class Migrator(IDbContextFactory<OrgDbContext> factory, Storage storage, Backups backups)
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    private const string PostgresTables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
    private const string History = "__EFMigrationsHistory", LeftLock = "__EFMigrationsLock";

    /// <summary>Looks without touching anything.</summary>
    /// <exception cref="MaintenanceException">The file or server cannot be read.</exception>
    public async Task<DatabaseState> LookAsync(CancellationToken ct = default)
    {
        if (storage.File is { } file && !File.Exists(file)) return DatabaseState.Absent;
        try
        {
            await using var connection = ReadOnly();
            await connection.OpenAsync(ct);
            var tables = await ColumnAsync(connection, storage.Provider == StorageProvider.Sqlite ? SqliteTables : PostgresTables, ct);
            tables.Remove(LeftLock); // all there is if the first migration was killed at once
            if (tables.Count == 0) return DatabaseState.Absent;
            if (!tables.Contains(History)) return DatabaseState.Foreign;
            return await CompareAsync([.. await ColumnAsync(connection, $"""SELECT "MigrationId" FROM "{History}" """, ct)], ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return DatabaseState.Absent;
        }
        catch (DbException e)
        {
            throw new MaintenanceException($"{Place} cannot be read as a database: {e.Message.TrimEnd('.')}.", e);
        }
    }

    /// <summary>Refuses a backup that is not of a database of OrgManager, or of a newer one.</summary>
    /// <exception cref="MaintenanceException">Unreadable, foreign, or newer than this program.</exception>
    public async Task DemandOursAsync(string backup, CancellationToken ct = default)
    {
        if (!File.Exists(backup)) throw new MaintenanceException($"{backup} does not exist.");
        switch (storage.Provider == StorageProvider.Sqlite ? await LookAtFileAsync(backup, ct) : await LookAtArchiveAsync(backup, ct))
        {
            case DatabaseState.Current or DatabaseState.Older: return;
            case DatabaseState.Newer: throw new MaintenanceException($"{backup} was written by a newer version of OrgManager.");
            default: throw new MaintenanceException($"{backup} is not a database of OrgManager.");
        }
    }

    /// <summary>Migrates if needed, after a backup; the caller holds the <see cref="DataLock"/>.</summary>
    /// <exception cref="MaintenanceException">Unreadable, foreign, or newer than this program; nothing was touched.</exception>
    public async Task MigrateAsync(Action<string> say, CancellationToken ct = default)
    {
        var state = await LookAsync(ct);
        switch (state)
        {
            case DatabaseState.Current: return;
            case DatabaseState.Foreign: throw new MaintenanceException($"{Place} is not a database of OrgManager; it was left untouched.");
            case DatabaseState.Newer: throw new MaintenanceException($"{Place} was written by a newer version of OrgManager; it was left untouched.");
            default: break;
        }
        if (state == DatabaseState.Older) say($"Backup before migrating: {await backups.BeforeMigrationAsync(ct)}");
        await using var db = await factory.CreateDbContextAsync(ct);
        await DropLeftLockAsync(db, ct);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>Empties the database of a sample that was broken off while it was filled.</summary>
    public async Task StartOverAsync(CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        if (storage.Provider == StorageProvider.Postgres) await db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public", ct); // the database itself is locked by us, and waited for by others
        else await db.Database.EnsureDeletedAsync(ct);
        await db.Database.MigrateAsync(ct);
    }

    private Task<DatabaseState> LookAtFileAsync(string backup, CancellationToken ct) =>
        new Migrator(factory, storage with { Connection = $"Data Source={backup}" }, backups).LookAsync(ct);

    /// <summary>The rows of the history as the archive holds them: the lines between COPY and its end.</summary>
    private async Task<DatabaseState> LookAtArchiveAsync(string backup, CancellationToken ct)
    {
        var sql = await PostgresTools.RunAsync("pg_restore", ["--data-only", $"--table={History}", "--file=-", backup], server: null, ct);
        var rows = sql.Split('\n').SkipWhile(line => !line.StartsWith("COPY ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line != "\\.").ToList();
        return rows.Count == 0 ? DatabaseState.Foreign : await CompareAsync([.. rows.Select(row => row.Split('\t')[0])], ct);
    }

    private string Place => storage.File ?? "The PostgreSQL database";

    /// <summary>A migration that was killed leaves its row, and the next one would wait for it for ever. Whoever holds the lock file knows nobody migrates.</summary>
    private async Task DropLeftLockAsync(OrgDbContext db, CancellationToken ct)
    {
        if (storage.File is not { } file || !File.Exists(file)) return;
        await db.Database.ExecuteSqlRawAsync($"""DROP TABLE IF EXISTS "{LeftLock}" """, ct);
    }

    private async Task<DatabaseState> CompareAsync(HashSet<string> applied, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var known = db.Database.GetMigrations().ToHashSet();
        if (!applied.IsSubsetOf(known)) return DatabaseState.Newer;
        return applied.Count == known.Count ? DatabaseState.Current : DatabaseState.Older;
    }

    private DbConnection ReadOnly() => storage.Provider == StorageProvider.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(storage.Connection) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString())
        : new NpgsqlConnection(storage.Connection);

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class only
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var values = new List<string>();
        while (await reader.ReadAsync(ct)) values.Add(reader.GetString(0));
        return values;
    }
}
