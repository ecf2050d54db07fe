using System.Diagnostics;
using System.Runtime.InteropServices;

namespace OrgManager.Benchmarks;

/// <summary>What the figures were measured on, printed with them.</summary>
internal sealed record Host(string Commit, string Day, string System, string Runtime, int Cores, long MemoryMiB, string Data)
{
    public static async Task<Host> LookAsync(string data)
    {
        var commit = await Shell.TryAsync("git", ["-C", Repository.Root, "describe", "--always", "--dirty"]);
        return new(commit?.Trim() ?? "unknown", $"{TimeProvider.System.GetLocalNow():yyyy-MM-dd}", RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription,
            Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20, $"{data} ({FileSystem(data)})");
    }

    public override string ToString() => $"OrgManager {Commit}, {Day}: {Cores} cores, {MemoryMiB:N0} MiB, {System}, {Runtime}; data in {Data}";

    /// <summary>Where a commit goes says what "durable" costs.</summary>
    private static string FileSystem(string path) => DriveInfo.GetDrives().Where(d => Path.GetFullPath(path).StartsWith(d.Name, StringComparison.Ordinal))
        .OrderByDescending(d => d.Name.Length).Select(d => d.DriveFormat).FirstOrDefault() ?? "unknown";
}

internal static class Repository
{
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "OrgManager.sln")) ? from : FindRoot(Path.GetDirectoryName(from.TrimEnd(Path.DirectorySeparatorChar))!);
}

internal static class Shell
{
    /// <exception cref="InvalidOperationException">It ended otherwise than well; tells what it said.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> words, string? from = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            WorkingDirectory = from ?? Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException($"{program} failed: {string.Concat(said)}");
    }

    public static async Task<string?> TryAsync(string program, IEnumerable<string> words)
    {
        try
        {
            return await RunAsync(program, words);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
