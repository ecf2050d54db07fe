using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OrgManager.Data;
using OrgManager.Data.Seeding;
using OrgManager.Data.Seeding.Province;

namespace OrgManager.Benchmarks;

/// <summary>Generated data, filled once for each size and database; what is measured is a copy of it.</summary>
internal sealed class Provinces(string folder, Action<string> say) : IAsyncDisposable
{
    private readonly Dictionary<string, Storage> _copies = [];
    private readonly Dictionary<(StorageProvider, int), double> _seconds = [];
    private PrivatePostgres? _postgres;

    public async Task<Storage> CopyAsync(StorageProvider provider, int people)
    {
        var (kept, copy) = ($"province_{people}", $"copy_{Guid.NewGuid():N}");
        var directory = Storage.EnsureDirectory(Path.Combine(folder, copy)).FullName;
        if (provider == StorageProvider.Sqlite)
        {
            var file = Path.Combine(folder, $"{kept}.db");
            if (!File.Exists(file)) await FillSqliteAsync(file, people);
            File.Copy(file, SqliteIn(directory).File!);
            return _copies[copy] = SqliteIn(directory);
        }
        var server = await ServerAsync();
        if (!await server.HasAsync(kept)) await FillPostgresAsync(server, kept, people);
        await server.CopyAsync(kept, copy);
        return _copies[copy] = new(provider, server.Connection(copy), directory);
    }

    /// <summary>Seconds from an empty database to the whole province; made once more only if this run has found it made.</summary>
    public async Task<double> GenerateAsync(StorageProvider provider, int people)
    {
        if (_seconds.TryGetValue((provider, people), out var known)) return known;
        var empty = await EmptyAsync(provider);
        await FillAsync(empty, people);
        await ForgetAsync(empty);
        return _seconds[(provider, people)];
    }

    /// <summary>Nothing in it yet.</summary>
    public async Task<Storage> EmptyAsync(StorageProvider provider)
    {
        var name = $"empty_{Guid.NewGuid():N}";
        var directory = Storage.EnsureDirectory(Path.Combine(folder, name)).FullName;
        if (provider == StorageProvider.Postgres) await (await ServerAsync()).CreateAsync(name);
        return _copies[name] = provider == StorageProvider.Sqlite ? SqliteIn(directory) : new(provider, _postgres!.Connection(name), directory);
    }

    public async Task ForgetAsync(Storage copy)
    {
        var name = _copies.First(c => c.Value == copy).Key;
        if (copy.Provider == StorageProvider.Postgres) await _postgres!.DropAsync(name);
        else SqliteConnection.ClearAllPools();
        Directory.Delete(copy.Directory, recursive: true);
        _copies.Remove(name);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies.Values.ToList()) await ForgetAsync(copy);
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private async Task<PrivatePostgres> ServerAsync() => _postgres ??= await PrivatePostgres.StartAsync(folder);

    private async Task FillSqliteAsync(string file, int people)
    {
        var directory = Storage.EnsureDirectory($"{file}.filling").FullName;
        await FillAsync(SqliteIn(directory), people);
        SqliteConnection.ClearAllPools();
        File.Move(SqliteIn(directory).File!, file);
        Directory.Delete(directory, recursive: true);
    }

    private async Task FillPostgresAsync(PrivatePostgres server, string name, int people)
    {
        var filling = $"filling_{people}";
        await server.DropAsync(filling);
        await server.CreateAsync(filling);
        await FillAsync(new(StorageProvider.Postgres, server.Connection(filling), folder), people);
        Npgsql.NpgsqlConnection.ClearAllPools();
        await server.RenameAsync(filling, name);
    }

    private async Task FillAsync(Storage storage, int people)
    {
        say($"Generating {people:N0} people on {storage.Provider} …");
        var begun = Stopwatch.GetTimestamp();
        await using var province = new Province(storage);
        await province.Get<SampleFiller>().FillProvinceAsync(new(people, people * 3 / 40, people * 3 / 10, Years: 30, Seed: 1), say);
        _seconds[(storage.Provider, people)] = Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static Storage SqliteIn(string directory) => new(StorageProvider.Sqlite, $"Data Source={Path.Combine(directory, "orgmanager.db")}", directory);
}
