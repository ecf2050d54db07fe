using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;
using OrgManager.Staff;

namespace OrgManager.Tests.Reviews.Staff;

/// <summary>A year of staff: drawn up from who is in post, proposed unit by unit, decided by the head of the organisation, closed as any year is.</summary>
public class StaffYearTests : IAsyncLifetime
{
    private static readonly DateOnly List = new(2020, 12, 1), Closed = new(2020, 12, 28);
    private TestOrg _org = null!;

    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("director");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Whoever_is_in_post_at_the_end_of_the_year_is_reviewed_but_for_contracts()
    {
        var posts = await _org.Database.ReadAsync(async db => db.Timeline.On(List).Subtree(await _org.UnitIdAsync("SCT")).SelectMany(u => u.Posts).ToList());
        var preview = await Cycles.PreviewAsync(await OrderAsync("90-2020"));

        Assert.Equal((ReviewSubject.Staff, posts.Count, 0), (preview.Subject, preview.Members, preview.Collectives));
        Assert.Equal(("Contract", RollEntry.NotReviewed, posts.Count(p => p.Facts.Category == QuotaCategory.SupportContract)), Assert.Single(preview.Reasons, r => r.Of == ReviewSubject.Staff) is var r ? (r.Code, r.Entry, r.Count) : default);
        Assert.Equal(posts.Count(p => p is { Unit.Parent: null, Facts.Headship: not Headship.None }) + 1, preview.DecidedAbove);
        Assert.All(preview.Rows.Where(row => row.Subject == ReviewSubject.Staff), row => Assert.NotNull(row.Person));
    }

    [Theory]
    [InlineData("90-2020", RollEntry.NotGraded), InlineData("335-2025", RollEntry.Graded), InlineData("56-2015", RollEntry.Graded)]
    public async Task Who_began_in_September_is_reviewed_and_by_the_rules_of_2020_not_graded(string rules, RollEntry entry)
    {
        var preview = await Cycles.PreviewAsync(await OrderAsync(rules) with { Year = 2016, On = new(2016, 12, 1) }); // CB013 is there since 1 September 2016
        Assert.Equal(entry == RollEntry.Graded ? [] : [entry], preview.Rows.Where(r => r.Person?.Code == "CB013").Select(r => r.Entry));
    }

    [Fact]
    public async Task A_year_of_staff_stands_beside_the_partys_year_and_neither_shows_the_other()
    {
        var board = await StaffYears.OpenAsync(_org);
        Assert.Equal(("SCT", ReviewSubject.Staff, CycleMode.ResultsOnly), (board.Committee.Code, board.Subject, board.Mode));
        Assert.Equal(["SCT", "VP", "TTR"], board.ByCell.Take(3).Select(c => c.Cell.Code));
        Assert.Equal(board.Sums.Members, board.ByCell.Sum(c => c.Members));
        await Refusal.IsAsync("ReviewCycle.Exists", async () => await Cycles.OrderAsync(await OrderAsync("335-2025")));

        await _org.SignInAsync("partyclerk");
        await Cycles.OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", List);
        Assert.Equal("DB-SCT", Assert.Single((await Cycles.BoardsAsync(2020)).Boards).Committee.Code);
        Assert.Empty((await Cycles.StaffBoardsAsync(2020)).Boards);
        await Assert.ThrowsAsync<AccessDeniedException>(() => StaffYears.SheetAsync(_org, "QLCN"));
    }

    [Fact]
    public async Task Only_who_heads_the_organisation_opens_a_year_and_of_the_whole_alone()
    {
        await Refusal.IsAsync("ReviewCycle.NobodyToReview", async () => await Cycles.OpenAsync(2020, await _org.UnitIdAsync("QLCN"), "90-2020", List));
        await Refusal.IsAsync("ReviewCycle.StaffResultsOnly", async () => await Cycles.OrderAsync(await OrderAsync("90-2020") with { Mode = CycleMode.FullFile }));
        foreach (var user in new[] { "unithead", "partyclerk", "hr", "inspector" })
        {
            await _org.SignInAsync(user);
            await Assert.ThrowsAsync<AccessDeniedException>(async () => await Cycles.OrderAsync(await OrderAsync("90-2020")));
        }
    }

    [Fact]
    public async Task Who_heads_a_unit_proposes_for_its_people_and_the_level_above_for_the_head()
    {
        await StaffYears.OpenAsync(_org);
        await _org.SignInAsync("unithead"); // CB033, head of QLCN
        var waiting = Assert.Single((await _org.Get<ReviewWaitService>().WaitingAsync()).Staff);
        Assert.Equal((2020, "QLCN", (await StaffYears.SheetAsync(_org, "QLCN")).Members.Count(m => m is { IsOwn: false, NotGraded: null })), (waiting.Year, waiting.Unit.Code, waiting.Count));
        await StaffYears.ProposeAsync(_org, "QLCN", "CB035", "HTTNV");
        Assert.Equal(waiting.Count - 1, Assert.Single((await _org.Get<ReviewWaitService>().WaitingAsync()).Staff).Count);
        Assert.Equal("HTTNV", (await StaffYears.RowAsync(_org, "QLCN", "CB035")).Proposed);
        var own = await StaffYears.RowAsync(_org, "QLCN", "CB033");
        Assert.Equal((true, false), (own.IsOwn, own.MayEnter));
        await Assert.ThrowsAsync<AccessDeniedException>(() => StaffYears.ProposeAsync(_org, "QLCN", "CB033", "HTXSNV"));
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Sheets.DecideAsync([new((await StaffYears.RowAsync(_org, "QLCN", "CB035")).Seen, "HTXSNV")]));
        await Assert.ThrowsAsync<AccessDeniedException>(() => StaffYears.SheetAsync(_org, "QLTM"));

        await _org.SignInAsync("director");
        await StaffYears.ProposeAsync(_org, "QLCN", "CB033", "HTTNV");
        await Sheets.DecideAsync([new((await StaffYears.RowAsync(_org, "QLCN", "CB035")).Seen, "HTXSNV")]);
        Assert.Equal(("HTTNV", "HTXSNV"), ((await StaffYears.RowAsync(_org, "QLCN", "CB033")).Proposed, (await StaffYears.RowAsync(_org, "QLCN", "CB035")).Grade));
    }

    [Fact]
    public async Task Who_is_no_member_too_is_told_the_own_grade_at_work_once_the_year_is_closed()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("ngoai-dang", AccountService.SamplePassword, Role.Self, Person: "CB071"));
        await StaffYears.OpenAsync(_org);
        await StaffYears.DecideAllAsync(_org, _ => "HTTNV");
        Assert.Equal((2020, ReviewSubject.Staff, null), await OwnAsync());

        await _org.SignInAsync("director");
        await StaffYears.CloseAsync(_org);
        Assert.Equal((2020, ReviewSubject.Staff, "HTTNV"), await OwnAsync());

        async Task<(int, ReviewSubject, string?)> OwnAsync()
        {
            await _org.SignInAsync("ngoai-dang");
            var own = Assert.Single(await _org.Get<ReviewFileService>().MineAsync());
            return (own.Year, own.Subject, own.Grade);
        }
    }

    [Fact]
    public async Task Nobody_grades_themselves_at_work_and_who_heads_the_whole_is_graded_above()
    {
        var board = await StaffYears.OpenAsync(_org); // as CB001, the director
        await Assert.ThrowsAsync<AccessDeniedException>(() => StaffYears.ProposeAsync(_org, "SCT", "CB001", "HTXSNV"));
        await StaffYears.ProposeAsync(_org, "SCT", "CB002", "HTXSNV");
        await Refusal.IsAsync("Review.DecidedAbove", async () => await Sheets.DecideAsync([new((await StaffYears.RowAsync(_org, "SCT", "CB002")).Seen, "HTXSNV")]));

        var awaited = await Cycles.AwaitedAsync(board.Cycle.Id);
        await Refusal.IsAsync("Review.OwnGrade", () => Cycles.ArriveAsync(board.Cycle.Id, [new(awaited.Single(a => a.IsOwn).Review, "HTXSNV")], Closed));
        await Cycles.ArriveAsync(board.Cycle.Id, [new(awaited.Single(a => a.Person?.Code == "CB002").Review, "HTTNV")], Closed);
        Assert.Equal("HTTNV", (await StaffYears.RowAsync(_org, "SCT", "CB002")).Grade);
        var arrived = (await Cycles.AwaitedAsync(board.Cycle.Id)).Single(a => a.Person?.Code == "CB002");
        await Cycles.ArriveAsync(board.Cycle.Id, [new(arrived.Review, "HTXSNV")], Closed); // entered wrongly, mended while the year is open
        Assert.Equal("HTXSNV", (await StaffYears.RowAsync(_org, "SCT", "CB002")).Grade);
    }

    [Fact]
    public async Task A_year_of_staff_is_closed_with_a_hash_and_opened_again()
    {
        var board = await StaffYears.OpenAsync(_org);
        await Refusal.IsAsync("ReviewCycle.ReviewsOpen", () => Cycles.CloseAsync(board.Cycle, Closed));
        await StaffYears.DecideAllAsync(_org, _ => "HTTNV");
        await Cycles.CloseAsync((await StaffYears.BoardAsync(_org)).Cycle, Closed);

        board = await StaffYears.BoardAsync(_org);
        var closing = Assert.Single(board.Closings);
        Assert.Equal((64, board.Members.ByGrade["HTTNV"], false), (closing.Figures.Hash.Length, closing.Figures.Counts.Single(c => c.Subject == ReviewSubject.Staff).ByGrade["HTTNV"], board.Confirmed));
        await Refusal.IsAsync("ReviewCycle.Closed", () => StaffYears.ProposeAsync(_org, "QLCN", "CB035", "HTNV"));
        await Cycles.ReopenAsync(board.Cycle, "Có khiếu nại");
        Assert.NotNull((await StaffYears.BoardAsync(_org)).Closings[0].ReopenedOn);
    }

    [Theory]
    [InlineData("90-2020", 0, true), InlineData("56-2015", 0, false)]
    public async Task The_cap_binds_over_the_whole_organisation_where_the_rules_have_one(string rules, int good, bool over)
    {
        await StaffYears.OpenAsync(_org, rules);
        await StaffYears.ProposeAsync(_org, "QLCN", "CB035", "HTXSNV");
        var members = (await StaffYears.BoardAsync(_org)).Members;
        Assert.Equal((good, over), (members.ByGrade["HTTNV"], members.OverCap));
    }

    [Fact]
    public async Task Four_good_of_twenty_percent_allow_nobody_and_five_allow_one()
    {
        await StaffYears.OpenAsync(_org);
        var (sheet, other) = (await StaffYears.SheetAsync(_org, "VP"), await StaffYears.SheetAsync(_org, "TTR"));
        var rows = sheet.Members.Concat(other.Members).Where(m => m is { NotGraded: null, DecidedAbove: false }).ToList();
        await Sheets.EnterAsync(new("4-BB", new(2020, 12, 10), null, [.. rows.Take(4).Select(m => new MemberEntry(m.Seen, "HTTNV", null, null))]));
        Assert.Equal(0, (await StaffYears.BoardAsync(_org)).Members.Most);
        await Sheets.EnterAsync(new("4-BB", new(2020, 12, 10), null, [new(rows[4].Seen, "HTTNV", null, null)]));
        Assert.Equal(1, (await StaffYears.BoardAsync(_org)).Members.Most);
    }

    [Fact]
    public async Task Two_years_not_completing_at_work_are_told_to_who_keeps_the_staff()
    {
        foreach (var year in new[] { 2024, 2025 })
        {
            await StaffYears.OpenAsync(_org, year: year);
            await StaffYears.DecideAllAsync(_org, person => person == "CB035" ? "KHTNV" : "HTTNV", year);
            await StaffYears.CloseAsync(_org, year);
        }
        await _org.SignInAsync("hr");
        var notice = Assert.Single(await _org.Get<ReviewNoticeService>().ListAsync());
        Assert.Equal(("CB035", 2025, ReviewSubject.Staff), (notice.Person.Code, notice.LastYear, notice.Rule.Of));
        Assert.Contains("thôi việc", notice.Rule.Article, StringComparison.Ordinal);
        await _org.SignInAsync("partyclerk");
        Assert.Empty(await _org.Get<ReviewNoticeService>().ListAsync());
    }

    [Fact]
    public async Task The_figures_of_a_year_of_staff_stand_unit_by_unit_and_open_the_people_behind_them()
    {
        var board = await StaffYears.OpenAsync(_org);
        await StaffYears.DecideAllAsync(_org, person => person == "CB035" ? "HTXSNV" : "HTTNV");
        var figures = await _org.Get<ReviewStatisticsService>().OfStaffAsync(2020);
        Assert.Equal((ReviewSubject.Staff, board.Sums.Members, 1), (figures.Subject, figures.Members.All, figures.Members.ByGrade["HTXSNV"]));
        Assert.Equal("QLCN", figures.Dimensions.Single(d => d.By == TallyBy.Cell).Groups!.Single(g => g.Tally.ByGrade.ContainsKey("HTXSNV")).Key);
        Assert.DoesNotContain(figures.Dimensions, d => d.By is TallyBy.Office or TallyBy.PartyAge);
        Assert.Equal("CB035", Assert.Single((await _org.Get<ReviewStatisticsService>().StaffAsync(2020, new(Grade: "HTXSNV"))).Rows).Person.Code);
        await _org.SignInAsync("partyclerk");
        Assert.Null((await _org.Get<ReviewStatisticsService>().OfStaffAsync(2020)).Rules);
        Assert.DoesNotContain((await _org.Get<ReviewStatisticsService>().OfYearAsync(2019)).Years, y => y.Year == 2020);
    }

    private async Task<CycleOrder> OrderAsync(string rules) => new(2020, await _org.UnitIdAsync("SCT"), rules, List);
}
