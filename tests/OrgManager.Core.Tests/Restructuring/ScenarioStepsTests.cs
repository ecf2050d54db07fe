using OrgManager.Data.Maintenance;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Restructuring;

/// <summary>Every kind of step: tried out it shows what applying it does, and undone it leaves no trace on any day.</summary>
public class ScenarioStepsTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 7, 1);

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    public static TheoryData<string, ScenarioStep[]> Kinds => new()
    {
        { "found", [new FoundStep(new("CNS", "Phòng Chuyển đổi số", "Division", "SCT")), new MovePeopleStep(["CB035", "CB036"], "CNS"), new SetHeadStep("CNS", "CB035", Leadership.Head, 1), new SetQuotaStep("CNS", QuotaKind.Allocated, QuotaCategory.CivilServant, 2)] },
        { "merge", [new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT")), new SetHeadStep("CNTM", "CB033", Leadership.Head, 1), new SetQuotaStep("CNTM", QuotaKind.Allocated, QuotaCategory.CivilServant, 15), new RenameStep("CNTM", "Phòng Công Thương", "CT")] },
        { "merge cells", [new MergeStep(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT")), new SetHeadStep("CB-CNTM", "CB033", Leadership.Head, 1)] },
        { "absorb", [new AbsorbStep(["TM"], "QLCN"), new AbsorbStep(["CB-TM"], "CB-CN")] },
        { "absorb a centre with divisions", [new AbsorbStep(["KC"], "XT")] },
        { "divide", [new DivideStep("TM", [new("TM1", "Phòng Thương mại 1", "Division", "SCT", ["CB047"]), new("TM2", "Phòng Thương mại 2", "Division", "SCT", ["CB050", "CB051"], new Dictionary<QuotaCategory, int> { [QuotaCategory.CivilServant] = 3 })])] },
        { "separate", [new SeparateStep("VP", [new("TCCB", "Phòng Tổ chức cán bộ", "Division", "SCT", ["CB009"], new Dictionary<QuotaCategory, int> { [QuotaCategory.CivilServant] = 2 })])] },
        { "separate a cell", [new SeparateStep("CB-VP", [new("CB-TC", "Chi bộ Tổ chức", "Cell", "DB-SCT", ["CB009"])]), new SetHeadStep("CB-TC", "CB009", Leadership.Head)] },
        { "move", [new MoveStep("TM", "VP"), new MoveStep("QLCN", "TM")] },
        { "rename", [new RenameStep("VP", "Văn phòng Sở")] },
        { "dissolve", [new MovePeopleStep(["CB047", "CB048", "CB049", "CB050", "CB051", "CB052", "CB053", "CB054", "CB055", "CB056"], "QLCN"), new DissolveStep("TM")] },
        { "autonomy", [new SetAutonomyStep("XT", 1), new SetAutonomyStep("KC", null)] },
        { "quota", [new SetQuotaStep("SCT", QuotaKind.Assigned, QuotaCategory.CivilServant, 50), new SetQuotaStep("VP", QuotaKind.Allocated, QuotaCategory.CivilServant, 7)] },
        { "pay source", [new ConvertPaySourceStep("XT", 1, QuotaCategory.PublicEmployeeBudget, QuotaCategory.PublicEmployeeOwnRevenue)] },
        { "coverage", [new SetCoverageStep("CB-CN", ["QLCN", "TM"]), new SetCoverageStep("CB-TM", [])] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tried_out_it_shows_what_applying_does_and_undone_everything_is_as_it_was_on_every_day(string kind, ScenarioStep[] steps)
    {
        DateOnly[] days = [new(2019, 10, 21), On.AddDays(-1), On, On.AddDays(1), new(2027, 1, 1)];
        var scenario = new ScenarioFile { Name = kind, EffectiveOn = On, Decisions = new(State: new("1/QĐ-UBND", "UBND", On, "Sắp xếp")), Steps = await PresentAsync(steps) };
        var before = await ToldAsync(days);

        var tried = await _org.Get<ScenarioService>().SimulateAsync(scenario);
        Assert.Equal(before, await ToldAsync(days)); // nothing was saved
        var applied = await _org.Get<ScenarioService>().ApplyAsync(scenario);

        Assert.NotEqual(before[2], (await ToldAsync(days))[2]);
        Assert.Equal((await ToldAsync(days))[2], ScenarioOrg.Told(tried.After));
        Assert.Equal(before[..2], (await ToldAsync(days))[..2]);
        Assert.Equal(before[2], ScenarioOrg.Told(tried.Before));
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
        await using (var other = _org.Beside()) Assert.Equal(ScenarioOrg.Told(tried.After), ScenarioOrg.Told(await other.SnapshotAsync(On)));

        await _org.Get<ScenarioService>().UndoAsync(applied.Id, "Thử lại");
        Assert.Equal(before, await ToldAsync(days));
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
        await using var fresh = _org.Beside();
        Assert.Equal(before[2], ScenarioOrg.Told(await fresh.SnapshotAsync(On)));
    }

    /// <summary>Without those who have left by then.</summary>
    private async Task<ScenarioStep[]> PresentAsync(ScenarioStep[] steps)
    {
        var day = await _org.SnapshotAsync(On);
        var here = day.Posts.ToDictionary(p => p.Person.Code, p => p.Unit!.Code);
        return [.. steps.Select(step => step switch
        {
            MovePeopleStep { To: "QLCN" } move => move with { People = [.. here.Where(p => p.Value == "TM").Select(p => p.Key)] },
            DivideStep divide => divide with { Into = [.. divide.Into.Select((part, i) => part with { People = [.. here.Where(p => p.Value == divide.Unit).Select(p => p.Key).Order(StringComparer.Ordinal).Skip(i * 2).Take(2)] })] },
            _ => step,
        })];
    }

    private async Task<string[]> ToldAsync(DateOnly[] days)
    {
        var told = new List<string>();
        foreach (var day in days) told.Add(ScenarioOrg.Told(await _org.SnapshotAsync(day)));
        return [.. told];
    }
}
