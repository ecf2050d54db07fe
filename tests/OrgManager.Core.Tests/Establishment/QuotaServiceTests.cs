using OrgManager.Common;
using OrgManager.Establishment;

namespace OrgManager.Tests.Establishment;

/// <summary>Levels of posts: set, corrected, taken back, and refused.</summary>
public class QuotaServiceTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant;
    private static readonly DateOnly Ahead = new(2026, 7, 1), New = new(2026, 1, 10);
    private TestOrg _org = null!;
    private Guid _unit;
    private QuotaService Quotas => _org.Get<QuotaService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _unit = await _org.UnitIdAsync("QLCN");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_level_holds_from_its_day_until_the_next()
    {
        await SetAsync(9, Ahead);
        Assert.Equal((8, 9), (await OnAsync(Ahead.AddDays(-1)), await OnAsync(Ahead)));
    }

    [Theory]
    [InlineData(-1), InlineData(QuotaLevel.Most + 1)]
    public Task Posts_are_a_number_within_reason(int posts) => Refusal.IsAsync("Quota.PostsOutOfRange", () => SetAsync(posts, Ahead));

    [Fact]
    public async Task Another_number_for_a_day_that_has_one_is_a_correction_and_no_change()
    {
        await SetAsync(9, Ahead);
        await SetAsync(9, Ahead);
        await Refusal.IsAsync("History.SetThatDay", () => SetAsync(10, Ahead));
    }

    [Fact]
    public Task A_first_level_before_the_unit_is_there_is_refused() =>
        Refusal.IsAsync("OrgUnit.NotYetThere", () => Quotas.SetAsync([new(_unit, QuotaKind.Assigned, Civil, 1)], new(2014, 12, 31)));

    [Fact]
    public Task A_level_before_the_first_one_is_refused() => Refusal.IsAsync("History.NotThere", () => SetAsync(9, new(2014, 12, 31)));

    [Fact]
    public async Task An_ended_unit_gets_no_posts()
    {
        var ended = await _org.UnitIdAsync("QLTM");
        await Refusal.IsAsync("OrgUnit.EndsBefore", () => Quotas.SetAsync([new(ended, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], new(2019, 1, 1)));
        await Refusal.IsAsync("History.NotThere", () => Quotas.SetAsync([new(ended, QuotaKind.Allocated, Civil, 1)], New));
    }

    [Fact]
    public async Task Both_sides_of_a_transfer_are_entered_or_neither()
    {
        var other = await _org.UnitIdAsync("TM");
        await Refusal.IsAsync("Quota.PostsOutOfRange", () => Quotas.SetAsync([new(_unit, QuotaKind.Allocated, Civil, 9), new(other, QuotaKind.Allocated, Civil, -8)], Ahead));
        Assert.Equal(8, await OnAsync(Ahead));

        await Quotas.SetAsync([new(_unit, QuotaKind.Allocated, Civil, 9), new(other, QuotaKind.Allocated, Civil, 8)], Ahead);
        Assert.Equal((9, 8), (await OnAsync(Ahead), (await _org.SnapshotAsync(Ahead)).Unit("TM")!.Allocated.CivilServant));
    }

    [Fact]
    public async Task One_level_named_twice_at_once_is_one_level_or_refused()
    {
        QuotaSetting first = new(_unit, QuotaKind.Assigned, Civil, 3);
        await Refusal.IsAsync("History.SetThatDay", () => Quotas.SetAsync([first, first with { Posts = 4 }], Ahead));
        await Quotas.SetAsync([first, first], Ahead);
        Assert.Equal(3, (await _org.SnapshotAsync(Ahead)).Unit("QLCN")!.Assigned!.Value.CivilServant);
    }

    [Fact]
    public async Task Only_a_level_ahead_is_taken_back_and_the_one_before_goes_on()
    {
        await SetAsync(9, Ahead);
        var quota = await AllocatedAsync();
        await Refusal.IsAsync("History.InForce", () => Quotas.WithdrawAsync([(quota.Seen, quota.Levels[0].Id)]));
        await Quotas.WithdrawAsync([(quota.Seen, quota.Levels[^1].Id)]);
        Assert.Equal(8, await OnAsync(Ahead));
    }

    [Fact]
    public async Task The_first_level_is_not_called_off_even_ahead()
    {
        await Quotas.SetAsync([new(_unit, QuotaKind.Assigned, Civil, 3)], Ahead);
        var quota = (await Quotas.OfUnitAsync(_unit)).Single(q => q.Kind == QuotaKind.Assigned);
        await Refusal.IsAsync("History.StartStays", () => Quotas.WithdrawAsync([(quota.Seen, quota.Levels[0].Id)]));
    }

    [Fact]
    public async Task One_side_of_posts_that_go_to_another_unit_is_not_taken_back_by_itself()
    {
        var had = (await _org.SnapshotAsync(Ahead)).Unit("TM")!.Allocated.CivilServant;
        await Quotas.TransferAsync(new(await _org.UnitIdAsync("TM"), _unit, Civil, 1), Ahead);
        var quota = await AllocatedAsync();
        await Refusal.IsAsync("Pending.OfTransfer", () => Quotas.WithdrawAsync([(quota.Seen, quota.Levels[^1].Id)]));
        Assert.Equal((9, had - 1), (await OnAsync(Ahead), (await _org.SnapshotAsync(Ahead)).Unit("TM")!.Allocated.CivilServant));
    }

    [Fact]
    public async Task Posts_come_to_a_unit_that_is_to_have_some_only_later_until_it_has_those()
    {
        var (other, later) = (await _org.UnitIdAsync("TM"), Ahead.AddMonths(6));
        await Quotas.SetAsync([new(other, QuotaKind.Allocated, QuotaCategory.SupportContract, 5)], New);
        await Quotas.SetAsync([new(_unit, QuotaKind.Allocated, QuotaCategory.SupportContract, 3)], later);

        await Quotas.TransferAsync(new(other, _unit, QuotaCategory.SupportContract, 2), Ahead);

        Assert.Equal((0, 2, 3), (await SupportAsync(Ahead.AddDays(-1)), await SupportAsync(Ahead), await SupportAsync(later)));
        async Task<int> SupportAsync(DateOnly on) => (await _org.SnapshotAsync(on)).Unit("QLCN")!.Allocated.SupportContract;
    }

    [Fact]
    public async Task A_correction_says_why_and_reaches_the_days_that_inherit_it()
    {
        var quota = await AllocatedAsync();
        var level = quota.Levels.Last(l => l.From <= new DateOnly(2019, 10, 21));
        await Refusal.IsAsync("History.ReasonMissing", () => Quotas.CorrectAsync(quota.Seen, level.Id, 5, ""));
        await Quotas.CorrectAsync(quota.Seen, level.Id, 5, "Gõ nhầm");
        Assert.Equal((5, 8), (await OnAsync(new(2019, 10, 21)), await OnAsync(New)));
    }

    [Fact]
    public async Task The_second_of_two_edits_is_told_what_is_true_now()
    {
        await using var other = _org.Beside();
        var seen = await AllocatedAsync();
        await other.Get<QuotaService>().CorrectAsync(seen.Seen, seen.Levels[^1].Id, 11, "Số đúng");

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Quotas.CorrectAsync(seen.Seen, seen.Levels[^1].Id, 12, "Số khác"));
        Assert.Equal(11, Assert.IsType<QuotaDetails>(conflict.Current).Levels[^1].Posts);
        Assert.Equal(11, await OnAsync(New));
    }

    [Fact]
    public async Task A_level_that_is_not_there_is_not_found()
    {
        var quota = await AllocatedAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => Quotas.CorrectAsync(quota.Seen, Guid.NewGuid(), 1, "Gõ nhầm"));
        await Assert.ThrowsAsync<NotFoundException>(() => Quotas.CorrectAsync(new(Guid.NewGuid(), 0), quota.Levels[0].Id, 1, "Gõ nhầm"));
    }

    private Task SetAsync(int posts, DateOnly from) => Quotas.SetAsync([new(_unit, QuotaKind.Allocated, Civil, posts)], from);

    private async Task<int> OnAsync(DateOnly day) => (await _org.SnapshotAsync(day)).Unit("QLCN")!.Allocated.CivilServant;

    private async Task<QuotaDetails> AllocatedAsync() => (await Quotas.OfUnitAsync(_unit)).Single(q => q is { Kind: QuotaKind.Allocated, Category: Civil });
}
