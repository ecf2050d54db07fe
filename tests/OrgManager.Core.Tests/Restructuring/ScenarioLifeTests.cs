using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Restructuring;

/// <summary>From draft to deed: who does which turn, and that what is applied is what was approved.</summary>
public class ScenarioLifeTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private static readonly MergeStep Units = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT", "Phòng CN-TM", 4));

    private const string Officer = "Mè Thị Lan Hương";

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    private ScenarioDraftService Drafts => _org.Get<ScenarioDraftService>();
    private ScenarioLifeService Life => _org.Get<ScenarioLifeService>();
    private ScenarioViewService View => _org.Get<ScenarioViewService>();

    [Fact]
    public async Task A_draft_is_submitted_by_HR_approved_by_the_director_and_applied_as_it_was_tried_out()
    {
        var id = await DraftAsync(Units);
        var tried = await View.SimulateAsync(id);
        Assert.Null(tried.Refused);
        await Life.SubmitAsync(await SeenAsync(id));
        await _org.SignInAsync("director");
        await ApproveAsync(id);
        await _org.SignInAsync("hr");
        var applied = await Life.ApplyAsync(await SeenAsync(id));

        _org.Actor = Actor.System;
        Assert.NotNull((await _org.SnapshotAsync(On)).Unit("CNTM"));
        var after = await View.GetAsync(id);
        Assert.Equal((ScenarioState.Applied, applied.ChangeSet), (after.State, after.AppliedIn));
        Assert.Equal([("Scenario.Import", Officer), ("Scenario.Submit", Officer), ("Scenario.Approve", "Trịnh Hữu Thuyên"), ("Scenario.Apply", Officer)], after.Life.Select(t => (t.Verb, t.By)));
        Assert.True((await _org.Get<Verifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task An_applied_scenario_tells_what_it_did_and_undone_it_is_gone()
    {
        var before = ScenarioOrg.Told(await _org.SnapshotAsync(On));
        var id = await ApprovedAsync(Units);
        await _org.SignInAsync("hr");
        await Life.ApplyAsync(await SeenAsync(id));
        Assert.Equal(["CNTM"], (await View.SimulateAsync(id)).Simulation.Diff.Created.Select(u => u.Code));
        Assert.Equal(0, (await View.PlacingAsync(id)).Unplaced);

        await _org.SignInAsync("admin");
        Assert.Contains(await View.ListAsync(), row => row.Id == id);
        await _org.Get<ScenarioService>().UndoAsync(id, "Áp dụng nhầm");
        _org.Actor = Actor.System;
        Assert.Equal(before, ScenarioOrg.Told(await _org.SnapshotAsync(On)));
        Assert.Equal(ScenarioState.Undone, (await View.GetAsync(id)).State);
        Assert.Equal("Scenario.UndoneAlready", (await Assert.ThrowsAsync<RuleBrokenException>(() => _org.Get<ScenarioService>().UndoAsync(id, "Lại"))).Code);
    }

    [Fact]
    public async Task An_applied_scenario_tells_nothing_of_what_else_happened_on_its_day()
    {
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(await _org.UnitIdAsync("VP"))).Seen, On, new() { Name = "Văn phòng khác" });
        var id = await ApprovedAsync(Units);
        var tried = await View.SimulateAsync(id);
        await Life.ApplyAsync(await SeenAsync(id));

        var told = await View.SimulateAsync(id);
        Assert.Empty(told.Simulation.Diff.Renamed);
        Assert.Equal(ScenarioOrg.Told(tried.Simulation.Before), ScenarioOrg.Told(told.Simulation.Before));
        Assert.Equal(tried.Simulation.Successions.OrderBy(s => s.From), told.Simulation.Successions.OrderBy(s => s.From));
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("CNTM"), QuotaKind.Allocated, QuotaCategory.CivilServant, 9)], On.AddDays(5));
        Assert.Contains((await View.SimulateAsync(id)).Simulation.Diff.Created, unit => unit.Code == "CNTM"); // later changes stand on it
    }

    [Fact]
    public async Task A_director_returns_it_with_a_reason_and_it_is_private_again()
    {
        var id = await SubmittedAsync(Units);
        await _org.SignInAsync("director");
        await Assert.ThrowsAsync<RuleBrokenException>(async () => await Life.ReturnAsync(await SeenAsync(id), " "));
        await Life.ReturnAsync(await SeenAsync(id), "Thiếu phương án nhân sự");
        await Assert.ThrowsAsync<AccessDeniedException>(() => View.GetAsync(id));

        await _org.SignInAsync("hr");
        var returned = await View.GetAsync(id);
        Assert.Equal(ScenarioState.Draft, returned.State);
        Assert.Equal(("Scenario.Return", "Thiếu phương án nhân sự"), (returned.Life[^1].Verb, returned.Life[^1].Reason));
    }

    [Fact]
    public async Task What_is_no_draft_is_not_edited_and_what_is_not_approved_not_applied()
    {
        var id = await SubmittedAsync(Units);
        await _org.SignInAsync("hr");
        Assert.Equal("Scenario.NotDraft", await RefusedAsync(async () => await Drafts.RemoveStepAsync(await SeenAsync(id), 1)));
        Assert.Equal("Scenario.NotApproved", await RefusedAsync(async () => await Life.ApplyAsync(await SeenAsync(id))));
        await Life.WithdrawAsync(await SeenAsync(id), "Không cần nữa");
        Assert.Equal("Scenario.Over", await RefusedAsync(async () => await Life.WithdrawAsync(await SeenAsync(id))));
    }

    [Fact]
    public async Task Steps_are_added_replaced_moved_and_removed_by_number()
    {
        var id = await DraftAsync();
        await Drafts.AddStepAsync(await SeenAsync(id), new RenameStep("VP", "Một"));
        await Drafts.AddStepAsync(await SeenAsync(id), new RenameStep("VP", "Hai"));
        await Drafts.AddStepAsync(await SeenAsync(id), new RenameStep("VP", "Không"), at: 1);
        await Drafts.MoveStepAsync(await SeenAsync(id), 1, 3);
        await Drafts.ReplaceStepAsync(await SeenAsync(id), 2, new RenameStep("VP", "Hai mới"));
        await Drafts.RemoveStepAsync(await SeenAsync(id), 1);
        Assert.Equal(["Hai mới", "Không"], (await View.GetAsync(id)).Steps.Cast<RenameStep>().Select(s => s.Name));
        Assert.Equal("Scenario.StepMissing", await RefusedAsync(async () => await Drafts.RemoveStepAsync(await SeenAsync(id), 3)));
    }

    [Fact]
    public async Task A_draft_with_a_step_that_cannot_be_done_tells_what_holds_up_to_it_and_is_not_submitted()
    {
        var id = await DraftAsync(new RenameStep("VP", "Văn phòng mới"), new RenameStep("KHONG-CO", "Không có"), new RenameStep("TM", "Phòng mới"));
        var tried = await View.SimulateAsync(id);
        Assert.Equal((1, 2, "Scenario.UnitNotThere"), (tried.Played, tried.Refused!.Step, tried.Refused.Code));
        Assert.Equal(["Văn phòng mới"], tried.Simulation.Diff.Renamed.Select(r => r.After));
        Assert.Equal("Scenario.UnitNotThere", await RefusedAsync(async () => await Life.SubmitAsync(await SeenAsync(id))));

        var mended = await View.TryStepAsync(id, new RenameStep("QLCN", "Phòng khác"), replacing: 2);
        Assert.Null(mended.Refused);
        Assert.Equal(3, (await View.GetAsync(id)).Steps.Count);
        Assert.Equal("KHONG-CO", Assert.IsType<RenameStep>((await View.GetAsync(id)).Steps[1]).Unit);
    }

    [Fact]
    public async Task Where_the_organisation_has_moved_applying_is_refused_with_what_moved_and_rebase_brings_it_up_to_date()
    {
        var id = await ApprovedAsync(Units, new RenameStep("VP", "Văn phòng mới"));
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("QLCN"), QuotaKind.Allocated, QuotaCategory.CivilServant, 9)], On);

        var conflict = Assert.Single(await View.ConflictsAsync(id));
        Assert.Equal(("Quota.Set", "Quota", "QLCN"), (conflict.Verb, conflict.Kind, conflict.Code));
        Assert.Equal(1, (await View.ListAsync()).Single(row => row.Id == id).Conflicts);
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(async () => await Life.ApplyAsync(await SeenAsync(id)));
        Assert.Equal(("Scenario.Moved", 1), (refused.Code, Assert.Single(refused.Args)));

        var rebased = await Life.RebaseAsync(await SeenAsync(id));
        Assert.Equal((2, 0), (rebased.Kept, rebased.SetAside.Count));
        Assert.Equal(ScenarioState.Draft, (await View.GetAsync(id)).State);
        await Life.SubmitAsync(await SeenAsync(id));
        await ApproveAsync(id);
        await Life.ApplyAsync(await SeenAsync(id));
        Assert.NotNull((await _org.SnapshotAsync(On)).Unit("CNTM"));
    }

    [Fact]
    public async Task Rebase_sets_aside_what_can_no_longer_be_done_and_they_wait_to_be_looked_after()
    {
        var id = await ApprovedAsync(new RenameStep("VP", "Văn phòng mới"), Units, new SetQuotaStep("CNTM", QuotaKind.Allocated, QuotaCategory.CivilServant, 12));
        await _org.Get<ScenarioService>().ApplyAsync(new() { Name = "Khác", EffectiveOn = On, Decisions = new(), Steps = [new AbsorbStep(["QLCN"], "VP")] });
        Assert.Equal("Scenario.Moved", await RefusedAsync(async () => await Life.ApplyAsync(await SeenAsync(id))));

        var rebased = await Life.RebaseAsync(await SeenAsync(id));
        Assert.Equal([(2, "Scenario.UnitNotThere"), (3, "Scenario.UnitNotThere")], rebased.SetAside.Select(a => (a.Number, a.Code)));
        Assert.Equal("Scenario.AsideLeft", await RefusedAsync(async () => await Life.SubmitAsync(await SeenAsync(id))));
        await Drafts.DropSetAsideAsync(await SeenAsync(id), 1);
        await Drafts.DropSetAsideAsync(await SeenAsync(id), 0);
        await Life.SubmitAsync(await SeenAsync(id));
        Assert.Equal("rename", Assert.Single((await View.GetAsync(id)).Steps).Op);
    }

    [Fact]
    public async Task A_function_that_a_merged_unit_got_since_the_approval_is_a_change_that_hinders()
    {
        var id = await ApprovedAsync(Units);
        await _org.Get<UnitFunctionService>().BeginAsync(new("Quản lý cụm công nghiệp", await _org.UnitIdAsync("QLCN")), new(2026, 2, 1));

        var conflict = Assert.Single(await View.ConflictsAsync(id));
        Assert.Equal((nameof(UnitFunction), "Quản lý cụm công nghiệp"), (conflict.Kind, conflict.Subject));
        Assert.Equal("Scenario.Moved", await RefusedAsync(async () => await Life.ApplyAsync(await SeenAsync(id))));
    }

    [Fact]
    public async Task A_director_approves_what_was_shown_and_what_comes_out_otherwise_only_when_it_was_shown_anew()
    {
        var id = await SubmittedAsync(Units);
        await _org.SignInAsync("director");
        var (seen, shown) = (await SeenAsync(id), (await View.SimulateAsync(id)).Outcome);
        _org.Actor = Actor.System;
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("QLCN"), QuotaKind.Allocated, QuotaCategory.CivilServant, 9)], On);

        await _org.SignInAsync("director");
        Assert.Equal("Scenario.Moved", await RefusedAsync(() => Life.ApproveAsync(seen, shown)));
        Assert.Equal(ScenarioState.Submitted, (await View.GetAsync(id)).State);
        await Life.ApproveAsync(seen, (await View.SimulateAsync(id)).Outcome);
        Assert.Empty(await View.ConflictsAsync(id));
    }

    [Fact]
    public async Task What_is_over_gets_no_more_readers()
    {
        var id = await DraftAsync(Units);
        await Life.WithdrawAsync(await SeenAsync(id));
        Assert.Equal("Scenario.Over", await RefusedAsync(async () => await Drafts.SetReadersAsync(await SeenAsync(id), ["CB001"])));
    }

    [Fact]
    public async Task What_changes_beside_it_does_not_hinder_it()
    {
        var id = await ApprovedAsync(Units);
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(await _org.UnitIdAsync("VP"))).Seen, On, new() { Name = "Văn phòng khác" });
        Assert.Empty(await View.ConflictsAsync(id));
        await Life.ApplyAsync(await SeenAsync(id));
    }

    [Fact]
    public async Task What_it_will_do_stands_among_the_changes_ahead_under_its_name()
    {
        var id = await ApprovedAsync(Units);
        await _org.SignInAsync("hr");
        await Life.ApplyAsync(await SeenAsync(id));

        var ahead = (await _org.Get<PendingChanges>().ListAsync(new(), new(Take: 500))).Rows.Where(r => r.Change.On == On && r.Stays == PendingStay.OfScenario).ToList();
        Assert.Superset(new HashSet<string?> { "QLCN", "TM", "CNTM" }, ahead.Select(r => r.Change.Unit?.Code).ToHashSet());
        Assert.All(ahead, r => Assert.Equal("Phương án", r.Scenario));
    }

    [Fact]
    public async Task Whose_post_moved_is_named_only_to_who_may_see_where_they_work()
    {
        var id = await ApprovedAsync(Units);
        var someone = (await _org.SnapshotAsync(_org.Today)).Unit(await _org.UnitIdAsync("QLCN"))!.Posts.First(p => p.Facts.Headship == Headship.None).Person;
        var staff = _org.Get<StaffService>();
        await staff.EndAsync([(await staff.EmploymentOnAsync(someone.Id, _org.Today)).Seen], new(2026, 5, 1), EmploymentEnd.Resignation);
        await _org.Get<UserService>().AddAsync(new("vp", AccountService.SamplePassword, Role.HrOfficer, "VP"));

        Assert.Equal(someone.Code, Assert.Single(await View.ConflictsAsync(id)).Code);
        await _org.SignInAsync("vp");
        var conflict = Assert.Single(await View.ConflictsAsync(id));
        Assert.Equal(("Employment", (string?)null, (string?)null), (conflict.Kind, conflict.Subject, conflict.Code));
    }

    [Fact]
    public async Task Exactly_one_of_two_directors_approves_and_exactly_one_officer_applies()
    {
        var id = await SubmittedAsync(Units);
        await using var other = _org.Beside();
        var outcome = (await View.SimulateAsync(id)).Outcome;
        Assert.Equal(1, await WinnersAsync(other, id, "director", (org, seen) => org.Get<ScenarioLifeService>().ApproveAsync(seen, outcome)));
        Assert.Equal(1, await WinnersAsync(other, id, "hr", (org, seen) => org.Get<ScenarioLifeService>().ApplyAsync(seen)));
        Assert.Single((await _org.SnapshotAsync(On)).Timeline.Units, u => u.Code == "CNTM");
    }

    [Fact]
    public async Task It_comes_out_as_the_file_the_command_line_reads()
    {
        var id = await DraftAsync(Units, new DivideStep("KC", [new("K1", "Trung tâm 1", "ServiceUnit", "SCT", ["CB050"], new Dictionary<QuotaCategory, int> { [QuotaCategory.PublicEmployeeBudget] = 2 }), new("K2", "Trung tâm 2", "ServiceUnit", "SCT")]));
        var file = ScenarioFile.Read(await View.ExportFileAsync(id));
        Assert.Equal(["merge", "divide"], file.Steps.Select(s => s.Op));
        Assert.Equal(2, Assert.IsType<DivideStep>(file.Steps[1]).Into[0].Quota![QuotaCategory.PublicEmployeeBudget]);
    }

    private async Task<int> WinnersAsync(TestOrg other, Guid id, string account, Func<TestOrg, Seen, Task> turn)
    {
        var seen = await SeenAsync(id);
        await _org.SignInAsync(account);
        await other.SignInAsync(account);
        var tries = await Task.WhenAll(new[] { _org, other }.Select(org => Record.ExceptionAsync(() => Task.Run(() => turn(org, seen)))));
        Assert.All(tries, refused => Assert.True(refused is null or ConflictException, refused?.ToString()));
        return tries.Count(refused => refused is null);
    }

    private async Task<Guid> DraftAsync(params ScenarioStep[] steps)
    {
        await _org.SignInAsync("hr");
        return await Drafts.ImportAsync(new() { Name = "Phương án", EffectiveOn = On, Decisions = new(), Steps = steps });
    }

    private async Task<Guid> SubmittedAsync(params ScenarioStep[] steps)
    {
        var id = await DraftAsync(steps);
        await Life.SubmitAsync(await SeenAsync(id));
        _org.Actor = Actor.System;
        return id;
    }

    private async Task<Guid> ApprovedAsync(params ScenarioStep[] steps)
    {
        var id = await SubmittedAsync(steps);
        await ApproveAsync(id);
        return id;
    }

    private async Task ApproveAsync(Guid id) => await Life.ApproveAsync(await SeenAsync(id), (await View.SimulateAsync(id)).Outcome);

    private async Task<Seen> SeenAsync(Guid id) => (await View.GetAsync(id)).Seen;

    private static async Task<string> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<RuleBrokenException>(call)).Code;
}
