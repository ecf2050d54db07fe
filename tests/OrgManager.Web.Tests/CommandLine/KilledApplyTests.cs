using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Restructuring;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>A power cut while a restructuring is applied. ORGMANAGER_SCENARIO_KILLS asks for more of them than the ordinary run has.</summary>
public class KilledApplyTests
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("ORGMANAGER_SCENARIO_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 10;
    private static readonly DateOnly On = new(2026, 7, 1);

    private const string Scenario = """
        {"name": "Hợp nhất", "effectiveOn": "2026-07-01", "decisions": {"state": {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "signedOn": "2026-06-20", "subject": "Sắp xếp"}}, "steps": [
          {"op": "merge", "units": ["QLCN", "TM"], "into": {"code": "CNTM", "name": "Phòng Công nghiệp và Thương mại", "kind": "Division", "parent": "SCT"}},
          {"op": "merge", "units": ["CB-CN", "CB-TM"], "into": {"code": "CB-CNTM", "name": "Chi bộ Công nghiệp và Thương mại", "kind": "Cell", "parent": "DB-SCT"}},
          {"op": "absorb", "units": ["XT"], "into": "KC"},
          {"op": "set-head", "unit": "CNTM", "person": "CB033", "headship": "Head", "order": 1}]}
        """;

    [Fact]
    public async Task It_has_happened_whole_or_not_at_all()
    {
        await using var database = await TestDatabase.ModelAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Scenario);
        var whole = Stopwatch.StartNew();
        Assert.Equal(OrgManagerCommand.Done, (await ProgramProcess.RunAsync(Repository.Built, Path.GetTempPath(), Words(database, file))).Code);
        var (lasts, chance) = (whole.Elapsed, new Random());
        Assert.True(await IsAppliedAsync(database));

        for (var kill = 0; kill < Kills; kill++)
        {
            using var program = ProgramProcess.Start(Repository.Built, Path.GetTempPath(), Words(database, file));
            var at = lasts * (0.4 + 0.6 * chance.NextDouble()); // the beginning is .NET's own
            if (!program.WaitForExit(at)) program.Kill();
            await program.WaitForExitAsync();
            await IsAppliedAsync(database);
        }
    }

    /// <summary>Everything of it is there, in one change set more, or nothing is; what is there is undone for the next time.</summary>
    private static async Task<bool> IsAppliedAsync(TestDatabase database)
    {
        await using var org = TestOrg.On(database, isOwner: false);
        var day = await org.SnapshotAsync(On);
        var kept = await org.Database.ReadAsync(db => db.Set<Scenario>().Where(s => s.State == ScenarioState.Applied && s.Name == "Hợp nhất").ToListAsync());
        var there = kept.Count == 1;
        Assert.True(kept.Count <= 1);
        Assert.All(new[] { "CNTM", "CB-CNTM" }, code => Assert.Equal(there, day.Unit(code) is not null));
        Assert.All(new[] { "QLCN", "TM", "CB-CN", "CB-TM", "XT" }, code => Assert.Equal(there, day.Unit(code) is null));
        Assert.Equal(there ? "CB033" : null, day.Unit("CNTM")?.Head?.Person.Code);
        var last = await org.Database.ReadAsync(db => db.Set<ChangeSet>().OrderByDescending(c => c.Seq).FirstAsync());
        Assert.True(!there || (kept[0].AppliedIn, "Scenario.Apply") == (last.Seq, last.Verb));
        Assert.True((await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("ok").GetBoolean());
        if (there) await org.Get<ScenarioService>().UndoAsync(kept[0].Id, "Thử lại");
        return there;
    }

    private static List<string> Words(TestDatabase database, string file) => ["scenario", "apply", file, .. TestProgram.SettingsOf(database.Storage)];
}
