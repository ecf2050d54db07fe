using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Reviews;
using OrgManager.Tests.Organisation;

namespace OrgManager.Tests.Reviews;

/// <summary>A power cut while the sheet of a cell is saved. ORGMANAGER_SHEET_KILLS asks for more of them than the ordinary run has.</summary>
public class KilledSheetTests
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("ORGMANAGER_SHEET_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 8;

    [Fact]
    public async Task Every_row_stands_under_the_minutes_that_were_told_last_or_every_row_under_the_next()
    {
        await using var org = await TestOrg.StartModelAsync();
        await org.Get<ReviewCycleService>().OpenAsync(SheetWriter.Year, await org.UnitIdAsync("DB-SCT"), "132-2018", new(SheetWriter.Year, 12, 1));
        var (saved, random) = (0, new Random(12));
        for (var kill = 0; kill < Kills; kill++) saved = await AssertWholeAsync(org, await SaveAndKillAsync(org.Storage, saved, random));
        Assert.True(saved > Kills, $"only {saved} savings");
        await org.AssertSoundAsync();
    }

    /// <summary>The last number the process told, or the one before it was started.</summary>
    private static async Task<int> SaveAndKillAsync(Storage storage, int before, Random random)
    {
        using var writer = Start(storage);
        Assert.Equal("ready", await writer.StandardOutput.ReadLineAsync());
        await writer.StandardInput.WriteLineAsync();
        var told = before;
        for (var lines = random.Next(5); lines > 0; lines--) told = Number(await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The writer stopped by itself."));
        Thread.SpinWait(random.Next(1_000_000));
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync() is { } line) told = Number(line);
        await writer.WaitForExitAsync();
        return told;
    }

    private static async Task<int> AssertWholeAsync(TestOrg org, int told)
    {
        await org.Database.ChangeAsync(new("Test"), _ => Task.CompletedTask); // changes nothing, but waits for the lock: a server may still be finishing what was sent
        var sheet = await org.Get<CellReviewService>().SheetAsync(SheetWriter.Year, SheetWriter.Cell);
        var number = SheetWriter.NumberOf(sheet);
        Assert.InRange(number, told, told + 1);
        Assert.Equal(number, await org.Database.ReadAsync(db => db.Set<ChangeSet>().CountAsync(c => c.Verb == "Review.Enter")));
        var reviews = await org.Database.ReadAsync(db => db.Set<Review>().Where(r => r.CellId == sheet.Cell.Id && r.MeetingOn!.Value.Year == SheetWriter.Year).ToListAsync());
        Assert.Equal(number == 0 ? 0 : 1 + sheet.Members.Count(m => m.NotGraded is null), reviews.Count);
        Assert.All(reviews, r => Assert.Equal((sheet.MinutesNumber, SheetWriter.Grade(number)), (r.MinutesNumber, r.ProposedGrade)));
        Assert.All(reviews.Where(r => r.Subject == ReviewSubject.Member), r => Assert.Equal(SheetWriter.Votes(number), r.Ballot!.ByGrade["HTTNV"]));
        return number;
    }

    private static Process Start(Storage storage) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [typeof(SheetWriter).Assembly.Location, "sheet", $"{storage.Provider}", storage.Connection, storage.Directory])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment = { ["DOTNET_TieredPGO"] = "0" }, // a quicker start
    })!;

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);
}
