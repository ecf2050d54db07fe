using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Restructuring;

/// <summary>Applying a merger: everything follows in one change set, or nothing happens.</summary>
public class ScenarioServiceTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private static readonly MergeStep Units = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT", "Phòng CN-TM", 4));
    private static readonly MergeStep Cells = new(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT"));
    private static readonly ScenarioDecisions Decisions = new(
        new("1/QĐ-UBND", "UBND", On, "Hợp nhất phòng"), new("2-QĐ/ĐU", "Đảng ủy", On, "Hợp nhất chi bộ"), new("3/QĐ-SCT", "Sở", On, "Nhân sự"), new("4/QĐ-SCT", "Sở", On, "Biên chế"));

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task People_posts_members_and_coverage_follow_into_what_the_units_became()
    {
        var before = await _org.SnapshotAsync(On);
        await ApplyAsync(Units, Cells, new SetHeadStep("CNTM", "CB033", Leadership.Head, 1), new SetHeadStep("CB-CNTM", "CB033", Leadership.Head, 1));

        var after = await _org.SnapshotAsync(On);
        var (unit, cell) = (after.Unit("CNTM")!, after.Unit("CB-CNTM")!);
        Assert.Equal(before.Unit("QLCN")!.Allocated + before.Unit("TM")!.Allocated, unit.Allocated);
        Assert.Equal(before.Unit("QLCN")!.Present + before.Unit("TM")!.Present, unit.Present);
        Assert.Equal(before.Unit("CB-CN")!.Official + before.Unit("CB-TM")!.Official, cell.Official);
        Assert.Equal(("Lục Đình Vạn", 0), (unit.Head!.Person.FullName, unit.Deputies.Count()));
        Assert.Equal([("CB033", PartyPost.Secretary, OfficeBasis.Appointed)], cell.Offices.Select(o => (o.Person.Code, o.Facts.Post, o.Facts.Basis)));
        Assert.Equal("Lường Quốc Thản, Ma Khánh Toại, Phòng Công nghiệp và Thương mại", string.Join(", ", (await CoversAsync("CB-CNTM")).Order(StringComparer.Ordinal)));
        Assert.All(new[] { "QLCN", "TM", "CB-CN", "CB-TM" }, code => Assert.Null(after.Unit(code)));
        Assert.True((await _org.Get<Verifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task Everything_is_one_change_set_and_each_side_stands_by_its_own_decision()
    {
        var before = await SeqAsync();
        await ApplyAsync(Units, Cells);
        Assert.Equal(before + 1, await SeqAsync());

        var after = await _org.SnapshotAsync(On);
        var (unit, cell) = (after.Unit("CNTM")!, after.Unit("CB-CNTM")!);
        Assert.Equal("1/QĐ-UBND", await NumberAsync(unit.Span.DecisionFor((int)OrgUnitFields.Name)));
        Assert.Equal("2-QĐ/ĐU", await NumberAsync(cell.Span.DecisionFor((int)OrgUnitFields.Name)));
        Assert.Equal("3/QĐ-SCT", await NumberAsync(unit.Posts[0].Span.DecisionFor((int)AssignmentFields.Unit)));
        Assert.Equal("2-QĐ/ĐU", await NumberAsync(cell.Members[0].Span.DecisionFor((int)MembershipFields.Cell)));
        Assert.Equal("4/QĐ-SCT", await NumberAsync(after.Timeline.Quotas.Single(q => q.UnitId == unit.Id).History[0].DecisionFor(1)));
    }

    [Fact]
    public async Task A_decision_that_is_registered_is_taken_and_not_entered_twice()
    {
        var known = await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "1/QĐ-UBND", "UBND", On, On, "Hợp nhất phòng"));
        await ApplyAsync(Units);
        Assert.Equal(known, (await _org.SnapshotAsync(On)).Unit("CNTM")!.Span.DecisionFor((int)OrgUnitFields.Name));
    }

    [Fact]
    public async Task The_day_before_everything_stands_as_it_was()
    {
        var before = await _org.SnapshotAsync(On.AddDays(-1));
        await ApplyAsync(Units, Cells);
        Assert.True(OrgDiff.Between(before, await _org.SnapshotAsync(On.AddDays(-1))).IsEmpty);
    }

    [Fact]
    public async Task Units_below_follow_under_what_their_parent_became()
    {
        await ApplyAsync(new MergeStep(["KC", "XT"], new("KCXT", "Trung tâm Khuyến công và Xúc tiến", "ServiceUnit", "SCT")));
        Assert.Equal(["KC-HC", "KC-KCTV"], (await _org.SnapshotAsync(On)).Unit("KCXT")!.Children.Select(u => u.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_step_names_the_units_a_cell_serves_and_the_leaders_stay()
    {
        await ApplyAsync(Units, new SetCoverageStep("CB-CN", ["CNTM"]), new SetCoverageStep("CB-TM", []));
        Assert.Equal(["Phòng Công nghiệp và Thương mại", "Ma Khánh Toại"], await CoversAsync("CB-CN"));
        Assert.Equal(["Lường Quốc Thản"], await CoversAsync("CB-TM"));
    }

    [Fact]
    public async Task A_head_is_set_in_a_unit_that_stays()
    {
        await ApplyAsync(new SetHeadStep("QLCN", "CB035", Leadership.Deputy, 2));
        Assert.Equal(["CB034", "CB035"], (await _org.SnapshotAsync(On)).Unit("QLCN")!.Deputies.Select(d => d.Person.Code));
    }

    [Fact]
    public async Task What_is_planned_after_the_day_follows_into_what_the_units_became()
    {
        var before = await _org.SnapshotAsync(On);
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("QLCN"), QuotaKind.Allocated, QuotaCategory.CivilServant, 9)], On.AddDays(5));
        var person = await _org.PersonIdAsync("CB005");
        await _org.Get<StaffService>().ChangeAsync([((await _org.Get<StaffService>().EmploymentOnAsync(person, On)).Seen, new() { UnitId = await _org.UnitIdAsync("TM") })], On.AddDays(9));
        await ApplyAsync(Units);

        var (first, later, last) = (await _org.SnapshotAsync(On), await _org.SnapshotAsync(On.AddDays(5)), await _org.SnapshotAsync(On.AddDays(9)));
        var other = before.Unit("TM")!.Allocated.CivilServant;
        Assert.Equal(before.Unit("QLCN")!.Allocated.CivilServant + other, first.Unit("CNTM")!.Allocated.CivilServant);
        Assert.Equal(9 + other, later.Unit("CNTM")!.Allocated.CivilServant);
        Assert.Equal(("VP", "CNTM"), (later.Post(person)!.Unit!.Code, last.Post(person)!.Unit!.Code));
        Assert.True((await _org.Get<Verifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task An_undo_that_later_changes_stand_in_the_way_of_tells_each_of_them()
    {
        var applied = await ApplyAsync(Units);
        var unit = await _org.UnitIdAsync("CNTM");
        var seqs = new List<long>();
        for (var i = 1; i <= 7; i++)
        {
            await _org.Get<QuotaService>().SetAsync([new(unit, QuotaKind.Allocated, QuotaCategory.CivilServant, i)], On.AddDays(i));
            seqs.Add(await SeqAsync());
        }
        await _org.Units.FoundAsync(new("CNTM1", Branch.Government, new("Tổ Quản lý chợ", "Division", unit)), On.AddDays(9)); // names what was founded, and is no part of it
        seqs.Add(await SeqAsync());
        await _org.Units.FoundAsync(new("TO1", Branch.Government, new("Tổ khác", "Division", await _org.UnitIdAsync("SCT"))), On.AddDays(9));

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => _org.Get<ScenarioService>().UndoAsync(applied.Id, "Thử"));
        Assert.Equal(("Undo.LaterChanges", (object)8), (refused.Code, refused.Args[0]));
        Assert.Equal(seqs, ((string)refused.Args[1]!).Split(", ").Select(told => long.Parse(told.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_is_saved_is_played_once_until_something_changes()
    {
        var id = await _org.Get<ScenarioDraftService>().ImportAsync(new() { Name = "Phương án", EffectiveOn = On, Decisions = new(), Steps = [Units] });
        var first = await PlayedAsync(id);
        Assert.Same(first, await PlayedAsync(id));
        Assert.Equal(0, (await _org.Get<ScenarioViewService>().TryStepAsync(id, new RenameStep("VP", "Văn phòng Sở"))).Simulation.Findings.Count(f => f.Kind == ScenarioFindingKind.Unplaced));
        Assert.Same(first, await PlayedAsync(id));
        await _org.Get<ScenarioDraftService>().AddStepAsync((await _org.Get<ScenarioViewService>().GetAsync(id)).Seen, new RenameStep("VP", "Văn phòng Sở"));
        Assert.NotSame(first, await PlayedAsync(id));
    }

    private Task<PlayedScenario> PlayedAsync(Guid id) => _org.Database.ReadAsync(async db => await ScenarioTrials.PlayedAsync(db, await db.LoadAsync<Scenario>(id, default), default));

    private Task<AppliedScenario> ApplyAsync(params ScenarioStep[] steps) =>
        _org.Get<ScenarioService>().ApplyAsync(new() { Name = "Phương án", EffectiveOn = On, Decisions = Decisions, Steps = steps });

    private async Task<IReadOnlyList<string>> CoversAsync(string cell) => (await _org.Get<CellService>().ListAsync(On)).Cells.Single(c => c.Code == cell).Covers;

    private Task<long> SeqAsync() => _org.Database.ReadAsync(db => db.Set<ChangeSet>().MaxAsync(c => c.Seq));

    private Task<string?> NumberAsync(Guid? decisionId) => _org.Database.ReadAsync(db => db.Set<Decision>().Where(d => d.Id == decisionId).Select(d => d.Number).SingleOrDefaultAsync());
}
