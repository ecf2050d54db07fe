using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>Taking over a year that was decided on paper.</summary>
public class ReviewServiceTests : IAsyncLifetime
{
    private static readonly DateOnly Met = new(2024, 12, 10), Closed = new(2025, 1, 10);
    private TestOrg _org = null!;
    private Guid _committee, _cell, _person;
    private ReviewService Reviews => _org.Get<ReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        (_committee, _cell, _person) = (await _org.UnitIdAsync("DB-SCT"), await _org.UnitIdAsync("CB-CN"), await _org.PersonIdAsync("CB036"));
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_year_is_taken_over_once_for_one_set_of_rules()
    {
        await TakeOverAsync(2024, "124-2023");
        await Refusal.IsAsync("ReviewCycle.Exists", () => TakeOverAsync(2024, "124-2023"));
        var board = await BoardAsync();
        Assert.Equal((1, true, "124-2023"), (board.Members.ByGrade["HTTNV"], board.Confirmed, board.Rules.Id));
    }

    [Fact]
    public async Task Rules_and_grades_must_be_known()
    {
        await Refusal.IsAsync("RuleSet.Unknown", () => TakeOverAsync(2024, "999"));
        await Refusal.IsAsync("RuleSet.GradeUnknown", () => TakeOverAsync(2024, "124-2023", new(_person, "HTTNV", "A+", null, false)));
        await Refusal.IsAsync("RuleSet.GradeUnknown", () => TakeOverAsync(2024, "124-2023", new(_person, "A+", "HTTNV", null, false)));
    }

    [Fact]
    public Task A_member_without_a_result_keeps_the_year_open() =>
        Refusal.IsAsync("ReviewCycle.ReviewsOpen", () => TakeOverAsync(2024, "124-2023", new(_person, "HTTNV", null, null, false)));

    [Fact]
    public async Task Results_are_of_cells_of_the_committee_and_of_their_members_on_the_day_they_met()
    {
        var (unit, stranger) = (await _org.UnitIdAsync("QLCN"), await _org.PersonIdAsync("CB008"));
        await Refusal.IsAsync("Review.NotACell", () => Reviews.TakeOverAsync(2024, _committee, "124-2023", [new(unit, "HTTNV", "9-BB", Met, [])], Closed));
        await Refusal.IsAsync("Review.NotACell", () => Reviews.TakeOverAsync(2024, _committee, "124-2023", [new(_committee, "HTTNV", "9-BB", Met, [])], Closed));
        await Refusal.IsAsync("Review.NotAMember", () => TakeOverAsync(2024, "124-2023", new(stranger, "HTTNV", "HTTNV", null, false)));
    }

    [Fact]
    public async Task Nobody_decides_on_themselves()
    {
        var (cell, own) = (await _org.UnitIdAsync("CB-VP"), await _org.PersonIdAsync("CB001"));
        await _org.SignInAsync("secretary");
        await Refusal.IsAsync("Review.OwnGrade", () => Reviews.TakeOverAsync(2024, _committee, "124-2023", [new(cell, "HTTNV", "9-BB", Met, [new(own, "HTTNV", "HTTNV", null, false)])], Closed));
        await Reviews.TakeOverAsync(2024, _committee, "124-2023", [new(cell, "HTTNV", "9-BB", Met, [new(own, "HTTNV", null, null, true)])], Closed);
    }

    [Fact]
    public async Task Rules_whose_code_is_taken_are_refused()
    {
        var known = await _org.Database.ReadAsync(db => Task.FromResult(db.Set<RuleSet>().First().Facts));
        await Refusal.IsAsync("Database.Refused", () => Reviews.DefineRulesAsync([known]));
    }

    [Fact]
    public async Task Grades_still_to_come_from_above_make_the_figures_provisional()
    {
        await TakeOverAsync(2024, "124-2023", new(_person, "HTTNV", null, null, true));
        var board = await BoardAsync();
        Assert.Equal((false, 1), (board.Confirmed, board.Members.Waiting));
    }

    [Fact]
    public async Task More_excellent_ones_than_the_cap_are_taken_over_and_told()
    {
        await TakeOverAsync(2024, "124-2023", new(_person, "HTXSNV", "HTXSNV", null, false));
        Assert.Equal((0, true), ((await BoardAsync()).Members.Most, (await BoardAsync()).Members.OverCap));
    }

    [Fact]
    public async Task A_refused_year_leaves_nothing_behind()
    {
        await Refusal.IsAsync("ReviewCycle.ReviewsOpen", () => TakeOverAsync(2024, "124-2023", new(_person, "HTTNV", null, null, false)));
        await TakeOverAsync(2024, "124-2023");
    }

    private async Task<ReviewBoard> BoardAsync() => Assert.Single((await _org.Get<ReviewCycleService>().BoardsAsync(2024)).Boards);

    private Task TakeOverAsync(int year, string rules, MemberResult? result = null) => Reviews.TakeOverAsync(
        year, _committee, rules, [new(_cell, "HTTNV", "9-BB", Met, [result ?? new(_person, "HTTNV", "HTTNV", null, false)])], Closed);
}
