using System.Globalization;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reports;

namespace OrgManager.Tests.Reports;

/// <summary>The quota tables of the model organisation, cell by cell, as the report gives them.</summary>
public class ModelQuotaTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant, Budget = QuotaCategory.PublicEmployeeBudget,
        Own = QuotaCategory.PublicEmployeeOwnRevenue, Contract = QuotaCategory.SupportContract;

    /// <summary>The columns: 1 January of each year, and 1 July 2020.</summary>
    private static readonly DateOnly[] Columns =
        [.. new[] { "2015-01-01", "2016-01-01", "2017-01-01", "2018-01-01", "2019-01-01", "2020-01-01", "2020-07-01", "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01", "2025-01-01" }.Select(TestDay.Of)];

    [Theory]
    [InlineData("SCT", "4 4 4 4 4 4 4 4 4 4 4 4")]
    [InlineData("VP", "10 10 10 10 9 9 9 9 9 9 9 9")]
    [InlineData("TTR", "8 8 7 7 7 7 7 7 7 7 7 7")]
    [InlineData("KHTCTH", "8 8 8 8 8 7 7 7 7 7 7 7")]
    [InlineData("QLCN", "7 7 7 7 7 7 7 7 8 8 8 8")]
    [InlineData("QLNL", "5 5 5 5 5 5 5 - - - - -")]
    [InlineData("KTATMT", "5 5 5 5 5 5 5 - - - - -")]
    [InlineData("NLATMT", "- - - - - - - 10 10 9 9 9")]
    [InlineData("QLTM", "6 6 6 6 6 6 - - - - - -")]
    [InlineData("XNK", "5 5 5 4 4 4 - - - - - -")]
    [InlineData("TM", "- - - - - - 10 10 9 9 9 9")]
    public Task Civil_servants_are_allocated_as_the_table_says(string unit, string posts) => AllocatedAsync(unit, Civil, posts);

    [Theory]
    [InlineData("KC", Budget, "9 9 9 8 8 7 7 6 4 3 0 0")]
    [InlineData("XT", Budget, "13 13 12 12 12 12 12 12 12 11 11 9")]
    [InlineData("KC", Own, "7 7 7 8 8 9 9 10 12 13 16 16")]
    [InlineData("XT", Own, "2 2 3 3 3 3 3 3 3 4 4 6")]
    [InlineData("VP", Contract, "6 6 6 5 5 5 5 4 4 4 4 4")]
    [InlineData("KC", Contract, "1 1 1 1 1 1 1 1 1 1 0 0")]
    [InlineData("XT", Contract, "1 1 1 1 1 1 1 1 1 1 1 1")]
    public Task Service_units_and_contracts_are_allocated_as_the_table_says(string unit, QuotaCategory category, string posts) => AllocatedAsync(unit, category, posts);

    [Theory]
    [InlineData(Civil, "58 58 57 56 55 54 54 54 54 53 53 53")]
    [InlineData(Budget, "22 22 21 20 20 19 19 18 16 14 11 9")]
    [InlineData(Own, "9 9 10 11 11 12 12 13 15 17 20 22")]
    [InlineData(Contract, "8 8 8 7 7 7 7 6 6 6 5 5")]
    public async Task The_sums_are_those_of_the_table_assigned_and_allocated_alike(QuotaCategory category, string sums)
    {
        Assert.Equal(sums, await RowAsync(report => Number(report.Total.Assigned[category])));
        Assert.Equal(sums, await RowAsync(report => Number(report.Total.Allocated[category])));
    }

    [Theory]
    [InlineData("SCT", Civil, "58 58 57 56 55 54 54 54 54 53 53 53")]
    [InlineData("KC", Budget, "9 9 9 8 8 7 7 6 4 3 0 0")]
    [InlineData("XT", Budget, "13 13 12 12 12 12 12 12 12 11 11 9")]
    [InlineData("KC", Own, "7 7 7 8 8 9 9 10 12 13 16 16")]
    [InlineData("XT", Own, "2 2 3 3 3 3 3 3 3 4 4 6")]
    public async Task The_department_and_its_centres_each_receive_their_own(string unit, QuotaCategory category, string posts) =>
        Assert.Equal(posts, await RowAsync(report => Of(report, unit)?.Assigned is { } assigned ? Number(assigned[category]) : "-"));

    [Fact]
    public async Task Nobody_else_receives_posts_from_above()
    {
        foreach (var day in Columns)
            Assert.Equal(["SCT", "KC", "XT"], (await ReportAsync(day)).Units.Where(u => u.Assigned is not null).Select(u => u.Code));
    }

    [Fact]
    public async Task There_are_eight_divisions_then_seven_then_six() =>
        Assert.Equal("8 8 8 8 8 8 7 6 6 6 6 6", await RowAsync(report => Number(report.Units.Count(u => u.Kind is "Division" or "Office" or "Inspectorate"))));

    [Theory]
    [InlineData("KC", "3 3 3 3 3 3 3 3 3 3 2 2")]
    [InlineData("XT", "4 4 4 4 4 4 4 4 3 3 3 3")]
    public async Task The_centres_pass_from_one_autonomy_group_to_the_next(string unit, string groups) =>
        Assert.Equal(groups, string.Join(' ', await Task.WhenAll(Columns.Select(async day => (await model.Org.SnapshotAsync(day)).Unit(unit)!.Facts.Autonomy))));

    [Theory]
    [InlineData("KC", "2024-01-01")]
    [InlineData("XT", "2022-01-01")]
    public async Task An_autonomy_group_changes_on_its_day_and_not_before(string unit, string on)
    {
        var (before, after) = ((await model.Org.SnapshotAsync(TestDay.Of(on).AddDays(-1))).Unit(unit)!, (await model.Org.SnapshotAsync(TestDay.Of(on))).Unit(unit)!);
        Assert.NotEqual(before.Facts.Autonomy, after.Facts.Autonomy);
        Assert.Equal(unit == "KC", after.Facts.IsAutonomous);
        Assert.False(before.Facts.IsAutonomous);
    }

    [Fact]
    public async Task Nothing_assigned_stays_unallocated_on_any_day_of_change()
    {
        foreach (var day in await TurnsAsync())
        {
            var snapshot = await model.Org.SnapshotAsync(day);
            foreach (var receiver in snapshot.Units.Where(u => u.Assigned is not null))
                Assert.Equal((day, receiver.Code, receiver.Assigned), (day, receiver.Code, AllocatedBy(receiver)));
        }
    }

    [Fact]
    public async Task Nobody_is_present_without_an_allocated_post_on_any_day_of_change()
    {
        foreach (var day in await TurnsAsync())
            foreach (var unit in (await model.Org.SnapshotAsync(day)).Units)
                Assert.Equal((day, unit.Code, PostCounts.None), (day, unit.Code, unit.Allocated.Over(unit.Present)));
    }

    [Fact]
    public async Task One_post_passed_from_trade_to_industry_in_2022_by_one_decision_with_two_sides()
    {
        var (on, snapshot) = (TestDay.Of("2022-01-01"), await model.Org.SnapshotAsync(TestDay.Of("2022-01-01")));
        var sides = snapshot.Timeline.Quotas.Where(q => q is { Kind: QuotaKind.Allocated, Category: Civil } && snapshot.Unit(q.UnitId)?.Code is "TM" or "QLCN")
            .Select(q => q.History.SpanOn(on)!).ToList();

        Assert.All(sides, side => Assert.Equal(on, side.From));
        Assert.NotNull(Assert.Single(sides.Select(side => side.DecisionFor(1)).Distinct()));
        Assert.Equal([9, 8], sides.Select(side => side.Facts.Posts).OrderDescending());
    }

    private async Task AllocatedAsync(string unit, QuotaCategory category, string posts) =>
        Assert.Equal(posts, await RowAsync(report => Of(report, unit) is { } row ? Number(row.Allocated[category]) : "-"));

    private async Task<string> RowAsync(Func<HeadcountReport, string> cell) =>
        string.Join(' ', (await Task.WhenAll(Columns.Select(ReportAsync))).Select(cell));

    private Task<HeadcountReport> ReportAsync(DateOnly on) => model.Org.Get<ReportService>().HeadcountAsync(on);

    private static HeadcountUnit? Of(HeadcountReport report, string unit) => report.Units.SingleOrDefault(u => u.Code == unit);

    private static string Number(int posts) => posts.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a receiver has split among itself and the units below it that receive nothing of their own.</summary>
    private static PostCounts AllocatedBy(UnitOn receiver) =>
        receiver.Children.Where(child => child.Assigned is null).Aggregate(receiver.Allocated, (sum, child) => sum + AllocatedBy(child));

    /// <summary>Every day on which a unit, a post or a person's place becomes other than it was.</summary>
    private async Task<IEnumerable<DateOnly>> TurnsAsync()
    {
        var timeline = (await model.Org.SnapshotAsync(Columns[0])).Timeline;
        var people = timeline.Employments.SelectMany(e => OrgTimeline.Turns(e.Primary.History));
        return timeline.UnitAndQuotaTurns().Concat(people).Where(day => day < Effective.Open).Distinct().Order();
    }
}
