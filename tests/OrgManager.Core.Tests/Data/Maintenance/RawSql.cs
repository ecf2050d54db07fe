using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using OrgManager.Data;

namespace OrgManager.Tests.Data.Maintenance;

/// <summary>The database as somebody with its file or password could touch it, past everything of ours.</summary>
internal static class RawSql
{
    public const string NoTables = "DROP SCHEMA public CASCADE; CREATE SCHEMA public";
    public const string EmptyHistory = """CREATE TABLE "__EFMigrationsHistory" ("MigrationId" VARCHAR(150) NOT NULL PRIMARY KEY, "ProductVersion" VARCHAR(32) NOT NULL)""";

    public static async Task<object?> ExecuteAsync(this Storage storage, string sql)
    {
        await using DbConnection connection = storage.Provider == StorageProvider.Sqlite
            ? new SqliteConnection($"{storage.Connection};Pooling=false;Foreign Keys=false")
            : new NpgsqlConnection($"{storage.Connection};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written in the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>An existing database without a table.</summary>
    public static async Task<TestDatabase> BareAsync()
    {
        if (!TestDatabase.IsPostgres) return TestDatabase.Absent();
        var database = await TestDatabase.EmptyAsync();
        await database.Storage.ExecuteAsync(NoTables);
        return database;
    }
}
