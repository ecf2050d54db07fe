using Microsoft.Data.Sqlite;
using Npgsql;
using OrgManager.Data;

namespace OrgManager.Tests;

/// <summary>A database of its own for each test, copied from one made once. SQLite unless ORGMANAGER_TEST_POSTGRES names a server.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ORGMANAGER_TEST_POSTGRES");
    private static readonly Lazy<Task<TestDatabase>> Empty = new(() => MakeAsync(_ => Task.CompletedTask));
    private static readonly Lazy<Task<TestDatabase>> Model = new(() => MakeAsync(org => org.FillModelAsync()));
    private static readonly SemaphoreSlim OneCopyAtATime = new(1); // PostgreSQL copies a template for one at a time

    private readonly string _name = $"org_{Guid.NewGuid():N}";

    private TestDatabase()
    {
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), _name)).FullName;
        Storage = IsPostgres
            ? new(StorageProvider.Postgres, $"{Server};Database={_name};Maximum Pool Size=20", directory)
            : new(StorageProvider.Sqlite, $"Data Source={Path.Combine(directory, "orgmanager.db")}", directory);
    }

    public static bool IsPostgres => Server is not null;

    public Storage Storage { get; }

    /// <summary>Migrated, without a row.</summary>
    public static async Task<TestDatabase> EmptyAsync() => await (await Empty.Value).CopyAsync();

    /// <summary>The model organisation with its accounts.</summary>
    public static async Task<TestDatabase> ModelAsync() => await (await Model.Value).CopyAsync();

    /// <summary>Nothing there at all.</summary>
    public static TestDatabase Absent() => new();

    public async Task<TestDatabase> CopyAsync()
    {
        var copy = new TestDatabase();
        if (Storage.File is { } file) File.Copy(file, copy.Storage.File!);
        else await OnServerAsync(server => $"CREATE DATABASE {copy._name} TEMPLATE {_name}{(server.Major >= 15 ? " STRATEGY FILE_COPY" : "")}"); // five times as quick as through the log
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (IsPostgres) await OnServerAsync(_ => $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        Directory.Delete(Storage.Directory, recursive: true);
    }

    /// <summary>Gives back every connection; a SQLite file is then whole without its log.</summary>
    public async Task CloseAsync()
    {
        if (IsPostgres)
        {
            await using var connection = new NpgsqlConnection(Storage.Connection);
            NpgsqlConnection.ClearPool(connection);
            return;
        }
        foreach (var known in new[] { Storage.Connection, new SqliteConnectionStringBuilder(Storage.Connection) { DefaultTimeout = 5 }.ToString() })
        {
            await using var connection = new SqliteConnection(known);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static async Task<TestDatabase> MakeAsync(Func<TestOrg, Task> fill)
    {
        var database = new TestDatabase();
        await using (var org = TestOrg.On(database, isOwner: false))
        {
            await org.MigrateAsync();
            await fill(org);
        }
        await database.CloseAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(database.Storage.Directory, recursive: true);
        return database;
    }

    private static async Task OnServerAsync(Func<Version, string> sql)
    {
        await OneCopyAtATime.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names made here
            command.CommandText = sql(connection.PostgreSqlVersion);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }
}
