using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Restructuring;

/// <summary>Functions in a restructuring: they follow their units on later days too, go where a step sends them, and none is left without a lead unseen.</summary>
public class ScenarioFunctionsTests : IAsyncLifetime
{
    private static readonly DateOnly Since = new(2026, 1, 1), On = new(2026, 7, 1), NewYear = new(2027, 1, 1);
    private static readonly MergeStep Merge = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"));

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    private UnitFunctionService Functions => _org.Get<UnitFunctionService>();

    [Fact]
    public async Task Whoever_is_to_lead_later_leads_as_what_it_became_and_nobody_co_ordinates_with_themselves()
    {
        var (vp, qlcn, tm) = (await _org.UnitIdAsync("VP"), await _org.UnitIdAsync("QLCN"), await _org.UnitIdAsync("TM"));
        var later = await Functions.BeginAsync(new("Quản lý chợ", vp) { CoordinatorIds = [tm] }, Since);
        await Functions.ChangeAsync((await Functions.GetAsync(later)).Seen, NewYear, new() { LeadId = qlcn });
        var coming = await Functions.BeginAsync(new("Quản lý cụm công nghiệp mới", qlcn) { CoordinatorIds = [tm, vp] }, NewYear);
        await ApplyAsync(Merge);

        var (into, changed, begun) = (await _org.UnitIdAsync("CNTM"), await Functions.GetAsync(later), await Functions.GetAsync(coming));
        Assert.Equal((vp, into), (changed.On(On)!.LeadId, changed.On(NewYear)!.LeadId));
        Assert.Equal([into], changed.On(On)!.CoordinatorIds);
        Assert.Empty(changed.On(NewYear)!.CoordinatorIds);
        Assert.Equal((null, into, vp), (begun.On(On), begun.On(NewYear)!.LeadId, Assert.Single(begun.On(NewYear)!.CoordinatorIds)));
        Assert.Empty(await Functions.WithoutLeadAsync(NewYear));
    }

    [Fact]
    public async Task A_function_whose_named_lead_goes_to_another_unit_is_told_before_it_is_applied_and_after()
    {
        var person = (await _org.SnapshotAsync(On)).Unit("VP")!.Posts.First(p => p.Facts.Headship == Headship.None).Person;
        await Functions.BeginAsync(new("Cải cách hành chính", await _org.UnitIdAsync("VP")) { PersonId = person.Id }, Since);
        var id = await _org.Get<ScenarioDraftService>().ImportAsync(File(new MovePeopleStep([person.Code], "TM")));
        Assert.Equal("Cải cách hành chính", Found((await _org.Get<ScenarioViewService>().SimulateAsync(id)).Simulation)?.What);

        var (life, view) = (_org.Get<ScenarioLifeService>(), _org.Get<ScenarioViewService>());
        await life.SubmitAsync((await view.GetAsync(id)).Seen);
        await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
        await life.ApplyAsync((await view.GetAsync(id)).Seen);
        Assert.Equal("Cải cách hành chính", Found((await view.SimulateAsync(id)).Simulation)?.What);
    }

    [Fact]
    public async Task A_step_moves_functions_by_name_and_who_led_one_by_name_does_not_unless_they_work_there()
    {
        var (vp, tm) = (await _org.SnapshotAsync(On)).Unit("VP") is { } unit ? (unit, await _org.UnitIdAsync("TM")) : default;
        var person = vp.Posts[0].Person.Id;
        var moved = await Functions.BeginAsync(new("Cải cách hành chính", vp.Id) { PersonId = person, CoordinatorIds = [tm] }, Since);
        var stays = await Functions.BeginAsync(new("Thi đua khen thưởng", vp.Id), Since);
        await ApplyAsync(new MoveFunctionsStep("VP", ["cải cách hành chính"], "TM"));

        var facts = (await Functions.GetAsync(moved)).On(On)!;
        Assert.Equal((tm, null, 0), (facts.LeadId, facts.PersonId, facts.CoordinatorIds.Count));
        Assert.Equal((vp.Id, vp.Id), ((await Functions.GetAsync(moved)).On(On.AddDays(-1))!.LeadId, (await Functions.GetAsync(stays)).On(On)!.LeadId));
    }

    [Fact]
    public async Task It_goes_to_a_unit_that_was_to_co_ordinate_it_later_too_which_does_so_under_whoever_leads_after_it()
    {
        var (vp, qlcn, tm) = (await _org.UnitIdAsync("VP"), await _org.UnitIdAsync("QLCN"), await _org.UnitIdAsync("TM"));
        var id = await Functions.BeginAsync(new("Cải cách hành chính", vp), Since);
        var person = (await _org.SnapshotAsync(NewYear)).Unit("VP")!.Posts[0].Person.Id;
        await Functions.ChangeAsync((await Functions.GetAsync(id)).Seen, NewYear, new() { CoordinatorIds = [tm, qlcn], PersonId = person });
        await Functions.ChangeAsync((await Functions.GetAsync(id)).Seen, NewYear.AddYears(1), new() { LeadId = qlcn, CoordinatorIds = [tm, vp] });
        await ApplyAsync(new MoveFunctionsStep("VP", ["Cải cách hành chính"], "TM"));

        var (now, later, last) = await Functions.GetAsync(id) is var function ? (function.On(On)!, function.On(NewYear)!, function.On(NewYear.AddYears(1))!) : default;
        Assert.Equal((tm, tm, qlcn), (now.LeadId, later.LeadId, last.LeadId));
        Assert.Equal([qlcn], later.CoordinatorIds);
        Assert.Null(later.PersonId);
        Assert.Equal(new[] { tm, vp }.Order(), last.CoordinatorIds.Order());
    }

    [Fact]
    public async Task Moved_out_of_a_merged_unit_it_goes_there_and_undone_it_is_back()
    {
        var (qlcn, vp) = (await _org.UnitIdAsync("QLCN"), await _org.UnitIdAsync("VP"));
        var id = await Functions.BeginAsync(new("Khuyến công", qlcn), Since);
        var applied = await ApplyAsync(Merge, new MoveFunctionsStep("CNTM", ["Khuyến công"], "VP"));
        Assert.Equal(vp, (await Functions.GetAsync(id)).On(On)!.LeadId);

        await _org.Get<ScenarioService>().UndoAsync(applied.Id, "Thử");
        Assert.Equal(qlcn, (await Functions.GetAsync(id)).On(On)!.LeadId);
    }

    [Fact]
    public async Task What_cannot_be_moved_is_refused_by_name()
    {
        await Functions.BeginAsync(new("Khuyến công", await _org.UnitIdAsync("QLCN")), Since);
        await Refusal.IsAsync("Scenario.FunctionNotThere", () => ApplyAsync(new MoveFunctionsStep("TM", ["Khuyến công"], "VP")));
        await Refusal.IsAsync("Scenario.FunctionNotThere", () => ApplyAsync(new MoveFunctionsStep("QLCN", [], "VP")));
        await Refusal.IsAsync("OrgUnit.OtherBranch", () => ApplyAsync(new MoveFunctionsStep("QLCN", ["Khuyến công"], "CB-CN")));
        await Refusal.IsAsync("Scenario.OfItself", () => ApplyAsync(new MoveFunctionsStep("QLCN", ["Khuyến công"], "QLCN")));
    }

    private static ScenarioFinding? Found(ScenarioSimulation tried) => tried.Findings.SingleOrDefault(f => f.Kind == ScenarioFindingKind.FunctionWithoutLead);

    private Task<AppliedScenario> ApplyAsync(params ScenarioStep[] steps) => _org.Get<ScenarioService>().ApplyAsync(File(steps));

    private static ScenarioFile File(params ScenarioStep[] steps) => new() { Name = "Phương án", EffectiveOn = On, Decisions = new(State: new("1/QĐ-UBND", "UBND", On, "Sắp xếp")), Steps = steps };
}
