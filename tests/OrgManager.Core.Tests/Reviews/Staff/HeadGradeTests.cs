using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Staff;

/// <summary>A head is not graded above what they head, at work and in the party; deputies are bound by nothing of the kind.</summary>
public class HeadGradeTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("HTXSNV", "HTXSNV"), InlineData("HTTNV", "HTTNV"), InlineData("HTNV", "HTNV"), InlineData("KHTNV", "KHTNV")]
    public async Task The_head_of_a_unit_is_bound_by_the_grade_of_the_unit(string unit, string best)
    {
        await StaffYears.OpenAsync(_org);
        var sheet = await StaffYears.SheetAsync(_org, "QLCN");
        Assert.Null(sheet.Members.Single(m => m.Person!.Code == "CB033").Advice!.Grade);
        await _org.Get<CellReviewService>().EnterAsync(new("4-BB", new(2020, 12, 10), new(sheet.Own.Seen, unit, null, null), []));

        sheet = await StaffYears.SheetAsync(_org, "QLCN");
        var (head, other) = (sheet.Members.Single(m => m.Person!.Code == "CB033"), sheet.Members.Single(m => m.Person!.Code == "CB035"));
        Assert.Equal(best, head.Advice!.Grade);
        Assert.Equal(best == "HTXSNV", !head.Advice.Against("HTXSNV", sheet.Rules).Any());
        Assert.All(head.Advice.Objections, o => Assert.Equal("GradeObjection.CollectiveGrade", o.Code));
        Assert.Empty(other.Advice!.Objections);
    }

    [Fact]
    public async Task Who_acts_as_head_is_bound_as_the_head_was_and_proposed_for_above_the_unit()
    {
        await StaffYears.ActAsHeadAsync(_org, "QLCN", head: "CB033", deputy: "CB034", new(2020, 6, 1), until: new(2021, 1, 1));
        await StaffYears.OpenAsync(_org);
        var sheet = await StaffYears.SheetAsync(_org, "QLCN");
        await _org.Get<CellReviewService>().EnterAsync(new("4-BB", new(2020, 12, 10), new(sheet.Own.Seen, "HTNV", null, null), []));

        sheet = await StaffYears.SheetAsync(_org, "QLCN");
        Assert.Equal("HTNV", sheet.Members.Single(m => m.Person!.Code == "CB034").Advice!.Grade);
        Assert.DoesNotContain(sheet.Members.Single(m => m.Person!.Code == "CB033").Advice!.Objections, o => o.Code == "GradeObjection.CollectiveGrade");

        await _org.SignInAsync("unithead");
        await Assert.ThrowsAsync<AccessDeniedException>(() => StaffYears.ProposeAsync(_org, "QLCN", "CB034", "HTTNV"));
        await _org.SignInAsync("director");
        await StaffYears.ProposeAsync(_org, "QLCN", "CB034", "HTTNV");
    }

    [Fact]
    public async Task A_cells_secretary_is_bound_by_the_cell_in_a_year_of_results_only()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        var sheet = await _org.Get<CellReviewService>().SheetAsync(2020, "CB-VP");
        await _org.Get<CellReviewService>().EnterAsync(new("4-BB", new(2020, 12, 10), new(sheet.Own.Seen, "HTNV", null, null), []));

        sheet = await _org.Get<CellReviewService>().SheetAsync(2020, "CB-VP");
        var secretary = sheet.Members.Single(m => m.Offices.Contains(PartyPost.Secretary));
        Assert.Equal("HTNV", secretary.Advice!.Grade);
        Assert.All(sheet.Members.Where(m => m != secretary), m => Assert.DoesNotContain(m.Advice!.Objections, o => o.Code == "GradeObjection.CollectiveGrade"));
    }

    [Fact]
    public async Task What_was_decided_at_work_counts_for_the_member()
    {
        await StaffYears.OpenAsync(_org);
        await StaffYears.DecideAllAsync(_org, person => person == "CB035" ? "HTNV" : "HTTNV");
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        Assert.DoesNotContain(await ObjectionsAsync(), o => o.Code == "GradeObjection.WorkGrade"); // not before the year of staff is closed

        await _org.SignInAsync("director");
        await StaffYears.CloseAsync(_org);
        await _org.SignInAsync("partyclerk");
        Assert.Contains(await ObjectionsAsync(), o => o.Code == "GradeObjection.WorkGrade");

        async Task<IEnumerable<GradeObjection>> ObjectionsAsync() =>
            (await _org.Get<CellReviewService>().SheetAsync(2020, "CB-CN")).Members.Single(m => m.Person!.Code == "CB035").Advice!.Against("HTXSNV", Rules.ShippedRules.Of("132-2018"));
    }
}
