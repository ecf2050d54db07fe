using System.Diagnostics;
using OrgManager.Data;

namespace OrgManager.Benchmarks;

/// <summary>The published program as a process of its own on loopback.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);
    private readonly Process _process;
    private readonly long _begun;

    private Served(Process process, long begun, Uri address) => (_process, _begun, Address) = (process, begun, address);

    public Uri Address { get; }
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>What the system counts as its memory now.</summary>
    public double MemoryMiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    private double SecondsSinceStart => Stopwatch.GetElapsedTime(_begun).TotalSeconds;

    /// <summary>Starts it without waiting for an answer.</summary>
    public static async Task<Served> StartAsync(Storage storage)
    {
        var folder = await Published.Value;
        var address = new Uri($"http://127.0.0.1:{PrivatePostgres.FreePort()}");
        string[] words =
        [
            Path.Combine(folder, "OrgManager.Web.dll"), "serve", "--urls", address.ToString().TrimEnd('/'), $"--Storage:Provider={storage.Provider}",
            $"--Storage:Path={storage.Directory}", .. storage.Provider == StorageProvider.Postgres ? [$"--Storage:Connection={storage.Connection}"] : Array.Empty<string>(),
        ];
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new(process, begun, address);
    }

    /// <summary>Seconds from the start of the process until this address answers well.</summary>
    public async Task<double> AnswersAsync(string path)
    {
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The program ended with {_process.ExitCode}.");
            try
            {
                using var answer = await Http.GetAsync(new Uri(Address, path));
                if (answer.IsSuccessStatusCode) return SecondsSinceStart;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private static async Task<string> PublishAsync()
    {
        if (Environment.GetEnvironmentVariable("ORGMANAGER_PUBLISHED") is { Length: > 0 } done) return done;
        var folder = Path.Combine(AppContext.BaseDirectory, "published");
        foreach (var set in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            Environment.SetEnvironmentVariable(set, null);
        await Shell.RunAsync("dotnet", ["publish", "src/OrgManager.Web", "-c", "Release", "-r", "linux-x64", "-o", folder, "-v", "quiet", "-nodeReuse:false"], Repository.Root);
        return folder;
    }
}
