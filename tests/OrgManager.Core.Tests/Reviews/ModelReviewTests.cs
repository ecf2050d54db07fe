using Microsoft.EntityFrameworkCore;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>The 2019 review of the model organisation, and the rule sets that are shipped.</summary>
public class ModelReviewTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task In_2019_twelve_were_excellent_sixty_good_two_completed_and_three_not_graded()
    {
        var members = (await BoardAsync()).Members;
        Assert.Equal((12, 60, 2, 0, 3, 0), (members.ByGrade["HTXSNV"], members.ByGrade["HTTNV"], members.ByGrade["HTNV"], members.ByGrade["KHTNV"], members.NotGraded, members.Waiting));
    }

    [Theory]
    [InlineData("CB-VP", 2, 8, 0, 1), InlineData("CB-TTR", 1, 5, 0, 0), InlineData("CB-KHTCTH", 2, 7, 0, 0), InlineData("CB-CN", 1, 5, 1, 0), InlineData("CB-NL", 1, 4, 0, 0)]
    [InlineData("CB-KTATMT", 0, 5, 0, 0), InlineData("CB-TM", 2, 8, 1, 0), InlineData("CB-KC", 2, 9, 0, 1), InlineData("CB-XT", 1, 9, 0, 1)]
    public async Task Every_cell_has_the_grades_the_model_gives_it(string code, int excellent, int good, int completed, int notGraded)
    {
        var cell = (await BoardAsync()).ByCell.Single(c => c.Cell.Code == code);
        Assert.Equal((excellent, good, completed, notGraded), (cell.ByGrade["HTXSNV"], cell.ByGrade["HTTNV"], cell.ByGrade["HTNV"], cell.NotGraded));
    }

    [Fact]
    public async Task The_cap_binds_at_the_grassroots_with_twelve_and_among_the_cells_with_one()
    {
        var board = await BoardAsync();
        Assert.Equal((12, false), (board.Members.Most, board.Members.OverCap));
        Assert.Equal((1, false), (board.Cells.Most, board.Cells.OverCap));
        Assert.Equal((1, 7, 1), (board.Cells.ByGrade["HTXSNV"], board.Cells.ByGrade["HTTNV"], board.Cells.ByGrade["HTNV"]));
        Assert.Equal("CB-KHTCTH", Assert.Single(board.ByCell, c => c.Grade == "HTXSNV").Cell.Code);
    }

    [Fact]
    public async Task The_year_is_closed_under_the_rules_of_2018_and_confirmed() =>
        Assert.Equal(("132-2018", true), ((await BoardAsync()).Rules.Id, (await BoardAsync()).Confirmed));

    [Fact]
    public async Task The_leaders_are_graded_above_and_nobody_is_reviewed_twice()
    {
        var reviews = await model.Org.Database.ReadAsync(db => db.Set<Review>().ToListAsync());
        var people = (await model.Org.SnapshotAsync(new(2019, 12, 31))).Timeline.People;
        Assert.Equal(["CB001", "CB002", "CB003", "CB004"], reviews.Where(r => r.DecidedAbove).Select(r => people.Find(r.PersonId!.Value)!.Code).Order(StringComparer.Ordinal));
        Assert.Equal((9, 77, 77), (reviews.Count(r => r.Subject == ReviewSubject.Cell), reviews.Count(r => r.Subject == ReviewSubject.Member), reviews.Select(r => r.PersonId).OfType<Guid>().Distinct().Count()));
        Assert.All(reviews, r => Assert.True(r.State is ReviewState.Decided or ReviewState.NotGraded));
        Assert.All(reviews.Where(r => r.ProposedGrade is not null), r => Assert.True(r.MinutesNumber is not null && r.MeetingOn is not null));
    }

    [Fact]
    public async Task Who_is_not_graded_is_exempt_or_joined_under_six_months_ago()
    {
        var reasons = await model.Org.Database.ReadAsync(db => db.Set<Review>().Where(r => r.NotGradedReason != null).Select(r => r.NotGradedReason!).ToListAsync());
        Assert.Equal(["AdmittedUnderSixMonths", "Exempt", "Exempt"], reasons.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("132-2018", "Party", true), InlineData("124-2023", "Party", true), InlineData("366-2025", "Party", false)]
    [InlineData("56-2015", "Staff", false), InlineData("90-2020", "Staff", false), InlineData("335-2025", "Staff", false)]
    public async Task Every_version_of_the_rules_is_there_with_its_grades_and_criteria(string code, string kind, bool hasMemberCap)
    {
        var rules = (await model.Org.Database.ReadAsync(db => db.Set<RuleSet>().SingleAsync(r => r.Code == code))).Facts;
        Assert.Equal((code, kind), (rules.Id, rules.Kind));
        Assert.True(rules.Grades.Count > 1 && rules.Scale.Groups.Count > 0 && rules.Basis.Count > 0 && rules.Name.Length > 0 && rules.NameEn.Length > 0);
        Assert.True(rules.ValidUntil is null || rules.ValidFrom < rules.ValidUntil);
        if (hasMemberCap) Assert.Contains(rules.Caps, c => c is { Grade: "HTXSNV", Percent: 20, Subject: null or ReviewSubject.Member });
    }

    [Fact]
    public async Task There_are_six_versions_and_the_old_grades_and_those_of_one_kind_follow_each_other()
    {
        var all = await model.Org.Database.ReadAsync(db => db.Set<RuleSet>().ToListAsync());
        Assert.Equal((7, "27-2014"), (all.Count, Assert.Single(all, r => r.Facts.RecordsOnly).Code));
        foreach (var kind in all.GroupBy(r => r.Facts.Kind))
            foreach (var (before, after) in kind.OrderBy(r => r.Facts.ValidFrom).Zip(kind.OrderBy(r => r.Facts.ValidFrom).Skip(1)))
                Assert.True(before.Facts.ValidUntil <= after.Facts.ValidFrom, $"{before.Code} reaches into {after.Code}");
    }

    [Fact]
    public async Task A_year_without_a_review_has_no_board() => Assert.Empty((await model.Org.Get<ReviewCycleService>().BoardsAsync(2018)).Boards);

    private async Task<ReviewBoard> BoardAsync() => Assert.Single((await model.Org.Get<ReviewCycleService>().BoardsAsync(2019)).Boards);
}
