using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Staff;

namespace OrgManager.Tests.Reports;

/// <summary>Who was present on the day of the article, and the few who were not.</summary>
public class ModelPresentTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly October = new(2019, 10, 21);

    [Fact]
    public async Task Eighty_nine_people_are_present()
    {
        var present = (await ReportAsync(October)).Total.Present;
        Assert.Equal((new PostCounts(53, 19, 10, 7), 89), (present, present.Total));
    }

    [Theory]
    [InlineData("SCT", 4, 0, 0, 0), InlineData("VP", 9, 0, 0, 5), InlineData("TTR", 6, 0, 0, 0), InlineData("KHTCTH", 8, 0, 0, 0)]
    [InlineData("QLCN", 6, 0, 0, 0), InlineData("QLNL", 5, 0, 0, 0), InlineData("KTATMT", 5, 0, 0, 0), InlineData("QLTM", 6, 0, 0, 0)]
    [InlineData("XNK", 4, 0, 0, 0), InlineData("KC", 0, 8, 7, 1), InlineData("XT", 0, 11, 3, 1), InlineData("KC-HC", 0, 0, 0, 0)]
    public async Task Every_unit_has_those_the_model_gives_it(string unit, int civil, int budget, int own, int contract) =>
        Assert.Equal(new PostCounts(civil, budget, own, contract), (await ReportAsync(October)).Units.Single(u => u.Code == unit).Present);

    [Fact]
    public async Task Four_posts_are_not_used_and_none_is_used_twice()
    {
        var units = (await ReportAsync(October)).Units;
        var unused = units.Select(u => (u.Code, Left: u.Allocated.Left(u.Present))).Where(u => u.Left.Total > 0).ToDictionary(u => u.Code, u => u.Left);

        Assert.Equal(
            new() { ["TTR"] = new(1, 0, 0, 0), ["QLCN"] = new(1, 0, 0, 0), ["XT"] = new(0, 1, 0, 0), ["KC"] = new(0, 0, 1, 0) },
            unused);
    }

    [Fact]
    public async Task The_offices_contracts_are_two_drivers_two_guards_and_one_service()
    {
        var posts = (await RosterAsync(new(October, "VP", QuotaCategory.SupportContract))).Rows.Select(r => r.Post);
        Assert.Equal(["Bảo vệ", "Bảo vệ", "Lái xe", "Lái xe", "Tạp vụ"], posts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Seventy_seven_of_them_are_party_members()
    {
        Assert.Equal(77, (await RosterAsync(new(October, PartyMember: true))).Total);
        Assert.Equal(12, (await RosterAsync(new(October, PartyMember: false))).Total);
        Assert.Equal(89, (await RosterAsync(new(October))).Total);
    }

    [Theory]
    [InlineData("2020-01-01", "KHTCTH", "Đỗ Thị Kim Tường")]
    [InlineData("2020-07-01", "XNK", "Khổng Văn Trấn")]
    [InlineData("2021-07-01", "KHTCTH", "Ngọ Văn Sính")]
    [InlineData("2024-01-01", "KC", "Hoàng Văn Đậu")]
    public async Task Who_retires_or_whose_contract_ends_is_there_on_the_last_day_and_not_after(string on, string unit, string person)
    {
        var (before, after) = (await model.Org.SnapshotAsync(TestDay.Of(on).AddDays(-1)), await model.Org.SnapshotAsync(TestDay.Of(on)));
        var post = Assert.Single(before.Posts, p => p.Person.FullName == person);
        Assert.Equal(unit, post.Unit!.Code);
        Assert.DoesNotContain(after.Posts, p => p.Person.FullName == person);
    }

    [Theory]
    [InlineData("KC", "2020:1 2021:1 2022:2 2023:1 2024:3")]
    [InlineData("XT", "2025:2")]
    public async Task People_pass_to_own_revenue_at_the_same_desk_in_their_years(string unit, string years)
    {
        var timeline = (await model.Org.SnapshotAsync(October)).Timeline;
        var passed =
            from employment in timeline.Employments
            from pair in employment.Primary.History.Zip(employment.Primary.History.Skip(1))
            where (pair.First.Facts.Category, pair.Second.Facts.Category) == (QuotaCategory.PublicEmployeeBudget, QuotaCategory.PublicEmployeeOwnRevenue)
            select pair;

        Assert.All(passed, pair => Assert.Equal(pair.First.Facts with { Category = pair.Second.Facts.Category }, pair.Second.Facts));
        Assert.All(passed, pair => Assert.NotNull(pair.Second.DecisionFor((int)AssignmentFields.Category)));
        Assert.Equal(years, string.Join(' ', passed.Where(p => timeline.Units.Find(p.Second.Facts.UnitId)!.Code == unit)
            .GroupBy(p => p.Second.From).OrderBy(day => day.Key).Select(day => $"{day.Key.Year}:{day.Count()}")));
        Assert.All(passed, pair => Assert.Equal((1, 1), (pair.Second.From.Month, pair.Second.From.Day)));
    }

    [Fact]
    public async Task Before_the_first_day_there_is_nobody_and_nothing()
    {
        var report = await ReportAsync(new(2014, 12, 31));
        Assert.Empty(report.Units);
        Assert.Equal((PostCounts.None, PostCounts.None, PostCounts.None), (report.Total.Assigned, report.Total.Allocated, report.Total.Present));
    }

    [Fact]
    public async Task The_tree_says_the_same_as_the_report()
    {
        var (tree, report) = (await model.Org.Get<OrganisationService>().TreeAsync(October), await ReportAsync(October));
        Assert.Equal(report.Units.Select(u => (u.Code, u.Present)), tree.Government.Select(r => (r.Code, r.Posts!.OwnPresent)));
        Assert.Equal(report.Total.Present, tree.Government[0].Posts!.Present);
        Assert.Equal((report.Total.Assigned, report.Total.Allocated, report.Total.Present), (tree.Totals.Assigned, tree.Totals.Allocated, tree.Totals.Present));
        Assert.Equal((9, 75, 2), (tree.Totals.Cells, tree.Totals.Official!.Value, tree.Totals.Probationary!.Value));
    }

    private Task<HeadcountReport> ReportAsync(DateOnly on) => model.Org.Get<ReportService>().HeadcountAsync(on);

    private Task<Roster> RosterAsync(RosterQuery query) => model.Org.Get<RosterService>().ListAsync(query, new(Take: 100));
}
