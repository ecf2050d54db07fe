using System.Diagnostics;

namespace OrgManager.Web.Tests;

/// <summary>The program as a deployer gets it, published once for all tests from what is built already; ORGMANAGER_PUBLISHED names a folder where that was done.</summary>
internal static class PublishedProgram
{
    private static readonly Lazy<Task<string>> Once = new(PublishAsync);

    public static Task<string> FolderAsync() => Once.Value;

    private static async Task<string> PublishAsync()
    {
        if (Environment.GetEnvironmentVariable("ORGMANAGER_PUBLISHED") is { Length: > 0 } done) return done;
        var folder = Path.Combine(AppContext.BaseDirectory, "published");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        string[] words = ["publish", Repository.Source("OrgManager.Web"), "-c", Repository.Configuration, "--no-build", "-o", folder, "-v", "quiet", "-nodeReuse:false"];
        var start = new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var set in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(set);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"Publishing failed: {string.Concat(said)}");
        return folder;
    }
}
