using System.Data.Common;
using Npgsql;

namespace OrgManager.Data.Maintenance;

/// <summary>One node at a time looks, backs up and migrates: a lock in the database itself, held by a connection of its own.</summary>
internal static class ServerLock
{
    private const string Try = "SELECT pg_try_advisory_lock(5081)", Wait = "SELECT pg_advisory_lock(5081)"; // 5080 is every change's

    /// <summary>A database that is not there yet is made first, for without it there is nothing to lock.</summary>
    /// <exception cref="MaintenanceException">The server does not answer or refuses.</exception>
    public static async Task<IDisposable> TakeAsync(Storage storage, Action<string> say, CancellationToken ct)
    {
        var at = new NpgsqlConnectionStringBuilder(storage.Connection) { Pooling = false, KeepAlive = 30, CommandTimeout = 0 };
        NpgsqlConnection? connection = null;
        try
        {
            connection = await OpenAsync(at, ct);
            if (await AskAsync(connection, Try, ct) is true) return connection;
            say($"Waiting for another OrgManager process to finish preparing the database {at.Database} …");
            await AskAsync(connection, Wait, ct);
            return connection;
        }
        catch (Exception e)
        {
            if (connection is not null) await connection.DisposeAsync();
            if (e is DbException) throw new MaintenanceException($"The PostgreSQL database cannot be used: {e.Message.Split('\n')[0].Trim().TrimEnd('.')}.", e);
            throw;
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder at, CancellationToken ct)
    {
        try
        {
            return await ConnectAsync(at, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateAsync(at, ct);
            return await ConnectAsync(at, ct);
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlConnectionStringBuilder at, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(at.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateAsync(NpgsqlConnectionStringBuilder at, CancellationToken ct)
    {
        await using var server = await ConnectAsync(new(at.ConnectionString) { Database = "postgres" }, ct);
        try
        {
            await AskAsync(server, $"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(at.Database ?? "")}", ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // the other node was quicker
        }
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class, and a quoted name
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(ct);
    }
}
