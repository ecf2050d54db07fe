using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Jobs;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>A committee's year: drawn up, opened, followed, closed with its figures frozen, opened again.</summary>
public class ReviewCycleServiceTests : IAsyncLifetime
{
    private static readonly DateOnly List = new(2020, 12, 1), Closed = new(2020, 12, 28);
    private TestOrg _org = null!;
    private Guid _committee;
    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _committee = await _org.UnitIdAsync("DB-SCT");
        await _org.SignInAsync("partyclerk");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Before_a_year_is_opened_it_is_told_who_is_not_graded_and_why()
    {
        var preview = await Cycles.PreviewAsync(Order(2018, "132-2018", new(2019, 10, 21)));

        Assert.Equal((9, 77, 0, false), (preview.Cells, preview.Members, preview.Collectives, preview.IsLarge));
        Assert.Equal(("DB-SCT", 0), (Assert.Single(preview.Committees).Code, preview.Open.Count));
        Assert.Equal([("AdmittedUnderSixMonths", RollEntry.NotGraded, 1), ("Exempt", RollEntry.NotReviewed, 2)],
            preview.Reasons.Where(r => r.Of == ReviewSubject.Member).OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => (r.Code, r.Entry, r.Count)));
        Assert.Equal(4, preview.Rows.Count(r => r.DecidedAbove));
        Assert.All(preview.Rows.Where(r => r.Subject == ReviewSubject.Member), r => Assert.NotNull(r.Person));
        Assert.Equal("DB-SCT", Assert.Single((await Cycles.PreviewAsync(Order(2019, "132-2018", new(2019, 12, 1)))).Open).Code);
    }

    [Fact]
    public async Task Under_the_rules_of_2023_who_was_admitted_lately_is_not_reviewed() =>
        Assert.Equal([RollEntry.NotReviewed], (await Cycles.PreviewAsync(Order(2018, "124-2023", new(2019, 10, 21)))).Reasons.Where(r => r.Code == "AdmittedUnderSixMonths").Select(r => r.Entry));

    [Fact]
    public async Task A_small_year_is_open_at_once_with_its_mode_and_deadlines()
    {
        Assert.True(await Cycles.OrderAsync(Order(2020, "132-2018", List) with { Deadlines = new(null, new(2020, 12, 15), new(2020, 12, 31)) }));

        var board = await BoardAsync();
        Assert.Equal((CycleMode.ResultsOnly, new DateOnly(2020, 12, 15), 9), (board.Mode, board.Deadlines?.Meeting, board.Sums.Of(BoardState.NotBegun)));
        await Refusal.IsAsync("ReviewCycle.Exists", () => Cycles.OrderAsync(Order(2020, "132-2018", List)));
        await Refusal.IsAsync("ReviewCycle.DeadlinesOutOfOrder", () => Cycles.OrderAsync(Order(2021, "132-2018", List) with { Deadlines = new(null, new(2020, 12, 31), new(2020, 12, 15)) }));
        await Refusal.IsAsync("RuleSet.RecordsOnly", () => Cycles.OrderAsync(Order(2017, "27-2014", List)));
    }

    [Fact]
    public async Task A_large_year_is_opened_by_a_job_as_its_owner()
    {
        var job = new CycleJob(_org.Database);
        var told = new List<JobProgress>();
        Assert.Equal("2020", await job.RunAsync(CycleJob.Input(Order(2020, "132-2018", List)), new Told(told), default));

        Assert.Equal((84, 168), (told[^1].Done, told[^1].Total));
        Assert.Equal(75, (await BoardAsync()).Sums.Members);
        await _org.SignInAsync("cell1");
        await Assert.ThrowsAsync<AccessDeniedException>(() => job.RunAsync(CycleJob.Input(Order(2021, "132-2018", List)), new Told(told), default));
    }

    [Fact]
    public async Task Collectives_are_reviewed_where_it_is_asked_and_wait_for_whoever_stands_above_them()
    {
        await Cycles.OrderAsync(Order(2020, "132-2018", List) with { Collectives = true });
        var collectives = await _org.Database.ReadAsync(db => db.Set<Review>().Where(r => r.Subject == ReviewSubject.Collective).ToListAsync());
        Assert.Contains(collectives, r => r.CellId == _committee);
        Assert.Equal(5, collectives.Count);
        Assert.All(collectives, r => Assert.Equal((true, ReviewState.AwaitingAbove), (r.DecidedAbove, r.State)));
        Assert.Equal(collectives.Count, (await BoardAsync()).Collectives?.Waiting);
    }

    [Fact]
    public async Task The_board_tells_what_each_cell_lacks_and_who_is_late()
    {
        await Cycles.OrderAsync(Order(2020, "132-2018", List) with { Deadlines = new(null, new(2020, 12, 15), new(2020, 12, 31)) });
        await EnterAsync("CB-TM", all: false);
        await EnterAsync("CB-NL", all: true);

        var board = await BoardAsync();
        Assert.Equal((7, 1, 1, 0), (board.Sums.Of(BoardState.NotBegun), board.Sums.Of(BoardState.Underway), board.Sums.Of(BoardState.Proposed), board.Sums.Of(BoardState.Decided)));
        Assert.Equal((BoardState.Underway, 1), (Cell(board, "CB-TM").State, Cell(board, "CB-TM").Entered));
        Assert.All(board.ByCell, c => Assert.True(c.IsLate)); // decided by the end of 2020, it is 2026
        Assert.Equal(BoardState.Proposed, Assert.Single((await Cycles.BoardsAsync(2020, new(State: BoardState.Proposed))).Boards[0].ByCell).State);
        Assert.Equal(["CB-NL"], (await Cycles.BoardsAsync(2020, new(Search: "nang luong"))).Boards.SelectMany(b => b.ByCell).Select(c => c.Cell.Code));
    }

    [Fact]
    public async Task Where_full_files_are_kept_a_cell_is_late_too_whose_members_have_not_reviewed_themselves()
    {
        await Cycles.OrderAsync(Order(2025, "132-2018", new(2025, 12, 1)) with { Mode = CycleMode.FullFile, Deadlines = new(_org.Today, _org.Today.AddDays(10), _org.Today.AddDays(20)) });
        Assert.Equal(0, (await YearAsync()).Sums.Late);
        _org.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((await YearAsync()).Sums.Cells, (await YearAsync()).Sums.Late);

        var sheet = await Sheets.SheetAsync(2025, "CB-TM");
        foreach (var member in sheet.Members.Where(m => m is { NotGraded: null, IsOwn: false })) await FullFiles.SubmitAsync(_org, "partyclerk", member.Person!.Code, 2025);

        var board = await YearAsync();
        Assert.Equal((false, board.Sums.Cells - 1), (Cell(board, "CB-TM").IsLate, board.Sums.Late));

        async Task<ReviewBoard> YearAsync() => Assert.Single((await Cycles.BoardsAsync(2025)).Boards);
    }

    [Fact]
    public async Task The_secretary_of_the_committee_and_the_deputy_are_graded_above_whatever_they_are_at_work()
    {
        _org.Actor = Actor.System;
        var (party, person) = (_org.Get<PartyService>(), await _org.PersonIdAsync("CB035"));
        await party.GiveOfficeAsync((await party.MemberOnAsync(person, List)).Seen, _committee, new(PartyPost.DeputySecretary, OfficeBasis.Elected), List);
        await _org.SignInAsync("partyclerk");

        var preview = await Cycles.PreviewAsync(Order(2020, "132-2018", List));

        Assert.Contains("CB035", preview.Rows.Where(r => r.DecidedAbove).Select(r => r.Person?.Code));
        Assert.Equal(5, preview.DecidedAbove);
    }

    [Fact]
    public async Task A_page_of_cells_is_shown_and_the_sums_are_of_all()
    {
        var years = await Cycles.BoardsAsync(2019, new(Skip: 2, Take: 3));
        Assert.Equal((9, 3, 9, 77), (years.Total, years.Boards[0].ByCell.Count, years.Boards[0].Sums.Cells, years.Boards[0].Sums.Members));
        Assert.Equal((await Cycles.BoardsAsync(2019)).Boards[0].ByCell.Skip(2).Take(3).Select(c => c.Cell.Code), years.Boards[0].ByCell.Select(c => c.Cell.Code));
    }

    [Fact]
    public async Task What_keeps_a_year_open_is_said_with_its_place()
    {
        await Cycles.OpenAsync(2020, _committee, "132-2018", List);
        await _org.SignInAsync("secretary");
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(async () => await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed));
        Assert.Equal(("ReviewCycle.ReviewsOpen", 80), (refused.Code, refused.Args[0]));
        Assert.Contains("Chi bộ", $"{refused.Args[1]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_freezes_the_figures_with_a_hash_and_reopening_keeps_both()
    {
        await DecideAllAsync();
        await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed);
        var first = Assert.Single((await BoardAsync()).Closings);
        Assert.Equal((1, 64, 71), (first.Number, first.Figures.Hash.Length, first.Figures.Counts.Single(c => c.Subject == ReviewSubject.Member).ByGrade["HTTNV"]));

        await Cycles.ReopenAsync((await BoardAsync()).Cycle, "Chi bộ đề nghị xem lại");
        var row = (await Sheets.SheetAsync(2020, "CB-TM")).Members.First(m => m is { IsOwn: false, Grade: "HTTNV" });
        await Sheets.DecideAsync([new(row.Seen, "HTNV") { Remark = "Nghỉ dài ngày" }]);
        await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed);

        var closings = (await BoardAsync()).Closings;
        Assert.Equal(("Chi bộ đề nghị xem lại", (string?)null), (closings[0].ReopenReason, closings[1].ReopenReason));
        Assert.NotEqual(closings[0].Figures.Hash, closings[1].Figures.Hash);
        Assert.Equal(first.Figures.Hash, closings[0].Figures.Hash);
    }

    [Fact]
    public async Task The_same_results_have_the_same_hash_in_whatever_order_they_come()
    {
        var results = await _org.Database.ReadAsync(db => db.Set<Review>().Select(r => new FrozenResult(r.Subject, r.CellId, r.PersonId, r.Grade, r.NotGradedReason)).ToListAsync());
        var closing = Assert.Single((await Cycles.BoardsAsync(2019)).Boards[0].Closings);
        Assert.Equal(closing.Figures.Hash, FrozenFigures.Of(results).Hash);
        Assert.Equal(closing.Figures.Hash, FrozenFigures.Of(results.AsEnumerable().Reverse()).Hash);
        Assert.NotEqual(closing.Figures.Hash, FrozenFigures.Of([results[0] with { Grade = results[0].Grade == "HTNV" ? "HTTNV" : "HTNV" }, .. results.Skip(1)]).Hash);
    }

    [Fact]
    public async Task Grades_from_above_arrive_after_the_closing_and_make_the_figures_confirmed()
    {
        await DecideAllAsync();
        await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed);
        var board = await BoardAsync();
        Assert.Equal((false, 4), (board.Confirmed, board.Sums.Waiting));

        await _org.SignInAsync("partyclerk");
        var waiting = await Cycles.AwaitedAsync(board.Cycle.Id);
        await Cycles.ArriveAsync(board.Cycle.Id, [.. waiting.Select(w => new GradeDecided(w.Review, "HTTNV"))], new(2021, 1, 20));

        board = await BoardAsync();
        Assert.Equal((true, 0, 2), (board.Confirmed, board.Sums.Waiting, board.Closings.Count));
        Assert.Equal((true, 75), (board.Closings[1].IsSupplement, board.Closings[1].Figures.Counts.Single(c => c.Subject == ReviewSubject.Member).ByGrade["HTTNV"]));
        await Assert.ThrowsAsync<ConflictException>(() => Cycles.ArriveAsync(board.Cycle.Id, [new(waiting[0].Review, "HTNV")], Closed));
        var decided = (await Sheets.SheetAsync(2020, "CB-TM")).Members.First(m => !m.DecidedAbove);
        await Refusal.IsAsync("Review.NotAwaited", () => Cycles.ArriveAsync(board.Cycle.Id, [new(decided.Seen, "HTNV")], Closed));
    }

    [Fact]
    public async Task The_board_tells_of_grades_from_above_also_when_they_have_come_so_that_a_wrong_one_is_mended()
    {
        await DecideAllAsync();
        await _org.SignInAsync("partyclerk");
        var board = await BoardAsync();
        await Cycles.ArriveAsync(board.Cycle.Id, [.. (await Cycles.AwaitedAsync(board.Cycle.Id)).Select(w => new GradeDecided(w.Review, "HTTNV"))], Closed);

        board = await BoardAsync();
        Assert.Equal((0, 4), (board.Sums.Waiting, board.Sums.Above));
        await Cycles.ArriveAsync(board.Cycle.Id, [new((await Cycles.AwaitedAsync(board.Cycle.Id))[0].Review, "HTNV")], Closed);
        Assert.Equal((1, 3), ((await BoardAsync()).Members.ByGrade["HTNV"], (await Cycles.AwaitedAsync(board.Cycle.Id)).Count(w => w.Grade == "HTTNV")));
    }

    [Fact]
    public async Task Nobody_enters_the_own_grade_from_above()
    {
        await DecideAllAsync();
        await _org.SignInAsync("admin");
        await _org.Get<UserService>().LinkAsync("partyclerk", "CB002");
        await _org.SignInAsync("partyclerk");
        var own = Assert.Single(await Cycles.AwaitedAsync((await BoardAsync()).Cycle.Id), r => r.IsOwn);
        await Refusal.IsAsync("Review.OwnGrade", async () => await Cycles.ArriveAsync((await BoardAsync()).Cycle.Id, [new(own.Review, "HTXSNV")], Closed));
    }

    [Fact]
    public async Task A_cell_where_everybody_is_excellent_is_answered_before_the_year_is_closed()
    {
        await DecideAllAsync("CB-KC");
        var board = await BoardAsync();
        Assert.Equal((1, true), (board.Sums.AllExcellent, Cell(board, "CB-KC").AllExcellent));

        await Refusal.IsAsync("ReviewCycle.RemarkMissing", () => Cycles.CloseAsync(board.Cycle, Closed));
        await Cycles.CloseAsync(board.Cycle, Closed, remark: "Đã kiểm tra từng trường hợp");
        Assert.Equal("Đã kiểm tra từng trường hợp", Assert.Single((await BoardAsync()).Closings).Remark);
    }

    [Fact]
    public async Task A_cap_that_blocks_keeps_the_year_open()
    {
        await _org.SignInAsync("admin");
        var rules = _org.Get<RuleSetService>();
        await rules.CopyAsync("132-2018", "132-CHAN", "Chặn", "Blocks");
        var copy = await rules.GetAsync("132-CHAN");
        await rules.ChangeAsync(copy.Seen, copy.Facts with { Caps = [.. copy.Facts.Caps.Select(c => c with { Mode = "Block", Percent = 1 })] });
        await DecideAllAsync("CB-KC", "132-CHAN");
        await Refusal.IsAsync("ReviewCycle.OverCap", async () => await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed, remark: "Vẫn chốt"));
    }

    [Theory]
    [InlineData(12, "HTTNV", 12, false), InlineData(13, "HTTNV", 12, true), InlineData(14, "HTTNV+HTXSNV", 14, false), InlineData(15, "HTTNV+HTXSNV", 15, false)]
    public void Of_77_with_60_good_the_cap_is_12_and_14_if_the_excellent_count_too(int excellent, string inBase, int most, bool over)
    {
        var rules = Rules.ShippedRules.Of("132-2018");
        rules = rules with { Caps = [rules.Caps[0] with { Base = inBase.Split('+') }] };
        var counts = GradeTally.Decided(ReviewSubject.Member, [Tally("HTTNV", 60), Tally("HTXSNV", excellent), Tally("HTNV", 2), new(default, default, ReviewSubject.Member, ReviewState.NotGraded, null, null, 3)], rules);
        Assert.Equal((most, over, 3), (counts.Most, counts.OverCap, counts.NotGraded));
    }

    [Theory]
    [InlineData("HTTNV", 60, 12, 12, false), InlineData("HTTNV", 59, 13, 11, true)]
    [InlineData("HTTNV+HTXSNV", 60, 12, 14, false), InlineData("HTTNV+HTXSNV", 58, 14, 14, false), InlineData("HTTNV+HTXSNV", 57, 15, 14, true)]
    public void Of_77_who_stay_77_each_one_more_excellent_is_one_fewer_good(string inBase, int good, int excellent, int most, bool over)
    {
        var rules = Rules.ShippedRules.Of("132-2018");
        rules = rules with { Caps = [rules.Caps[0] with { Base = inBase.Split('+') }] };
        var before = GradeTally.Decided(ReviewSubject.Member, [Tally("HTTNV", 60), Tally("HTXSNV", 12), Tally("HTNV", 2), new(default, default, ReviewSubject.Member, ReviewState.NotGraded, null, null, 3)], rules);
        var counts = before.With(Enumerable.Repeat(((string?)"HTTNV", (string?)"HTXSNV"), 60 - good), rules);
        Assert.Equal((good, excellent, most, over, 77), (counts.ByGrade["HTTNV"], counts.ByGrade["HTXSNV"], counts.Most, counts.OverCap, counts.ByGrade.Values.Sum() + counts.NotGraded));
    }

    private static GradeTally Tally(string grade, int count) => new(default, default, ReviewSubject.Member, ReviewState.Decided, grade, grade, count);

    private CycleOrder Order(int year, string rules, DateOnly on) => new(year, _committee, rules, on);

    private async Task<ReviewBoard> BoardAsync() => Assert.Single((await Cycles.BoardsAsync(2020)).Boards);

    private static BoardCell Cell(ReviewBoard board, string code) => board.ByCell.Single(c => c.Cell.Code == code);

    private async Task EnterAsync(string cell, bool all)
    {
        var sheet = await Sheets.SheetAsync(2020, cell);
        var rows = sheet.Members.Where(m => m.NotGraded is null).Take(all ? int.MaxValue : 1);
        await Sheets.EnterAsync(new("5-BB/CB", new(2020, 12, 3), all ? new(sheet.Own.Seen, "HTTNV", null, null) : null, [.. rows.Select(m => new MemberEntry(m.Seen, "HTTNV", null, null))]));
    }

    /// <summary>Everybody is good, in one cell everybody is excellent; the leaders wait for above. Ends as the committee's secretary.</summary>
    private async Task DecideAllAsync(string? excellent = null, string rules = "132-2018")
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OpenAsync(2020, _committee, rules, List);
        await _org.SignInAsync("secretary");
        foreach (var cell in (await BoardAsync()).ByCell)
        {
            var sheet = await Sheets.SheetAsync(2020, cell.Cell.Code);
            await Sheets.DecideAsync([new(sheet.Own.Seen, "HTTNV"), .. sheet.Members.Where(m => m is { DecidedAbove: false, NotGraded: null }).Select(m => new GradeDecided(m.Seen, cell.Cell.Code == excellent ? "HTXSNV" : "HTTNV"))]);
        }
    }

    private sealed class Told(List<JobProgress> told) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => told.Add(value);
    }

    [Fact]
    public void A_year_that_is_being_opened_stands_in_the_way_of_the_same_committees_same_year_alone()
    {
        CycleOrder order = new(2025, Guid.CreateVersion7(), "132-2018", new(2025, 12, 1));
        var input = CycleJob.Input(order);

        Assert.True(CycleJob.Opens(input, order with { RuleSetCode = "366-2025", On = new(2025, 12, 2) }));
        Assert.False(CycleJob.Opens(input, order with { Year = 2024 }));
        Assert.False(CycleJob.Opens(input, order with { CommitteeId = Guid.CreateVersion7() }));
    }
}
