using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Targets;

namespace OrgManager.Tests.Establishment;

/// <summary>Organisations and functions that leave the department or come into it, and the levels a department begins with.</summary>
public class OutsideTransferServiceTests : IAsyncLifetime
{
    private const QuotaCategory Budget = QuotaCategory.PublicEmployeeBudget;
    private static readonly DateOnly Day = new(2024, 7, 1), Last = new(2025, 7, 1);
    private TestOrg _org = null!;
    private Guid _unit, _decision;
    private OutsideTransferService Transfers => _org.Get<OutsideTransferService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
        _unit = await _org.UnitIdAsync("XT");
        _decision = await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "1500/QĐ-UBND", "UBND tỉnh", new(2024, 6, 20), Day, "Chuyển bộ phận Xúc tiến đầu tư"));
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Levels_and_baselines_change_together_and_a_transfer_out_is_no_streamlining()
    {
        var before = (await ProgressAsync()).BaselineValue;
        var preview = await Transfers.PreviewAsync(QuotaMoveKind.Out, _unit, Posts(2), Day);
        Assert.Equal([(QuotaKind.Allocated, 11, 9), (QuotaKind.Assigned, 11, 9)], preview.Sides.Select(s => (s.Side.Kind, s.Side.Before, s.Side.After)));
        Assert.Equal(-2, preview.Targets.Single(t => t.Code == "D").Amount);

        await MoveAsync(QuotaMoveKind.Out, 2, -2);

        Assert.Equal((before - 2, 9m), ((await ProgressAsync()).BaselineValue, (await ProgressAsync()).Value));
        var row = (await _org.Get<LedgerService>().ListAsync(new(Day, "XT", QuotaKind.Assigned, Budget, 2024), new(0, 9))).Rows[0];
        Assert.Equal((Day, LedgerStep.MovedOut, -2, "Bộ phận Xúc tiến đầu tư", "1500/QĐ-UBND"), (row.On, row.Parts.Single().Step, row.Parts.Single().Posts, row.Parts.Single().Subject, row.Decision!.Number));
    }

    [Fact]
    public async Task What_comes_in_adds_to_levels_and_baseline()
    {
        await MoveAsync(QuotaMoveKind.In, 3, 3);

        Assert.Equal(14, (await _org.SnapshotAsync(Day)).Unit("XT")!.Assigned!.Value[Budget]);
        Assert.Contains((await _org.Get<LedgerService>().ListAsync(new(Day, "XT", QuotaKind.Allocated, Budget, 2024), new(0, 9))).Rows, r => r.Parts is [{ Step: LedgerStep.MovedIn, Posts: 3 }]);
    }

    [Fact]
    public async Task Taken_back_it_gives_back_posts_and_baseline_and_leaves_what_else_happened_that_day()
    {
        var before = (await ProgressAsync(Last)).BaselineValue;
        await MoveAsync(QuotaMoveKind.Out, 2, -2, Last);
        await MoveAsync(QuotaMoveKind.Out, 3, -3, Last);
        Assert.Equal((4, before - 5), ((await _org.SnapshotAsync(Last)).Unit("XT")!.Assigned!.Value[Budget], (await ProgressAsync(Last)).BaselineValue));
        var move = (await LedgerAsync(Last)).Parts.Single(p => p.Posts == -3).MoveId!.Value;

        await Refusal.IsAsync("History.ReasonMissing", () => Transfers.RevokeAsync(move, " "));
        await Transfers.RevokeAsync(move, "Nhập hai lần");

        Assert.Equal((7, 7), ((await _org.SnapshotAsync(Last)).Unit("XT")!.Assigned!.Value[Budget], (await _org.SnapshotAsync(Last)).Unit("XT")!.Allocated[Budget]));
        Assert.Equal(before - 2, (await ProgressAsync(Last)).BaselineValue);
        Assert.Equal([(LedgerStep.MovedOut, -2)], (await LedgerAsync(Last)).Parts.Select(p => (p.Step, p.Posts)));
        await Assert.ThrowsAsync<NotFoundException>(() => Transfers.RevokeAsync(move, "Nhập hai lần"));
    }

    [Theory]
    [InlineData(2, 2), InlineData(3, 2), InlineData(2, 3)]
    public async Task What_went_out_and_what_came_in_on_one_day_are_both_told_and_each_is_taken_back_by_itself(int gone, int come)
    {
        await MoveAsync(QuotaMoveKind.Out, gone, -gone, Last);
        await MoveAsync(QuotaMoveKind.In, come, come, Last);

        var row = await LedgerAsync(Last);
        Assert.Equal((Last, 9, 9 - gone + come), (row.On, row.Before, row.After));
        Assert.Equal([(LedgerStep.MovedOut, -gone), (LedgerStep.MovedIn, come)], row.Parts.Select(p => (p.Step, p.Posts)));

        await Transfers.RevokeAsync(row.Parts[1].MoveId!.Value, "Nhầm");
        Assert.Equal([(LedgerStep.MovedOut, -gone)], (await LedgerAsync(Last)).Parts.Select(p => (p.Step, p.Posts)));
    }

    [Fact]
    public async Task What_was_given_anew_since_is_put_right_by_hand_before_a_move_is_taken_back()
    {
        await MoveAsync(QuotaMoveKind.Out, 1, -1);
        var move = (await LedgerAsync(Day)).Parts.Single().MoveId!.Value;

        await Refusal.IsAsync("Quota.LevelsSince", () => Transfers.RevokeAsync(move, "Nhầm"));
    }

    [Fact]
    public async Task Who_may_not_change_the_levels_of_the_receiver_above_moves_nothing_out_of_a_unit()
    {
        var unit = await _org.UnitIdAsync("QLCN");
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("nhansu", AccountService.SamplePassword, Role.HrOfficer, "QLCN"));
        await _org.SignInAsync("nhansu");

        await Assert.ThrowsAsync<AccessDeniedException>(() => Transfers.MoveAsync(new(QuotaMoveKind.Out, unit, new(1, 0, 0, 0), "Việc", _decision, []), Day));
    }

    [Fact]
    public async Task Neither_is_saved_where_one_is_refused()
    {
        await Refusal.IsAsync("Quota.NotEnough", () => MoveAsync(QuotaMoveKind.Out, 12, -12));
        await Refusal.IsAsync("QuotaMove.NothingMoves", () => MoveAsync(QuotaMoveKind.Out, 0, 0));
        await Refusal.IsAsync("QuotaMove.SubjectMissing", () => Transfers.MoveAsync(new(QuotaMoveKind.Out, _unit, Posts(1), " ", _decision, []), Day));
        await Refusal.IsAsync("Target.AdjustmentOutsideLife", () => Transfers.MoveAsync(new(QuotaMoveKind.Out, _unit, Posts(1), "Việc", _decision, [new("B", -1)]), Day));
        await Assert.ThrowsAsync<NotFoundException>(() => Transfers.MoveAsync(new(QuotaMoveKind.Out, _unit, Posts(1), "Việc", Guid.NewGuid(), []), Day));

        Assert.Equal(11, (await _org.SnapshotAsync(Day)).Unit("XT")!.Assigned!.Value[Budget]);
    }

    [Fact]
    public async Task Opening_levels_are_entered_once_as_of_a_day_all_or_none()
    {
        var opening = _org.Get<OpeningService>();
        var levels = new List<QuotaSetting> { new(await _org.UnitIdAsync("VP"), QuotaKind.Assigned, QuotaCategory.CivilServant, 9), new(await _org.UnitIdAsync("TTR"), QuotaKind.Allocated, Budget, 1) };
        Assert.Contains((await opening.UnitsAsync(_org.Today)).Single(u => u.Unit.Code == "TTR").Kept, k => k == (QuotaKind.Allocated, QuotaCategory.CivilServant));

        await opening.EnterAsync(levels, Day);
        await Refusal.IsAsync("Quota.HasHistory", () => opening.EnterAsync([levels[0], new(levels[1].UnitId, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], Day));

        var then = await _org.SnapshotAsync(Day);
        Assert.Equal((9, 1, 0), (then.Unit("VP")!.Assigned!.Value.CivilServant, then.Unit("TTR")!.Allocated[Budget], then.Unit("TTR")!.Allocated.SupportContract));
    }

    private Task MoveAsync(QuotaMoveKind kind, int posts, decimal shift, DateOnly? on = null) =>
        Transfers.MoveAsync(new(kind, _unit, Posts(posts), "Bộ phận Xúc tiến đầu tư", _decision, [new("D", shift)]), on ?? Day);

    private async Task<LedgerRow> LedgerAsync(DateOnly on) => (await _org.Get<LedgerService>().ListAsync(new(on, "XT", QuotaKind.Assigned, Budget, on.Year), new(0, 9))).Rows[0];

    private static PostCounts Posts(int budget) => PostCounts.None.Plus(Budget, budget);

    private async Task<TargetProgress> ProgressAsync(DateOnly? on = null) => (await _org.Get<TargetService>().ProgressAsync(on ?? new(2024, 12, 31))).Single(t => t.Code == "D");
}
