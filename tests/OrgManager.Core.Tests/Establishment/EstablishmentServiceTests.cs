using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;

namespace OrgManager.Tests.Establishment;

/// <summary>The table of posts on a day, and how posts are allocated, revised and transferred.</summary>
public class EstablishmentServiceTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant, Budget = QuotaCategory.PublicEmployeeBudget;
    private static readonly DateOnly Then = new(2019, 10, 21), Next = new(2027, 1, 1);
    private TestOrg _org = null!;
    private EstablishmentService Establishment => _org.Get<EstablishmentService>();
    private QuotaService Quotas => _org.Get<QuotaService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_table_has_two_blocks_the_roots_own_first_and_always_adds_up()
    {
        var table = await Establishment.TableAsync(Then);

        Assert.Equal([EstablishmentBlock.Administration, EstablishmentBlock.ServiceUnits], table.Parts.Select(p => p.Block));
        Assert.Equal(["SCT", "VP", "TTR", "KHTCTH", "QLCN", "QLNL", "KTATMT", "QLTM", "XNK"], table.Parts[0].Rows.Select(r => r.Unit.Code));
        Assert.Equal(("Lãnh đạo Sở", 4), (table.Parts[0].Rows[0].OwnRow, table.Parts[0].Rows[0].Figures.Allocated.Total));
        Assert.Equal((55, 55, 53, 2), Figures(table.Parts[0].Sum, Civil));
        Assert.Equal((20, 20, 19, 1), Figures(table.Parts[1].Sum, Budget));
        Assert.Equal((93, 89, 4, 0, 0), (table.Total.Allocated.Total, table.Total.Present.Total, table.Total.Unused.Total, table.Total.Over.Total, table.Total.Unallocated.Total));
        Assert.Equal(["SCT", "KC", "XT"], table.Receivers.Select(r => r.Unit.Code));
    }

    [Fact]
    public async Task A_head_of_unit_sees_the_own_unit_and_no_other()
    {
        await _org.SignInAsync("unithead");

        var table = await Establishment.TableAsync(Then);

        Assert.Equal(("QLCN", 7), (Assert.Single(Assert.Single(table.Parts).Rows).Unit.Code, table.Total.Allocated.Total));
        Assert.False(table.MayChange);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Establishment.TableAsync(Then, "VP"));
    }

    [Fact]
    public async Task An_allocation_names_what_was_and_what_is_known_of_every_unit_the_receiver_gives_to()
    {
        var allocation = await Establishment.AllocationAsync(await _org.UnitIdAsync("SCT"), Civil, new(2020, 1, 1));

        Assert.Equal((54, 9), (allocation.Assigned, allocation.Rows.Count));
        var planning = allocation.Rows.Single(r => r.Unit.Code == "KHTCTH");
        Assert.Equal((8, 7, true, 7), (planning.Before, planning.Now, planning.SetThatDay, planning.Present));
        Assert.Equal(new DateOnly(2021, 1, 1), allocation.Rows.Single(r => r.Unit.Code == "SCT").NextOn ?? new(2021, 1, 1));
    }

    [Fact]
    public async Task What_receives_a_category_itself_is_not_allocated_to_from_above()
    {
        await Quotas.SetAsync([new(await _org.UnitIdAsync("SCT"), QuotaKind.Assigned, Budget, 5)], Next);

        var allocation = await Establishment.AllocationAsync(await _org.UnitIdAsync("SCT"), Budget, Next);

        Assert.DoesNotContain(allocation.Rows, r => r.Unit.Code is "KC" or "XT");
        Assert.Equal(5, (await Establishment.TableAsync(Next)).Total.Unallocated.PublicEmployeeBudget);
    }

    [Fact]
    public async Task A_level_that_begins_that_day_is_corrected_with_a_reason_others_are_set()
    {
        var (office, industry) = (await SeenAsync("VP", 8), await SeenAsync("QLCN", 9));
        await Quotas.ReviseAsync([office], Next, null, null);

        await Refusal.IsAsync("History.ReasonMissing", () => Quotas.ReviseAsync([office with { Setting = office.Setting with { Posts = 7 }, Was = 8 }, industry], Next, null, null));
        await Quotas.ReviseAsync([office with { Setting = office.Setting with { Posts = 7 }, Was = 8 }, industry], Next, null, "Gõ nhầm");

        var then = await _org.SnapshotAsync(Next);
        Assert.Equal((7, 9), (then.Unit("VP")!.Allocated[Civil], then.Unit("QLCN")!.Allocated[Civil]));
    }

    [Fact]
    public async Task Who_saw_another_level_than_there_is_overwrites_nothing_and_is_told_what_there_is()
    {
        var seen = await SeenAsync("VP", 8);
        await Quotas.ReviseAsync([seen], Next, null, null);

        var refused = await Assert.ThrowsAsync<ConflictException>(() => Quotas.ReviseAsync([seen with { Setting = seen.Setting with { Posts = 5 } }], Next, null, "Vội"));

        Assert.Equal(8, Assert.Single((IReadOnlyList<SeenQuota>)refused.Current).Was);
        Assert.Equal(8, (await _org.SnapshotAsync(Next)).Unit("VP")!.Allocated[Civil]);
    }

    [Fact]
    public async Task A_transfer_moves_both_sides_and_between_receivers_what_is_assigned_too()
    {
        await Quotas.TransferAsync(new(await _org.UnitIdAsync("TM"), await _org.UnitIdAsync("QLCN"), Civil, 2), Next);
        await Quotas.TransferAsync(new(await _org.UnitIdAsync("XT"), await _org.UnitIdAsync("KC"), Budget, 1), Next);

        var then = await _org.SnapshotAsync(Next);
        Assert.Equal((7, 10, 53), (then.Unit("TM")!.Allocated[Civil], then.Unit("QLCN")!.Allocated[Civil], then.Unit("SCT")!.Assigned!.Value[Civil]));
        Assert.Equal((8, 1, 8, 1), (then.Unit("XT")!.Allocated[Budget], then.Unit("KC")!.Allocated[Budget], then.Unit("XT")!.Assigned!.Value[Budget], then.Unit("KC")!.Assigned!.Value[Budget]));
    }

    [Fact]
    public async Task What_a_transfer_would_do_is_told_before_and_is_what_it_does()
    {
        QuotaTransfer transfer = new(await _org.UnitIdAsync("XT"), await _org.UnitIdAsync("KC"), Budget, 1);

        var told = await Establishment.TransferAsync(transfer, Next);
        await Quotas.TransferAsync(transfer, Next);

        Assert.Equal([("XT", QuotaKind.Allocated, 9, 8), ("KC", QuotaKind.Allocated, 0, 1), ("XT", QuotaKind.Assigned, 9, 8), ("KC", QuotaKind.Assigned, 0, 1)], told.Select(s => (s.Unit.Code, s.Kind, s.Before, s.After)));
        var then = await _org.SnapshotAsync(Next);
        Assert.All(told, s => Assert.Equal(s.After, (s.Kind == QuotaKind.Allocated ? then.Unit(s.Unit.Id)!.Allocated : then.Unit(s.Unit.Id)!.Assigned!.Value)[Budget]));
    }

    [Fact]
    public async Task No_more_is_transferred_than_there_is_nor_to_itself()
    {
        var (trade, industry) = (await _org.UnitIdAsync("TM"), await _org.UnitIdAsync("QLCN"));
        await Refusal.IsAsync("Quota.NotEnough", () => Quotas.TransferAsync(new(trade, industry, Civil, 10), Next));
        await Refusal.IsAsync("Quota.SameUnit", () => Quotas.TransferAsync(new(trade, trade, Civil, 1), Next));
        await Refusal.IsAsync("Quota.PostsOutOfRange", () => Quotas.TransferAsync(new(trade, industry, Civil, 0), Next));
        await Refusal.IsAsync("OrgUnit.NotThere", async () => await Quotas.TransferAsync(new(trade, await _org.UnitIdAsync("QLTM"), Civil, 1), Next));
    }

    private async Task<SeenQuota> SeenAsync(string unit, int posts) =>
        new(new(await _org.UnitIdAsync(unit), QuotaKind.Allocated, Civil, posts), (await _org.SnapshotAsync(Next)).Unit(unit)!.Allocated[Civil]);

    private static (int?, int, int, int) Figures(EstablishmentFigures f, QuotaCategory c) => (f.Assigned?[c], f.Allocated[c], f.Present[c], f.Unused[c]);
}
