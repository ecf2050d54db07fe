using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Staff;

namespace OrgManager.Tests.Reports;

/// <summary>What is known to happen to units, posts and targets.</summary>
public class AheadServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private AheadService Ahead => _org.Get<AheadService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("director");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_merger_ahead_is_told_with_its_decision_and_the_target_it_moves()
    {
        var lines = (await Ahead.ListAsync(new(2020, 12, 31))).Lines;

        var merger = lines.Single(l => l.Kind == AheadKind.Merge);
        Assert.Equal((new DateOnly(2021, 1, 1), "KTATMT, QLNL", "NLATMT"), (merger.On, string.Join(", ", merger.Units.Select(u => u.Code).Order(StringComparer.Ordinal)), merger.Becomes.Single().Code));
        Assert.NotNull(merger.Decision);
        var target = merger.Targets.Single(t => t.After.Code == "A");
        Assert.Equal((12.5m, 25m), (target.Before.ProgressPercent, target.After.ProgressPercent));
        Assert.DoesNotContain(lines, l => l.Kind is AheadKind.Founded or AheadKind.Ended);
    }

    [Fact]
    public async Task Posts_assigned_otherwise_move_the_target_that_counts_them()
    {
        var posts = (await Ahead.ListAsync(new(2020, 12, 31))).Lines.Where(l => l.Kind == AheadKind.Assigned && l.On == new DateOnly(2021, 1, 1)).ToList();

        var promotion = posts.Single(l => l.Units[0].Code == "KC").Posts!.Value;
        Assert.Equal((7, 6, 9, 10), (promotion.Before.PublicEmployeeBudget, promotion.After.PublicEmployeeBudget, promotion.Before.PublicEmployeeOwnRevenue, promotion.After.PublicEmployeeOwnRevenue));
        var target = Assert.Single(posts.Single(l => l.Units[0].Code == "KC").Targets);
        Assert.Equal("B", target.After.Code);
        Assert.Equal((8.75m, 10m), (target.Before.ProgressPercent, target.After.ProgressPercent));
    }

    [Fact]
    public async Task A_surplus_of_deputies_is_told_when_it_begins_and_when_it_ends()
    {
        var surplus = (await Ahead.ListAsync(new(2020, 12, 31))).Lines.Where(l => l.Kind is AheadKind.Surplus or AheadKind.SurplusEnds).Select(l => (l.On, l.Kind, l.Units[0].Code, l.Count));

        Assert.Equal([(new DateOnly(2021, 1, 1), AheadKind.Surplus, "NLATMT", 1), (new(2021, 7, 1), AheadKind.SurplusEnds, "NLATMT", 0)], surplus);
    }

    [Fact]
    public async Task A_post_left_is_vacant_unless_somebody_is_known_to_follow()
    {
        var day = _org.Today.AddMonths(2);
        await _org.SignInAsync("hr");
        var staff = _org.Get<StaffService>();
        await staff.EndAsync([(await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB033"), _org.Today)).Seen], day, EmploymentEnd.Resignation);

        var vacancy = Assert.Single((await Ahead.ListAsync(_org.Today)).Lines, l => l.Kind == AheadKind.Vacancy && l.On == day);
        Assert.Equal(("QLCN", "Trưởng phòng", Headship.Head, 1), (vacancy.Units[0].Code, vacancy.Post, vacancy.Headship, vacancy.Count));

        var deputy = (await _org.Get<RosterService>().ListAsync(new(_org.Today, "QLCN"), new(Take: 50))).Rows.First(r => r.Code != "CB033");
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(await _org.PersonIdAsync(deputy.Code), _org.Today)).Seen, new() { Leads = (Headship.Head, 1) })], day);
        Assert.DoesNotContain((await Ahead.ListAsync(_org.Today)).Lines, l => l.Kind == AheadKind.Vacancy && l.Headship == Headship.Head);
    }

    [Fact]
    public async Task A_head_of_unit_hears_of_vacancies_and_posts_of_the_own_unit_alone_but_of_every_unit_s_fate()
    {
        await _org.SignInAsync("unithead");

        var lines = (await Ahead.ListAsync(new(2020, 12, 31))).Lines;

        Assert.Contains(lines, l => l.Kind == AheadKind.Merge);
        Assert.All(lines.Where(l => l.Kind is AheadKind.Vacancy or AheadKind.Assigned or AheadKind.Allocated or AheadKind.Surplus), l => Assert.Equal("QLCN", l.Units[0].Code));
    }

    [Fact]
    public async Task Whole_days_are_told_until_there_is_enough_and_that_there_is_more()
    {
        var (some, all) = (await Ahead.ListAsync(new(2020, 12, 31), most: 1), await Ahead.ListAsync(new(2020, 12, 31), most: 100));

        Assert.True(some is { More: true, Lines.Count: > 0 });
        Assert.Equal(new DateOnly(2021, 1, 1), some.Lines.Select(l => l.On).Distinct().Single());
        Assert.False(all.More);
    }
}
