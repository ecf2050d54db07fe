using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Tests.Establishment;

/// <summary>The ledger of posts: every level, how it differs from the one before, and what kind of step it was.</summary>
public class LedgerServiceTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant, Budget = QuotaCategory.PublicEmployeeBudget, Own = QuotaCategory.PublicEmployeeOwnRevenue;
    private TestOrg _org = null!;
    private LedgerService Ledger => _org.Get<LedgerService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Every_level_of_the_whole_is_told_with_its_decision_and_the_difference_the_newest_first()
    {
        var ledger = await OfAsync(new(_org.Today, Category: Civil));

        Assert.Equal([(2023, 54, 53), (2020, 55, 54), (2019, 56, 55), (2018, 57, 56), (2017, 58, 57)], ledger.Rows.Take(5).Select(r => (r.On.Year, r.Before ?? 0, r.After ?? 0)));
        Assert.All(ledger.Rows, row => Assert.NotNull(row.Decision));
        Assert.All(ledger.Rows, row => Assert.Equal(row.Difference, row.Parts.Sum(p => p.Posts)));
        Assert.Equal([LedgerStep.Cut, LedgerStep.Cut, LedgerStep.Cut, LedgerStep.Cut, LedgerStep.Cut, LedgerStep.Opening], ledger.Rows.Select(r => Assert.Single(r.Parts).Step));
        Assert.Equal((5, 11), (ledger.SameCount, (await OfAsync(new(_org.Today, Category: Civil, WithSame: true))).Count));
    }

    [Fact]
    public async Task What_one_unit_gave_another_is_a_transfer_shown_with_the_other_side()
    {
        var rows = (await OfAsync(new(_org.Today, Kind: QuotaKind.Allocated, Category: Civil, Year: 2022))).Rows;

        Assert.Equal([("QLCN", LedgerStep.Transfer, 1, "TM"), ("TM", LedgerStep.Transfer, -1, "QLCN")], rows.Select(r => (r.Unit.Code, r.Parts[0].Step, r.Parts[0].Posts, r.Parts[0].Other!.Code)).Order());
    }

    [Fact]
    public async Task Posts_of_merged_units_go_to_the_new_one_and_are_neither_cut_nor_granted()
    {
        var rows = (await OfAsync(new(_org.Today, Kind: QuotaKind.Allocated, Category: Civil, Year: 2020))).Rows.Where(r => r.On == new DateOnly(2020, 7, 1)).ToList();

        Assert.All(rows, row => Assert.All(row.Parts, part => Assert.Equal(LedgerStep.Reorganised, part.Step)));
        Assert.Equal([("QLTM", 6), ("XNK", 4)], rows.Single(r => r.Unit.Code == "TM").Parts.Select(p => (p.Other!.Code, p.Posts)).Order());
        Assert.Equal((6, null), (rows.Single(r => r.Unit.Code == "QLTM").Before, rows.Single(r => r.Unit.Code == "QLTM").After));
    }

    [Fact]
    public async Task The_same_posts_under_another_pay_source_are_converted()
    {
        var rows = (await OfAsync(new(_org.Today, "XT", Year: 2017))).Rows;

        Assert.Equal([(Budget, -1, Own), (Own, 1, Budget)], rows.Select(r => (r.Category, r.Parts.Single().Posts, r.Parts.Single().OtherCategory!.Value)));
        Assert.All(rows, row => Assert.Equal(LedgerStep.Conversion, row.Parts.Single().Step));
    }

    [Fact]
    public async Task The_sum_over_the_years_is_what_the_table_says_of_each_day()
    {
        var points = (await OfAsync(new(_org.Today, Category: Civil))).Points;

        Assert.Equal([58, 58, 57, 56, 55, 54, 54, 54, 53, 53, 53], points.Select(p => p.Posts));
        foreach (var point in points) Assert.Equal(point.Posts, (await _org.Get<EstablishmentService>().TableAsync(point.On)).Total.Assigned!.Value[Civil]);
    }

    [Fact]
    public async Task A_transfer_between_receivers_is_told_on_all_four_levels()
    {
        var day = new DateOnly(2026, 7, 1);
        await _org.Get<QuotaService>().TransferAsync(new(await _org.UnitIdAsync("XT"), await _org.UnitIdAsync("KC"), Budget, 2), day);

        foreach (var kind in Enum.GetValues<QuotaKind>())
            Assert.Equal([("KC", LedgerStep.Transfer, 2, "XT"), ("XT", LedgerStep.Transfer, -2, "KC")],
                (await OfAsync(new(_org.Today, Kind: kind, Year: 2026))).Rows.Select(r => (r.Unit.Code, r.Parts.Single().Step, r.Parts.Single().Posts, r.Parts.Single().Other!.Code)).Order());
    }

    [Fact]
    public async Task Who_heads_a_unit_reads_its_levels_alone()
    {
        await _org.SignInAsync("unithead");

        Assert.All((await OfAsync(new(_org.Today, Kind: QuotaKind.Allocated, WithSame: true))).Rows, row => Assert.Equal("QLCN", row.Unit.Code));
        await Assert.ThrowsAsync<AccessDeniedException>(() => OfAsync(new(_org.Today, "VP")));
        await Assert.ThrowsAsync<NotFoundException>(() => OfAsync(new(_org.Today, "CB-VP")));
    }

    private Task<QuotaLedger> OfAsync(LedgerQuery query) => Ledger.ListAsync(query, new(0, 100));
}
