using System.Diagnostics;
using System.Globalization;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Tests.Data;

/// <summary>A real process, killed while it saves: what it committed is there, and nothing else.</summary>
public class KilledProcessTests
{
    private const int Times = 50, StartedAhead = 2;
    private static readonly DateOnly LastDay = new(2060, 1, 1);

    [Fact]
    public async Task A_process_killed_while_saving_leaves_the_last_committed_state()
    {
        await using var org = await SmallOrg.StartWithKindsAsync();
        var units = new[] { await org.FoundAsync("A", WritingProgram.Start), await org.FoundAsync("B", WritingProgram.Start) };
        var committed = await HeadAsync(org);
        var (random, ahead) = (new Random(50), new Queue<Process>());
        try
        {
            for (var time = 0; time < Times; time++)
            {
                while (ahead.Count < Math.Min(StartedAhead, Times - time)) ahead.Enqueue(Start(org.Storage, units));
                using var writer = ahead.Dequeue();
                var told = await WriteAndKillAsync(writer, random) ?? committed;

                await org.Database.ChangeAsync(new("Test"), _ => Task.CompletedTask); // changes nothing, but waits for the lock: a server may still be finishing what was sent
                var head = await HeadAsync(org);
                Assert.InRange(head, told, told + 1);
                await AssertWholeAsync(org, units, head);
                committed = head;
            }
        }
        finally
        {
            foreach (var writer in ahead) writer.Kill();
        }
        await using var reopened = org.Beside();
        await AssertWholeAsync(reopened, units, committed);
        await org.AssertSoundAsync(); // every set follows the one before, so a break at any kill is still there
        Assert.True(committed > Times, $"only {committed} change sets were written");
    }

    /// <summary>The last number the process printed, if any.</summary>
    private static async Task<long?> WriteAndKillAsync(Process writer, Random random)
    {
        Assert.Equal("ready", await writer.StandardOutput.ReadLineAsync());
        await writer.StandardInput.WriteLineAsync();
        long? told = null;
        for (var lines = random.Next(6); lines > 0; lines--) told = Number(await writer.StandardOutput.ReadLineAsync());
        Thread.SpinWait(random.Next(300_000));
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync() is { } line) told = Number(line);
        await writer.WaitForExitAsync();
        return told;
    }

    /// <summary>Every change set moved posts from one unit to the other: together they have as many as ever, on every day.</summary>
    private static async Task AssertWholeAsync(TestOrg org, Guid[] units, long head)
    {
        var timeline = (await org.SnapshotAsync(LastDay)).Timeline;
        var levels = timeline.Quotas.SelectMany(q => q.History.Select(level => level.From)).Distinct().ToList();
        Assert.All(levels, day => Assert.Equal(WritingProgram.Posts, units.Sum(u => timeline.On(day).Unit(u)!.Allocated[QuotaCategory.CivilServant])));
        Assert.Equal(head, timeline.Seq);
    }

    private static Task<long> HeadAsync(TestOrg org) => org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

    private static long Number(string? line) => long.Parse(line ?? throw new InvalidOperationException("The writer stopped by itself."), CultureInfo.InvariantCulture);

    private static Process Start(Storage storage, Guid[] units) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [typeof(WritingProgram).Assembly.Location, "write", $"{storage.Provider}", storage.Connection, storage.Directory, $"{units[0]}", $"{units[1]}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment = { ["DOTNET_TieredPGO"] = "0" }, // a quicker start
    })!;
}
