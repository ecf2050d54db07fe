using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Restructuring.Annexes;
using OrgManager.Staff;

namespace OrgManager.Tests.Restructuring;

/// <summary>What a scenario leaves to look at: what is new, and what is worse than it was.</summary>
public class ScenarioFindingsTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant;
    private static readonly DateOnly On = new(2026, 7, 1);
    private static readonly MergeStep Merge = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"));

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task More_people_above_the_posts_than_before_are_told_and_stand_in_the_annex()
    {
        var unit = (await _org.SnapshotAsync(On)).Unit("VP")!;
        await _org.Get<QuotaService>().SetAsync([new(unit.Id, QuotaKind.Allocated, Civil, unit.Present[Civil] - 1)], On.AddDays(-1));
        var tried = await TriedAsync(new MovePeopleStep([.. (await StaffAsync("TM")).Take(2)], "VP"));

        var over = Assert.Single(tried.Findings, f => f.Kind == ScenarioFindingKind.Over && f.Unit.Code == "VP");
        Assert.Equal((unit.Present[Civil] + 2, (int?)unit.Present[Civil] - 1), (over.Count, over.Limit));
        Assert.Contains(new AnnexRows(tried).Surplus, row => row.Unit.Code == "VP" && row.Count == 3);
        Assert.DoesNotContain((await TriedAsync(new RenameStep("VP", "Văn phòng Sở"))).Findings, f => f.Kind == ScenarioFindingKind.Over);
    }

    [Fact]
    public async Task One_deputy_more_is_told_where_there_were_too_many_and_no_reorganisation_tolerates_it()
    {
        var found = Assert.Single((await TriedAsync(new SetHeadStep("VP", (await StaffAsync("VP"))[0], Leadership.Deputy, 3))).Findings, f => f.Kind == ScenarioFindingKind.TooManyDeputies);
        Assert.Equal(("VP", 3, (int?)1, null, true), (found.Unit.Code, found.Count, found.Limit, found.Until, found.Article is not null));
    }

    [Fact]
    public async Task Deputies_too_many_after_a_merger_are_tolerated_for_some_years()
    {
        var leaders = (await _org.SnapshotAsync(On)).Units.Where(u => u.Code is "QLCN" or "TM").SelectMany(u => u.Posts).Where(p => p.Facts.Headship != Headship.None).Select(p => p.Person.Code).ToList();
        var tried = await TriedAsync([Merge, .. leaders.Select(code => new SetHeadStep("CNTM", code, Leadership.Deputy, 1))]);

        Assert.Equal(On.AddYears(5), Assert.Single(tried.Findings, f => f.Kind == ScenarioFindingKind.TooManyDeputies).Until);
    }

    [Fact]
    public async Task Outside_of_a_scenario_too_a_surplus_since_a_reorganisation_has_its_day()
    {
        var found = Assert.Single(await _org.Get<OrganisationService>().DeputyFindingsAsync(new(2021, 6, 30)));
        Assert.Equal(("NLATMT", new DateOnly(2026, 1, 1)), (found.Unit.Code, found.Until));
        Assert.Equal(new DateOnly(2026, 1, 1), (await _org.Get<OrganisationService>().UnitAsync("NLATMT", new(2021, 6, 30))).Deputies!.Until);
        Assert.All(await _org.Get<OrganisationService>().DeputyFindingsAsync(new(2026, 1, 1)), f => Assert.Null(f.Until));
    }

    [Fact]
    public async Task Who_comes_to_lead_a_higher_unit_keeps_no_allowance()
    {
        var head = (await _org.SnapshotAsync(On)).Unit("TM")!.Head!.Person.Code;
        var up = await TriedAsync(new MovePeopleStep([head], "SCT"), new SetHeadStep("SCT", head, Leadership.Deputy, 4));
        Assert.DoesNotContain(up.Findings, f => f.Kind == ScenarioFindingKind.AllowanceKept);

        var down = await TriedAsync(Merge, new SetHeadStep("CNTM", head, Leadership.Deputy, 1));
        Assert.Contains(down.Findings, f => f.Kind == ScenarioFindingKind.AllowanceKept && !f.Confirmed && f.What == (down.Before.Timeline.PersonByCode(head)!.FullName));
    }

    [Fact]
    public async Task A_cell_that_gets_too_small_is_told_with_the_article_that_says_so()
    {
        var members = (await _org.SnapshotAsync(On)).Unit("CB-TM")!.Members.Select(m => m.Person.Code).ToList();
        var small = await TriedAsync(new MovePeopleStep([.. members.Skip(2)], "CB-CN"));
        var found = Assert.Single(small.Findings, f => f.Kind == ScenarioFindingKind.CellUnderThree);
        Assert.Equal(("CB-TM", "Điều lệ Đảng", true, (int?)3), (found.Unit.Code, found.Article!.Value.Vi, found.Confirmed, found.Limit));

        await ApplyAsync(new MovePeopleStep([.. members.Skip(2)], "CB-CN"));
        var smaller = Assert.Single((await TriedAsync(new MovePeopleStep([members[1]], "CB-CN"))).Findings, f => f.Kind == ScenarioFindingKind.CellUnderThree);
        Assert.True(smaller.Count < found.Count);
    }

    [Fact]
    public async Task Posts_that_come_from_nowhere_are_told_of_the_whole()
    {
        var has = (await _org.SnapshotAsync(On)).Unit("VP")!.Allocated[Civil];
        var found = Assert.Single((await TriedAsync(new SetQuotaStep("VP", QuotaKind.Allocated, Civil, has + 2))).Findings, f => f.Kind == ScenarioFindingKind.PostsDiffer);
        Assert.Equal(("SCT", 2, nameof(QuotaCategory.CivilServant)), (found.Unit.Code, found.Count - found.Limit, found.What));
        Assert.DoesNotContain((await TriedAsync(Merge)).Findings, f => f.Kind is ScenarioFindingKind.PostsDiffer or ScenarioFindingKind.PeopleDiffer);
    }

    [Fact]
    public async Task A_cell_is_led_by_one_of_its_members_and_by_one()
    {
        var day = await _org.SnapshotAsync(On);
        var (stranger, own) = (day.Unit("CB-CN")!.Members[0].Person.Code, day.Unit("CB-TM")!);
        await Refusal.IsAsync("Scenario.PersonNotThere", () => TriedAsync(new SetHeadStep("CB-TM", stranger, Leadership.Head)));

        var secretary = Assert.Single(own.Offices, o => o.Facts.Post == PartyPost.Secretary).Person.Code;
        var next = own.Members.Select(m => m.Person.Code).First(code => own.Offices.All(o => o.Person.Code != code));
        await ApplyAsync(new SetHeadStep("CB-TM", next, Leadership.Head), new SetHeadStep("CB-TM", secretary, Leadership.Deputy));

        Assert.Equal([(next, PartyPost.Secretary), (secretary, PartyPost.DeputySecretary)],
            (await _org.SnapshotAsync(On)).Unit("CB-TM")!.Offices.Where(o => o.Facts.Post != PartyPost.CommitteeMember && (o.Person.Code == next || o.Person.Code == secretary)).OrderBy(o => o.Facts.Post).Select(o => (o.Person.Code, o.Facts.Post)));
    }

    [Fact]
    public async Task Who_leads_a_unit_beside_another_post_is_its_head_until_the_unit_becomes_another()
    {
        var (day, staff) = (await _org.SnapshotAsync(On), _org.Get<StaffService>());
        var (unit, deputy) = (day.Unit("TM")!, day.Unit("SCT")!.Deputies.First());
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(unit.Head!.Person.Id, On)).Seen, new() { UnitId = day.Unit("VP")!.Id, Leads = (Headship.None, 0) })], On.AddDays(-5));
        Assert.Null((await _org.SnapshotAsync(On)).Unit("TM")!.Head);
        await staff.AddBesideAsync([(await staff.EmploymentOnAsync(deputy.Person.Id, On)).Seen], AssignmentKind.Concurrent, new(unit.Id, Civil, Headship.Head), On.AddDays(-5));

        var led = (await _org.SnapshotAsync(On)).Unit("TM")!;
        Assert.Equal((deputy.Person.Id, AssignmentKind.Concurrent, unit.Present.Total - 1), (led.Head!.Person.Id, led.Head.Kind, led.Present.Total));
        var card = await _org.Get<OrganisationService>().UnitAsync("TM", On);
        Assert.Equal((deputy.Person.FullName, AssignmentKind.Concurrent), (card.Head!.FullName, card.HeadAs));
        Assert.False((await _org.Get<OrganisationService>().TreeAsync(On)).Government.Single(row => row.Code == "TM").LacksHead);
        Assert.DoesNotContain((await TriedAsync(new MovePeopleStep([(await StaffAsync("VP"))[0]], "TM"))).Findings, f => f.Kind == ScenarioFindingKind.NoHead);

        Assert.Contains((await TriedAsync(Merge)).Findings, f => f.Kind == ScenarioFindingKind.NoHead && f.Unit.Code == "CNTM");
        await ApplyAsync(Merge);
        Assert.Null((await _org.SnapshotAsync(On)).Unit("CNTM")!.Head);
    }

    private async Task<List<string>> StaffAsync(string unit) =>
        [.. (await _org.SnapshotAsync(On)).Unit(unit)!.Posts.Where(p => p.Facts.Headship == Headship.None && p.Facts.Category == Civil).Select(p => p.Person.Code).Order(StringComparer.Ordinal)];

    private Task<ScenarioSimulation> TriedAsync(params ScenarioStep[] steps) => _org.Get<ScenarioService>().SimulateAsync(File(steps));

    private Task<AppliedScenario> ApplyAsync(params ScenarioStep[] steps) => _org.Get<ScenarioService>().ApplyAsync(File(steps));

    private static ScenarioFile File(ScenarioStep[] steps) => new() { Name = "Phương án", EffectiveOn = On, Decisions = new(), Steps = steps };
}
