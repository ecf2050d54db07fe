using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding;
using OrgManager.Data.Seeding.Province;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reviews;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Tests.Seeding;

/// <summary>A made-up province is as large as asked for and obeys every rule on every day.</summary>
public class ProvinceSeederTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private TestOrg Org => province.Org;

    [Fact]
    public async Task Nothing_is_found_wrong_with_it()
    {
        var found = await Org.Get<Verifier>().VerifyAsync();
        Assert.Empty(found.Problems);
        Assert.Equal(Filling.Sample, await Org.Get<SampleFiller>().LookAsync());
    }

    [Fact]
    public async Task On_the_last_day_there_are_as_many_people_units_and_cells_as_asked_for()
    {
        var last = await Org.SnapshotAsync(SmallProvince.LastDay);
        Assert.Equal((300, 40, 30), (last.Posts.Count(), last.Units.Count(u => u.Branch == Branch.Government), last.Units.Count(u => u.Kind.Cell)));
        Assert.Single(last.Roots(Branch.Government));
        Assert.Single(last.Roots(Branch.Party));
        Assert.InRange(last.Members.Count() / 300.0, 0.6, 0.85);
    }

    [Fact]
    public async Task Nobody_is_present_without_a_post_allocated_and_nothing_is_allocated_that_is_not_assigned()
    {
        foreach (var day in Days())
            foreach (var unit in (await Org.SnapshotAsync(day)).Units)
                foreach (var category in Enum.GetValues<QuotaCategory>())
                {
                    Assert.True(unit.Present[category] <= unit.Allocated[category], $"{unit.Code} {category} {day}");
                    if (unit.Receives(category)) Assert.Equal(unit.Assigned!.Value[category], unit.AllocatesTo(category).Sum(u => u.Allocated[category]));
                }
    }

    [Fact]
    public async Task Every_member_is_in_a_cell_that_serves_the_unit()
    {
        foreach (var day in Days())
        {
            var snapshot = await Org.SnapshotAsync(day);
            var serving = snapshot.Timeline.Coverages.Where(c => c.History.On(day) is not null).Select(c => (c.UnitId, Cell: c.History.On(day)!.CellId)).ToHashSet();
            Assert.All(snapshot.Members, m => Assert.Contains((snapshot.Post(m.Person.Id)!.Unit!.Id, m.Facts.CellId), serving));
        }
    }

    [Fact]
    public async Task Reviews_are_closed_and_no_cap_is_passed()
    {
        var (cycles, reviews, rules) = await Org.Database.ReadAsync(async db =>
            (await db.Set<ReviewCycle>().ToListAsync(), await db.Set<Review>().ToListAsync(), await db.Set<RuleSet>().ToListAsync()));
        Assert.Equal([2023, 2024, 2025], cycles.Select(c => c.Year).Distinct().Order());
        foreach (var cycle in cycles)
            foreach (var subject in new[] { ReviewSubject.Member, ReviewSubject.Cell })
            {
                var counts = GradeCounts.AsProposed(subject, [.. reviews.Where(r => r.CycleId == cycle.Id)], rules.Single(r => r.Code == cycle.RuleSetCode).Facts);
                Assert.Equal((false, 0), (counts.OverCap, counts.Waiting));
            }
    }

    [Fact]
    public async Task Units_have_merged_people_have_moved_risen_and_left_and_every_change_has_its_decision()
    {
        var timeline = (await Org.SnapshotAsync(Org.Today)).Timeline;
        Assert.NotEmpty(timeline.Successions);
        Assert.Contains(timeline.Employments, e => e.EndReason == EmploymentEnd.Retirement);
        Assert.Contains(timeline.Employments, e => e.Primary.History.Select(s => s.Facts.UnitId).Distinct().Count() > 1);
        Assert.Contains(timeline.Employments, e => e.Primary.History[0].Facts.Headship == Headship.None && e.Primary.History[^1].Facts.Headship == Headship.Head);
        Assert.Contains(timeline.Employments, e => e.Primary.History.Select(s => s.Facts.Category).Distinct().Count() > 1);
        Assert.Contains(timeline.Members, m => m.Offices.Count > 0);
        Assert.Empty((await Org.Get<MissingDecisions>().ListAsync(null, new())).Rows);
    }

    [Fact]
    public async Task The_targets_are_judged_and_the_sample_accounts_sign_in()
    {
        Assert.Equal(["A", "B", "C", "D"], (await Org.Get<TargetService>().ProgressAsync(SmallProvince.LastDay)).Select(t => t.Code));
        foreach (var user in new[] { "admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self" })
            Assert.Equal(SignInOutcome.Ok, (await Org.Get<AccountService>().SignInAsync(user, AccountService.SamplePassword)).Outcome);
    }

    [Theory]
    [InlineData(300, 9, 30, 10)]
    [InlineData(30, 40, 30, 10)]
    [InlineData(300, 40, 0, 10)]
    [InlineData(300, 40, 301, 10)]
    [InlineData(300, 40, 30, 1)]
    [InlineData(2_000_000, 40, 30, 10)]
    public async Task A_size_that_cannot_be_is_refused_before_anything_is_written(int people, int units, int cells, int years)
    {
        await using var org = await TestOrg.StartAsync();
        await Refusal.IsAsync("Sample.SizeImpossible", () => org.Get<SampleFiller>().FillProvinceAsync(new(people, units, cells, years, 1), _ => { }));
        Assert.Equal(Filling.Empty, await org.Get<SampleFiller>().LookAsync());
    }

    private static IEnumerable<DateOnly> Days() =>
        Enumerable.Range(0, 11).SelectMany(year => new[] { new DateOnly(2016 + year, 1, 1), new DateOnly(2016 + year, 7, 1) }).Where(day => day <= SmallProvince.LastDay);
}
