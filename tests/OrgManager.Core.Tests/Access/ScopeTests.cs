using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>How far a grant reaches: on which day, over which units, and for how long.</summary>
public class ScopeTests : IAsyncLifetime
{
    private const string Password = AccountService.SamplePassword;
    private static readonly DateOnly Then = new(2019, 10, 21);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_grant_on_an_ended_unit_keeps_its_history_and_gives_nothing_today()
    {
        await _org.Get<UserService>().AddAsync(new("truongphong", Password, Role.UnitHead, "QLTM"));
        await _org.SignInAsync("truongphong");

        Assert.Equal((6, 0), ((await RosterAsync(Then)).Total, (await RosterAsync(_org.Today)).Total));
    }

    [Fact]
    public async Task What_an_ended_unit_was_like_can_still_be_corrected_by_whoever_it_stood_under()
    {
        var unit = await _org.Units.GetAsync(await _org.UnitIdAsync("QLTM"));
        await _org.SignInAsync("hr");
        await _org.Units.CorrectAsync(unit.Seen, unit.History[0].Id, new() { ShortName = "Phòng QLTM" }, "Gõ nhầm");
        Assert.Equal("Phòng QLTM", (await _org.Units.GetAsync(unit.Seen.Id)).On(Then)!.ShortName);

        await _org.SignInAsync("partyclerk");
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Units.CorrectAsync(unit.Seen with { Version = unit.Seen.Version + 1 }, unit.History[0].Id, new() { ShortName = "X" }, "Gõ nhầm"));
    }

    [Fact]
    public async Task A_unit_still_to_be_founded_can_be_changed_by_whoever_founds_it()
    {
        await _org.SignInAsync("hr");
        var from = _org.Today.AddDays(30);
        var id = await _org.Units.FoundAsync(new("MOI", Branch.Government, new("Phòng mới", "Division", await _org.UnitIdAsync("SCT"))), from);
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, from.AddDays(10), new() { Name = "Phòng khác" });
        var seen = await _org.Units.GetAsync(id);
        await _org.Units.WithdrawAsync(seen.Seen, seen.History[1].Id);
        Assert.Single((await _org.Units.GetAsync(id)).History);
    }

    [Fact]
    public async Task Writing_needs_the_unit_in_scope_on_the_effective_day_and_today()
    {
        var other = await _org.Units.FoundAsync(new("KHAC", Branch.Government, new("Sở khác", "Department")), new(2015, 1, 1));
        await MoveAsync("QLCN", other, new(2025, 1, 1)); // was in scope
        var comer = await _org.Units.FoundAsync(new("DEN", Branch.Government, new("Phòng đến", "Division", other)), new(2015, 1, 1));
        await MoveAsync("DEN", await _org.UnitIdAsync("SCT"), new(2025, 1, 1)); // is in scope now
        var (gone, quotas) = (await _org.UnitIdAsync("QLCN"), _org.Get<QuotaService>());
        await _org.SignInAsync("hr");

        await Assert.ThrowsAsync<AccessDeniedException>(() => quotas.SetAsync([new(gone, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], new(2024, 1, 1)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => quotas.SetAsync([new(gone, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], _org.Today));
        await Assert.ThrowsAsync<AccessDeniedException>(() => quotas.SetAsync([new(comer, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], new(2024, 12, 31)));
        await quotas.SetAsync([new(comer, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], new(2025, 1, 1));
    }

    [Fact]
    public async Task Reading_goes_by_the_tree_of_the_day_that_is_read()
    {
        var other = await _org.Units.FoundAsync(new("KHAC", Branch.Government, new("Sở khác", "Department")), new(2015, 1, 1));
        await MoveAsync("QLCN", other, new(2025, 1, 1));
        await _org.SignInAsync("director");

        Assert.Equal(6, (await RosterAsync(Then, "QLCN")).Total);
        Assert.Equal(0, (await RosterAsync(_org.Today, "QLCN")).Total);
    }

    [Fact]
    public async Task A_unit_is_moved_only_from_and_to_where_one_reaches()
    {
        var other = await _org.Units.FoundAsync(new("KHAC", Branch.Government, new("Sở khác", "Department")), new(2015, 1, 1));
        var unit = await _org.Units.GetAsync(await _org.UnitIdAsync("QLCN"));
        await _org.SignInAsync("hr");
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Units.ChangeAsync(unit.Seen, _org.Today, new() { ParentId = other }));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Units.ChangeAsync(unit.Seen, _org.Today, new() { ParentId = null }));
    }

    [Fact]
    public async Task A_cell_secretary_neither_takes_members_from_other_cells_nor_sends_them_there()
    {
        var (party, here, there) = (_org.Get<PartyService>(), await _org.UnitIdAsync("CB-VP"), await _org.UnitIdAsync("CB-CN"));
        var (mine, theirs) = (await party.MemberOnAsync(await _org.PersonIdAsync("CB008"), _org.Today), await party.MemberOnAsync(await _org.PersonIdAsync("CB036"), _org.Today));
        await _org.SignInAsync("cell1");

        await Assert.ThrowsAsync<AccessDeniedException>(() => party.MoveAsync(mine.Seen, there, _org.Today));
        await Assert.ThrowsAsync<AccessDeniedException>(() => party.MoveAsync(theirs.Seen, here, _org.Today));
        await Assert.ThrowsAsync<AccessDeniedException>(() => party.GiveOfficeAsync(mine.Seen, there, new(PartyPost.CommitteeMember, OfficeBasis.Elected), _org.Today));
    }

    [Fact]
    public async Task A_stale_edit_tells_nothing_to_whom_it_is_out_of_reach()
    {
        var (person, unit) = (await _org.PersonIdAsync("CB036"), await _org.UnitIdAsync("QLCN"));
        var employment = (await _org.Get<StaffService>().EmploymentOnAsync(person, _org.Today)).Seen with { Version = 99 };
        var member = (await _org.Get<PartyService>().MemberOnAsync(person, _org.Today)).Seen with { Version = 99 };
        var quota = (await _org.Get<QuotaService>().OfUnitAsync(unit))[0];
        await _org.SignInAsync("unithead");

        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<StaffService>().ChangeAsync([(employment, new() { Position = "X" })], _org.Today));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<PartyService>().LeaveAsync(member, _org.Today, MembershipEnd.Resigned));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<QuotaService>().CorrectAsync(quota.Seen with { Version = 99 }, quota.Levels[0].Id, 1, "X"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Units.ChangeAsync(new(unit, 99), _org.Today, new() { Name = "X" }));
    }

    [Fact]
    public async Task A_scenario_names_only_units_and_cells_in_reach()
    {
        await _org.SignInAsync("hr");
        ScenarioStep[] outside = [new SetCoverageStep("CB-CN", ["QLCN"]), new SetHeadStep("CB-CN", "CB036", Leadership.Deputy), new MergeStep(["CB-CN", "CB-TM"], new("GOP", "Chi bộ gộp", "Cell", "DB-SCT"))];
        foreach (var step in outside)
            await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<ScenarioService>().ApplyAsync(new() { Name = "Thử", EffectiveOn = new(2026, 7, 1), Decisions = new(), Steps = [step] }));
    }

    [Fact]
    public async Task A_scenario_tried_out_tells_only_of_what_its_reader_reaches_and_of_what_it_founds_there()
    {
        var scenario = new ScenarioFile { Name = "Thử", EffectiveOn = new(2026, 7, 1), Decisions = new(), Steps = [new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"))] };
        var whole = await _org.Get<ScenarioService>().SimulateAsync(scenario);
        await _org.SignInAsync("hr");

        var tried = await _org.Get<ScenarioService>().SimulateAsync(scenario);

        Assert.Contains(whole.After.Units, unit => unit.Branch == Branch.Party);
        Assert.DoesNotContain(tried.Before.Units.Concat(tried.After.Units), unit => unit.Branch == Branch.Party);
        Assert.Empty(tried.After.Members);
        Assert.Equal(["CNTM"], tried.Diff.Created.Select(unit => unit.Code));
        Assert.Equal(whole.Diff.People.Count, tried.Diff.People.Count);
    }

    [Fact]
    public async Task What_is_revoked_is_gone_at_once_in_every_process_and_ones_own_record_stays()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("hr");
        Assert.True(other.Actor.May(Permission.ChangeUnits));

        await _org.Get<UserService>().RevokeAsync("hr", Role.HrOfficer);
        await other.SignInAsync("hr");
        Assert.DoesNotContain(other.Actor.Grants, g => g.IsActive(other.Today));
        Assert.Equal("CB009", Assert.Single((await other.Get<RosterService>().ListAsync(new(Then), new())).Rows).Code);
        await _org.SignInAsync("hr");
        Assert.Equal("CB009", Assert.Single((await RosterAsync(Then)).Rows).Code);
    }

    [Fact]
    public async Task What_is_granted_works_at_once_and_adds_to_what_there_is()
    {
        await using var other = _org.Beside();
        await other.SignInAsync("unithead");
        await _org.Get<UserService>().GrantAsync("unithead", Role.UnitHead, "VP");
        await other.SignInAsync("unithead");
        Assert.Equal(["VP", "QLCN"], (await other.Get<RosterService>().ListAsync(new(Then), new(Take: 50))).Rows.Select(r => r.UnitCode).Distinct());
    }

    [Fact]
    public async Task A_grant_counts_from_its_first_day_until_the_day_before_its_last()
    {
        await _org.Database.ChangeAsync(new("Test"), async db =>
            db.Add(Grant.Give((await Passwords.FindAsync(db, "self", default))!.Id, Role.HrOfficer, await _org.UnitIdAsync("SCT"), _org.Today.AddDays(1))));
        await _org.SignInAsync("self");
        Assert.Equal(1, (await RosterAsync(Then)).Total);
        _org.Time.Advance(TimeSpan.FromDays(1));
        await _org.SignInAsync("self");
        Assert.Equal(89, (await RosterAsync(Then)).Total);
    }

    private Task<Roster> RosterAsync(DateOnly on, string? unit = null) => _org.Get<RosterService>().ListAsync(new(on, unit), new());

    private async Task MoveAsync(string unit, Guid parent, DateOnly from) =>
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(await _org.UnitIdAsync(unit))).Seen, from, new() { ParentId = parent });
}
