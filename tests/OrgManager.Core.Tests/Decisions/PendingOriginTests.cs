using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Decisions;

/// <summary>By what a change to come was entered, and what therefore stands and falls with it.</summary>
public class PendingOriginTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2025, 1, 1), Before = new(2026, 3, 1), Soon = new(2026, 6, 1), Then = new(2027, 1, 1);
    private TestOrg _org = null!;
    private PendingChanges Pending => _org.Get<PendingChanges>();

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_a_scenario_set_is_its_own_whatever_is_edited_beside_it_before_or_after()
    {
        var (a, x) = (await _org.FoundAsync("A", Start), await _org.FoundAsync("X", Start));
        await _org.FoundAsync("B", Start);
        await _org.FoundAsync("P", Start);
        await _org.Units.ChangeAsync(await _org.SeeAsync(x), Soon, new() { Name = "Phòng X" });
        await ApplyAsync(new MergeStep(["A", "B"], new("C", "Phòng C", "Division", null)), new MoveStep("X", "P"));
        await _org.Units.ChangeAsync(await _org.SeeAsync(a), Before, new() { Name = "Phòng A" });
        await _org.Units.ChangeAsync(await _org.SeeAsync(x), Soon, new() { ShortName = "X" });

        Assert.Equal(
        [
            "A Ended OfScenario", "A NameChanged ", "B Ended OfScenario", "C Founded OfScenario", "X NameChanged ", "X ParentChanged OfScenario", "X ShortNameChanged ",
        ], await TellAsync());
        await RefuseAllOfScenarioAsync();
    }

    [Fact]
    public async Task It_stays_so_where_its_day_is_corrected()
    {
        var (a, x) = (await _org.FoundAsync("A", Start), await _org.FoundAsync("X", Start));
        await ApplyAsync(new RenameStep("X", "Phòng X"), new DissolveStep("A"));
        var version = (await _org.Units.GetAsync(x)).History.Single(v => v.From == Soon).Id;
        await _org.Units.CorrectDayAsync(await _org.SeeAsync(x), version, Before, "Nhầm ngày");
        await _org.Units.CorrectEndAsync(await _org.SeeAsync(a), Then, "Nhầm ngày");

        Assert.Equal(["A Ended OfScenario", "X NameChanged OfScenario"], await TellAsync());
        await RefuseAllOfScenarioAsync();
    }

    [Fact]
    public async Task What_comes_back_with_an_undone_scenario_is_whose_it_was()
    {
        var a = await _org.FoundAsync("A", Start);
        await _org.FoundAsync("B", Start);
        var quota = _org.Get<QuotaService>();
        await quota.SetAsync([new(a, QuotaKind.Allocated, QuotaCategory.CivilServant, 5)], Start);
        await _org.Get<UserService>().AddAsync(new("nhansu", AccountService.SamplePassword, Role.HrOfficer, "A"));
        await _org.SignInAsync("nhansu");
        await quota.SetAsync([new(a, QuotaKind.Allocated, QuotaCategory.CivilServant, 4)], Then);
        _org.Actor = Actor.System;
        var applied = await ApplyAsync(new MergeStep(["A", "B"], new("C", "Phòng C", "Division", null)));
        Assert.DoesNotContain("A QuotaSet ", await TellAsync());

        await _org.Get<ScenarioService>().UndoAsync(applied.Id, "Nhầm");

        var row = Assert.Single((await Pending.ListAsync(new(), new())).Rows);
        Assert.Equal(("A", "nhansu", true), (row.Change.Unit!.Code, row.EnteredBy, row.MayCallOff));
    }

    [Fact]
    public async Task The_end_of_a_unit_that_others_succeed_stays_however_it_was_entered()
    {
        var (a, b) = (await _org.FoundAsync("A", Start), await _org.FoundAsync("B", Start));
        await _org.Units.EndAsync(await _org.SeeAsync(a), Soon);
        await _org.Database.ChangeAsync(new("Test.Succession"), db =>
        {
            db.Add(Succession.Record(a, b, Soon, SuccessionKind.Absorb, null));
            return Task.CompletedTask;
        });

        var list = await Pending.ListAsync(new(), new());
        Assert.Equal(PendingStay.Succeeded, Assert.Single(list.Rows).Stays);
        await Refusal.IsAsync("Pending.Succeeded", () => Pending.CallOffAsync(list.Rows[0].Change.Refs, "Thôi", list.Seq));
    }

    [Fact]
    public async Task Posts_that_go_from_one_unit_to_another_are_called_off_on_both_sides()
    {
        var (kh, tc) = await TransferredAsync();
        var list = await Pending.ListAsync(new(), new(Take: 1));
        Assert.Equal(["TC"], list.Rows[0].With.Select(other => other.Unit!.Code));

        await Pending.CallOffAsync(list.Rows[0].Change.Refs, "Thôi", list.Seq);

        Assert.Empty((await Pending.ListAsync(new(), new())).Rows);
        var after = await _org.SnapshotAsync(Then);
        Assert.Equal((5, 0), (after.Unit(kh)!.Allocated.Total, after.Unit(tc)!.Allocated.Total));
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task Two_transfers_of_one_day_that_share_a_level_are_called_off_together_and_leave_no_trace_in_the_ledger()
    {
        var (kh, tc) = await TransferredAsync();
        await _org.Get<QuotaService>().TransferAsync(new(kh, await _org.FoundAsync("VT", Start), QuotaCategory.CivilServant, 1), Soon);
        Assert.Equal(2, (await _org.SnapshotAsync(Then)).Unit(kh)!.Allocated.Total);
        var list = await Pending.ListAsync(new(), new());
        Assert.Equal(["KH", "VT"], list.Rows.Single(r => r.Change.Unit!.Code == "TC").With.Select(other => other.Unit!.Code).Order(StringComparer.Ordinal));

        await Pending.CallOffAsync(list.Rows.Single(r => r.Change.Unit!.Code == "TC").Change.Refs, "Thôi", list.Seq);

        var after = await _org.SnapshotAsync(Then);
        Assert.Equal((5, 0, 0), (after.Unit(kh)!.Allocated.Total, after.Unit(tc)!.Allocated.Total, after.Unit("VT")!.Allocated.Total));
        Assert.Empty(await _org.Database.ReadAsync(db => db.Set<QuotaMove>().ToListAsync()));
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_reaches_one_side_only_does_not_call_them_off()
    {
        await TransferredAsync();
        await _org.Get<UserService>().AddAsync(new("nhansu", AccountService.SamplePassword, Role.HrOfficer, "KH"));
        await _org.SignInAsync("nhansu");
        var list = await Pending.ListAsync(new(), new());

        var row = Assert.Single(list.Rows);
        Assert.Equal(("KH", false, 0), (row.Change.Unit!.Code, row.MayCallOff, row.With.Count));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Pending.CallOffAsync(row.Change.Refs, "Thôi", list.Seq));
    }

    [Fact]
    public async Task A_side_that_was_changed_since_holds_the_other_up()
    {
        var (_, tc) = await TransferredAsync();
        var list = await Pending.ListAsync(new(), new());
        await _org.Get<QuotaService>().SetAsync([new(tc, QuotaKind.Allocated, QuotaCategory.CivilServant, 9)], Then);

        var kh = list.Rows.Single(r => r.Change.Unit!.Code == "KH").Change.Refs;
        await Assert.ThrowsAsync<ConflictException>(() => Pending.CallOffAsync(kh, "Thôi", list.Seq));
        await Refusal.IsAsync("Pending.Followed", async () => await Pending.CallOffAsync(kh, "Thôi", (await Pending.ListAsync(new(), new())).Seq));
    }

    /// <summary>Two of five posts go from KH to TC.</summary>
    private async Task<(Guid Kh, Guid Tc)> TransferredAsync()
    {
        var (kh, tc) = (await _org.FoundAsync("KH", Start), await _org.FoundAsync("TC", Start));
        var quota = _org.Get<QuotaService>();
        await quota.SetAsync([new(kh, QuotaKind.Allocated, QuotaCategory.CivilServant, 5)], Start);
        await quota.TransferAsync(new(kh, tc, QuotaCategory.CivilServant, 2), Soon);
        return (kh, tc);
    }

    private Task<AppliedScenario> ApplyAsync(params ScenarioStep[] steps) => _org.Get<ScenarioService>().ApplyAsync(new() { Name = "Sắp xếp", EffectiveOn = Soon, Decisions = new(), Steps = steps });

    private async Task RefuseAllOfScenarioAsync()
    {
        var list = await Pending.ListAsync(new(), new());
        foreach (var row in list.Rows.Where(r => r.Stays is not null)) await Refusal.IsAsync("Pending.OfScenario", () => Pending.CallOffAsync(row.Change.Refs, "Thôi", list.Seq));
    }

    private async Task<IEnumerable<string>> TellAsync() =>
        (await Pending.ListAsync(new(), new())).Rows.Select(r => $"{r.Change.Unit!.Code} {r.Change.OfUnit!.Kind} {r.Stays}").Order(StringComparer.Ordinal);
}
