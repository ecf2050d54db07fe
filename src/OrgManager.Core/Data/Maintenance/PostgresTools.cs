using System.Diagnostics;
using Npgsql;

namespace OrgManager.Data.Maintenance;

/// <summary>The programs that come with PostgreSQL.</summary>
internal static class PostgresTools
{
    /// <param name="server">Connection string of the database to work on; null for work on files alone.</param>
    /// <returns>What the program wrote to standard output.</returns>
    /// <exception cref="MaintenanceException">It is not installed, or it failed.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? server, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, [.. Address(server), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (server is not null && new NpgsqlConnectionStringBuilder(server).Password is { } password) start.Environment["PGPASSWORD"] = password; // other users of the machine do not see it there
        try
        {
            using var process = Process.Start(start) ?? throw new MaintenanceException($"{program} did not start.");
            var (errors, output) = (process.StandardError.ReadToEndAsync(ct), process.StandardOutput.ReadToEndAsync(ct));
            await EndedAsync(process, ct);
            if (process.ExitCode != 0) throw new MaintenanceException($"{program}: {(await errors).Split('\n')[0].Trim().TrimEnd('.')}.");
            return await output;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new MaintenanceException($"{program} is not installed; it comes with PostgreSQL.", e);
        }
    }

    /// <summary>Nobody waits for it any more: then it ends, too.</summary>
    private static async Task EndedAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private static string[] Address(string? server)
    {
        if (server is null) return [];
        var at = new NpgsqlConnectionStringBuilder(server);
        return ["--host", at.Host ?? "localhost", "--port", $"{at.Port}", "--username", at.Username ?? "", "--dbname", at.Database ?? "", "--no-password"];
    }
}
