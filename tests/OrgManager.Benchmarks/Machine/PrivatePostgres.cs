using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace OrgManager.Benchmarks;

/// <summary>A PostgreSQL of our own on loopback, as careful with a commit as one in use; its folder outlives it and is found again.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly string _bin, _data, _server;

    private PrivatePostgres(string bin, string data, string server) => (_bin, _data, _server) = (bin, data, server);

    public static async Task<PrivatePostgres> StartAsync(string folder)
    {
        var (bin, home) = (Bin(), Path.Combine(folder, "postgres"));
        var (data, passwordFile) = (Path.Combine(home, "data"), Path.Combine(home, "password"));
        if (!File.Exists(passwordFile))
        {
            Directory.CreateDirectory(home);
            await File.WriteAllTextAsync(passwordFile, RandomNumberGenerator.GetHexString(32));
            if (Environment.IsPrivilegedProcess) await Shell.RunAsync("chown", ["-R", "postgres", home]);
            await AsOwnerAsync(Path.Combine(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C");
        }
        var port = FreePort();
        var settings = $"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories= -c max_connections=200 -c shared_buffers=512MB -c max_wal_size=2GB";
        await AsOwnerAsync("sh", "-c", $"'{bin}/pg_ctl' -D '{data}' -l '{home}/log' -w -t 60 -o '{settings}' start > /dev/null 2>&1");
        return new(bin, data, $"Host=127.0.0.1;Port={port};Username=postgres;Password={await File.ReadAllTextAsync(passwordFile)}");
    }

    public string Connection(string database) => $"{_server};Database={database}";

    public Task CopyAsync(string from, string to) => RunAsync($"CREATE DATABASE {to} TEMPLATE {from} STRATEGY FILE_COPY");

    public Task RenameAsync(string from, string to) => RunAsync($"ALTER DATABASE {from} RENAME TO {to}");

    public Task CreateAsync(string name) => RunAsync($"CREATE DATABASE {name}");

    public Task DropAsync(string name) => RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    public async Task<bool> HasAsync(string name)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await AsOwnerAsync(Path.Combine(_bin, "pg_ctl"), "-D", _data, "-m", "fast", "stop");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await OpenAsync();
#pragma warning disable CA2100 // names made here
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{_server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task<string> AsOwnerAsync(string program, params string[] words) => Environment.IsPrivilegedProcess
        ? Shell.RunAsync("runuser", ["-u", "postgres", "--", program, .. words])
        : Shell.RunAsync(program, words);

    private static string Bin() => (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        ?? throw new InvalidOperationException("PostgreSQL is missing: tests/run.sh installs it; or measure with --database sqlite.");

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
