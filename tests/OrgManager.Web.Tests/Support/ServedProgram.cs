using System.Diagnostics;
using System.Text;
using OrgManager.Data;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests;

/// <summary>A <c>serve</c> that runs until the test ends it: in this process, or as a process of its own.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Process? _process;
    private readonly Task<int> _ended;

    private ServedProgram(IReadOnlyList<string> words)
    {
        _ended = Task.Run(() => new OrgManagerCommand(TextReader.Null, Output, Errors).RunAsync(words, _stop.Token));
        _ = _ended.ContinueWith(_ => Errors.End(), TaskScheduler.Default);
    }

    private ServedProgram(string program, string from, IReadOnlyList<string> words)
    {
        _process = ProgramProcess.Start(program, from, words);
        _ended = ProgramProcess.WatchAsync(_process, Output, Errors);
    }

    public WatchedLines Output { get; } = new();
    public WatchedLines Errors { get; } = new();

    public static ServedProgram Start(TestDatabase database, params IEnumerable<string> words) => new(Words(database, words));

    /// <param name="program">Folder the program lies in.</param>
    /// <param name="from">Folder it is called from.</param>
    public static ServedProgram StartProcess(string program, string from, TestDatabase database, params IEnumerable<string> words) => new(program, from, Words(database, words));

    /// <summary>One of several nodes: with a directory of its own, on a database others share.</summary>
    public static ServedProgram StartNode(Storage node, params IEnumerable<string> words) => new(Repository.Built, Path.GetTempPath(), Words(node, words));

    /// <summary>Where it answers, once it does.</summary>
    public async Task<Uri> AddressAsync() => new((await Errors.WaitForAsync("answers at ")).Split("answers at ")[1].Trim());

    /// <summary>Asks it to end, as the system does, and tells its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (_process is null) await _stop.CancelAsync();
        else await ProgramProcess.TerminateAsync(_process);
        return await _ended;
    }

    /// <summary>Ends it between two instructions, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _ended;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        await _stop.CancelAsync();
        await ((Task)_ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process?.Dispose();
        _stop.Dispose();
    }

    private static List<string> Words(TestDatabase database, IEnumerable<string> words) => Words(database.Storage, words);

    private static List<string> Words(Storage storage, IEnumerable<string> words) =>
        ["serve", "--urls", "http://127.0.0.1:0", .. words, .. TestProgram.SettingsOf(storage)];
}

/// <summary>The program as a process of its own, for what only a process shows.</summary>
internal static class ProgramProcess
{
    private static readonly string Dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    public static async Task<Called> RunAsync(string program, string from, IEnumerable<string> words, string typed = "")
    {
        using var process = Start(program, from, [.. words]);
        using WatchedLines output = new(), errors = new();
        var ended = WatchAsync(process, output, errors);
        await process.StandardInput.WriteLineAsync(typed);
        process.StandardInput.Close();
        return new(await ended, output.Whole, errors.Whole);
    }

    public static Process Start(string program, string from, IReadOnlyList<string> words) => Process.Start(
        new ProcessStartInfo(Dotnet, [Path.Combine(program, "OrgManager.Web.dll"), .. words])
        {
            WorkingDirectory = from, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["ASPNETCORE_DETAILEDERRORS"] = "true" }, // a browser is told what went wrong
        })!;

    public static async Task<int> WatchAsync(Process process, WatchedLines output, WatchedLines errors)
    {
        await Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, errors));
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public static async Task TerminateAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task CopyAsync(StreamReader from, WatchedLines to)
    {
        while (await from.ReadLineAsync() is { } line) to.WriteLine(line);
        to.End();
    }
}
