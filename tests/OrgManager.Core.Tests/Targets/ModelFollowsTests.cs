using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>Figures are computed and never stored: the data changes, and they follow.</summary>
public class ModelFollowsTests : IAsyncLifetime
{
    private static readonly DateOnly Then = new(2019, 10, 21), Later = new(2025, 12, 31);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_corrected_level_moves_the_target_and_the_headcount()
    {
        Assert.Equal(6.25m, (await TargetAsync("B", Then)).ProgressPercent);
        var quota = (await _org.Get<QuotaService>().OfUnitAsync(await _org.UnitIdAsync("SCT"))).Single(q => q is { Kind: QuotaKind.Assigned, Category: QuotaCategory.CivilServant });
        await _org.Get<QuotaService>().CorrectAsync(quota.Seen, quota.Levels.Single(l => l.From == new DateOnly(2019, 1, 1)).Id, 53, "Gõ nhầm số giao");

        Assert.Equal((8.75m, 73m), ((await TargetAsync("B", Then)).ProgressPercent, (await TargetAsync("B", Then)).Value));
        Assert.Equal(53, (await _org.Get<ReportService>().HeadcountAsync(Then)).Total.Assigned.CivilServant);
    }

    [Fact]
    public async Task A_level_entered_late_is_in_force_from_its_own_day()
    {
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("XT"), QuotaKind.Assigned, QuotaCategory.PublicEmployeeBudget, 6)], new(2025, 6, 1));
        Assert.Equal(50m, (await TargetAsync("D", new(2025, 5, 31))).ProgressPercent);
        Assert.Equal((6m, 66.7m), ((await TargetAsync("D", Later)).Value, Math.Round((await TargetAsync("D", Later)).ProgressPercent!.Value, 1)));
    }

    [Fact]
    public async Task An_autonomy_group_moves_the_share()
    {
        var unit = await _org.Units.GetAsync(await _org.UnitIdAsync("XT"));
        await _org.Units.ChangeAsync(unit.Seen, new(2025, 7, 1), new() { Autonomy = 2 });
        Assert.Equal((50m, 100m), ((await TargetAsync("C", new(2025, 6, 30))).Value, (await TargetAsync("C", Later)).Value));
    }

    [Fact]
    public async Task One_more_merger_moves_the_number_of_divisions()
    {
        await _org.Get<ScenarioService>().ApplyAsync(new()
        {
            Name = "Hợp nhất", EffectiveOn = new(2025, 10, 1), Decisions = new(),
            Steps = [new MergeStep(["QLCN", "NLATMT"], new("CNNL", "Phòng Công nghiệp và Năng lượng", "Division", "SCT"))],
        });
        Assert.Equal((25m, 37.5m), ((await TargetAsync("A", new(2025, 9, 30))).ProgressPercent, (await TargetAsync("A", Later)).ProgressPercent));
        Assert.Equal(17, (await _org.Get<ReportService>().HeadcountAsync(Later)).Units.Single(u => u.Code == "CNNL").Allocated.CivilServant);
    }

    [Fact]
    public async Task Somebody_who_moves_or_leaves_moves_the_headcount_and_not_the_targets()
    {
        var staff = _org.Get<StaffService>();
        var employment = await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB008"), Then);
        await staff.ChangeAsync([(employment.Seen, new() { UnitId = await _org.UnitIdAsync("TTR") })], Then);

        var report = await _org.Get<ReportService>().HeadcountAsync(Then);
        Assert.Equal((8, 7, 89), (Present(report, "VP"), Present(report, "TTR"), report.Total.Present.Total));
        Assert.Equal(6.25m, (await TargetAsync("B", Then)).ProgressPercent);

        await staff.EndAsync([(await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB009"), Then)).Seen], new(2023, 1, 1), EmploymentEnd.Resignation);
        Assert.Equal(7, Present(await _org.Get<ReportService>().HeadcountAsync(new(2023, 1, 1)), "VP"));
    }

    [Fact]
    public async Task A_member_who_moves_moves_the_cells()
    {
        var party = _org.Get<PartyService>();
        var member = await party.MemberOnAsync(await _org.PersonIdAsync("CB008"), Then);
        await party.MoveAsync(member.Seen, await _org.UnitIdAsync("CB-TTR"), Then);

        var report = await _org.Get<ReportService>().PartyAsync(Then);
        Assert.Equal((10, 7, 77), (report.ByCell.Single(c => c.Code == "CB-VP").Members, report.ByCell.Single(c => c.Code == "CB-TTR").Members, report.Members));
    }

    [Fact]
    public async Task What_this_process_changed_another_sees_at_once()
    {
        await using var other = _org.Beside();
        Assert.Equal(0.0m, (await other.Get<TargetService>().ProgressAsync(Then))[0].ProgressPercent);
        var unit = await _org.Units.GetAsync(await _org.UnitIdAsync("QLCN"));
        await _org.Units.ChangeAsync(unit.Seen, new(2019, 5, 1), new() { Kind = "ServiceUnit" });
        Assert.Equal(12.5m, (await other.Get<TargetService>().ProgressAsync(Then))[0].ProgressPercent);
    }

    private async Task<TargetProgress> TargetAsync(string code, DateOnly on) => (await _org.Get<TargetService>().ProgressAsync(on)).Single(t => t.Code == code);

    private static int Present(HeadcountReport report, string unit) => report.Units.Single(u => u.Code == unit).Present.CivilServant;
}
