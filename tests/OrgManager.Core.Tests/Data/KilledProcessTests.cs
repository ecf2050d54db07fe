using System.Diagnostics;
using System.Globalization;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Tests.Data;

/// <summary>A real process, killed while it saves: what it committed is there, and nothing else.</summary>
public class KilledProcessTests
{
    /// <summary>Fifty savings are broken off, five by each kill: starting the processes is what costs.</summary>
    private const int Kills = 10, Databases = 5;

    private const int StartedAhead = 2;

    [Fact]
    public async Task A_process_killed_while_saving_leaves_the_last_committed_state()
    {
        var written = new List<WrittenOrg>();
        var (random, ahead) = (new Random(50), new Queue<Process>());
        try
        {
            while (written.Count < Databases) written.Add(await WrittenOrg.StartAsync());
            for (var kill = 0; kill < Kills; kill++)
            {
                while (ahead.Count < Math.Min(StartedAhead, Kills - kill)) ahead.Enqueue(Start(written));
                using var writer = ahead.Dequeue();
                var told = await WriteAndKillAsync(writer, random);
                for (var number = 0; number < Databases; number++) await written[number].AssertWholeAsync(told.TryGetValue(number, out var seq) ? seq : null);
            }
            foreach (var org in written) await org.AssertSoundAsync();
            Assert.True(written.Sum(org => org.Committed) > Kills * Databases, $"only {written.Sum(org => org.Committed)} change sets were written");
        }
        finally
        {
            foreach (var writer in ahead) writer.Kill();
            foreach (var org in written) await org.DisposeAsync();
        }
    }

    /// <summary>For each database the last number the process printed, if any.</summary>
    private static async Task<Dictionary<int, long>> WriteAndKillAsync(Process writer, Random random)
    {
        Assert.Equal("ready", await writer.StandardOutput.ReadLineAsync());
        await writer.StandardInput.WriteLineAsync();
        var told = new Dictionary<int, long>();
        for (var lines = random.Next(6 * Databases); lines > 0; lines--) Note(told, await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The writer stopped by itself."));
        Thread.SpinWait(random.Next(300_000));
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync() is { } line) Note(told, line);
        await writer.WaitForExitAsync();
        return told;
    }

    private static void Note(Dictionary<int, long> told, string line)
    {
        var words = line.Split(' ');
        told[int.Parse(words[0], CultureInfo.InvariantCulture)] = long.Parse(words[1], CultureInfo.InvariantCulture);
    }

    private static Process Start(IEnumerable<WrittenOrg> written) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [typeof(WritingProgram).Assembly.Location, "write", .. written.SelectMany(org => org.Words)])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment = { ["DOTNET_TieredPGO"] = "0" }, // a quicker start
    })!;
}
