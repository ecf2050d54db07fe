using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>A year of reviews kept as results only: opened, entered by cell, decided, closed and opened again.</summary>
public class CellReviewServiceTests : IAsyncLifetime
{
    private static readonly DateOnly Met = new(2020, 12, 3);
    private TestOrg _org = null!;
    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_cell_tells_its_years_with_its_own_grade_to_who_sees_its_reviews()
    {
        await _org.SignInAsync("cell1");
        var year = Assert.Single(await Sheets.YearsAsync("CB-VP"));
        Assert.Equal((2019, "132-2018", true), (year.Year, year.Rules.Id, year.ClosedOn is not null && year.Grade is not null));
        Assert.Empty(await Sheets.YearsAsync("CB-TM"));
        Assert.Empty(await Sheets.YearsAsync("CB-KHONG-CO"));
    }

    [Fact]
    public async Task The_year_2019_stands_as_it_was_decided()
    {
        await _org.SignInAsync("secretary");

        var board = Assert.Single((await Cycles.BoardsAsync(2019)).Boards);

        Assert.Equal((12, 60, 2, 3, 12), (board.Members.ByGrade["HTXSNV"], board.Members.ByGrade["HTTNV"], board.Members.ByGrade["HTNV"], board.Members.NotGraded, board.Members.Most));
        Assert.Equal((1, 7, 1, 1), (board.Cells.ByGrade["HTXSNV"], board.Cells.ByGrade["HTTNV"], board.Cells.ByGrade["HTNV"], board.Cells.Most));
        Assert.True(board is { Confirmed: true, ByCell.Count: 9 });
    }

    [Fact]
    public async Task A_sheet_lists_the_committee_of_the_cell_first_and_what_each_got()
    {
        await _org.SignInAsync("partyclerk");

        var sheet = await Sheets.SheetAsync(2019, "CB-TM");

        Assert.Equal((11, 11, "Đàm Thị Ngọc Nhàn"), (sheet.Members.Count, sheet.Called.Official, sheet.Members[0].Person!.FullName));
        Assert.Equal([PartyPost.Secretary], sheet.Members[0].Offices);
        Assert.Equal((2, 8, 1), (sheet.Members.Count(m => m.Grade == "HTXSNV"), sheet.Members.Count(m => m.Grade == "HTTNV"), sheet.Members.Count(m => m.Grade == "HTNV")));
        Assert.Equal((12, 12, false, false), (sheet.AllMembers.ByGrade["HTXSNV"], sheet.AllMembers.Most, sheet.MayEnter, sheet.MayDecide));
    }

    [Fact]
    public async Task A_year_is_opened_for_every_member_and_cell_of_that_day_once()
    {
        await OpenAsync();

        var board = Assert.Single((await Cycles.BoardsAsync(2020)).Boards);
        Assert.Equal((9, 75, 0), (board.ByCell.Count, board.ByCell.Sum(c => c.Members), board.Members.NotGraded));
        Assert.Equal(4, (await SheetsOfAllAsync(board)).SelectMany(s => s.Members).Count(m => m.State == ReviewState.AwaitingAbove));
        await Refusal.IsAsync("ReviewCycle.Exists", OpenAsync);
    }

    [Fact]
    public async Task Who_is_exempt_or_admitted_for_under_six_months_is_left_ungraded_with_the_reason()
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OpenAsync(2018, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2019, 10, 21));

        Assert.Equal(3, Assert.Single((await Cycles.BoardsAsync(2018)).Boards).Members.NotGraded);
        Assert.Equal(["AdmittedUnderSixMonths"], (await Sheets.SheetAsync(2018, "CB-XT")).Members.Select(m => m.NotGraded).OfType<string>());
    }

    [Fact]
    public async Task What_the_minutes_say_is_entered_and_entered_again_while_the_year_is_open()
    {
        await OpenAsync();
        var sheet = await Sheets.SheetAsync(2020, "CB-TM");

        await EnterAsync(sheet, "HTXSNV", new(10, 10, 10, 0, new Dictionary<string, int> { ["HTXSNV"] = 9, ["HTTNV"] = 1 }));
        sheet = await Sheets.SheetAsync(2020, "CB-TM");
        Assert.Equal(("HTXSNV", 9, "5-BB/CB", Met), (sheet.Members[1].Proposed, sheet.Members[1].Ballot!.ByGrade["HTXSNV"], sheet.MinutesNumber, sheet.MeetingOn));

        await EnterAsync(sheet, "HTTNV", null);
        Assert.Equal(("HTTNV", ReviewState.Proposed), ((await Sheets.SheetAsync(2020, "CB-TM")).Members[1] is var row ? row.Proposed : null, row!.State));
    }

    [Fact]
    public async Task Of_how_many_votes_are_counted_is_told_by_the_day_of_the_meeting_and_by_who_came()
    {
        await OpenAsync();
        var sheet = await Sheets.SheetAsync(2020, "CB-TM");
        var party = _org.Get<PartyService>();
        await party.SetParticipationAsync((await party.MemberOnAsync(await _org.PersonIdAsync(sheet.Members[2].Person!.Code), Met)).Seen, Participation.Exempt, Met.AddDays(7));
        var (met, later) = ((await Sheets.CalledAsync("CB-TM", Met)).Convened(null), (await Sheets.CalledAsync("CB-TM", Met.AddDays(7))).Convened(null));
        Assert.Equal((met - 1, later), (later, (await Sheets.SheetAsync(2020, "CB-TM")).Called.Convened(null)));

        await EnterAsync(sheet, "HTTNV", new(later, met, met, 0, new Dictionary<string, int> { ["HTTNV"] = met }));
        Assert.Equal(met, (await Sheets.SheetAsync(2020, "CB-TM")).Members[1].Ballot!.Convened);

        sheet = await Sheets.SheetAsync(2020, "CB-TM");
        await Sheets.EnterAsync(new("5-BB/CB", Met, null, [new(sheet.Members[1].Seen, "HTTNV", null, new(met, met - 2, met - 2, 0, new Dictionary<string, int> { ["HTTNV"] = met - 2 }))]) { Attendance = new(met - 2, 0, Away: 2) });
        Assert.Equal(met - 2, (await Sheets.SheetAsync(2020, "CB-TM")).Members[1].Ballot!.Convened);
    }

    [Fact]
    public async Task Votes_that_do_not_add_up_minutes_without_a_number_and_unknown_grades_are_refused()
    {
        await OpenAsync();
        var sheet = await Sheets.SheetAsync(2020, "CB-TM");

        await Refusal.IsAsync("Ballot.DoesNotAddUp", () => EnterAsync(sheet, "HTXSNV", new(11, 11, 11, 0, new Dictionary<string, int> { ["HTXSNV"] = 12 })));
        await Refusal.IsAsync("RuleSet.GradeUnknown", () => EnterAsync(sheet, "GIOI", null));
        await Refusal.IsAsync("RuleSet.ReasonUnknown", () => Sheets.EnterAsync(new("5-BB/CB", Met, null, [new(sheet.Members[1].Seen, null, "Bận", null)])));
        await Refusal.IsAsync("Review.MinutesTooLong", () => Sheets.EnterAsync(new(new('5', 61), Met, null, [new(sheet.Members[1].Seen, "HTTNV", null, null)])));
        await Refusal.IsAsync("Review.MinutesMissing", () => Sheets.EnterAsync(new("", null, null, [new(sheet.Members[1].Seen, "HTTNV", null, null)])));
    }

    [Fact]
    public async Task Two_who_enter_the_same_member_do_not_overwrite_each_other()
    {
        await OpenAsync();
        var sheet = await Sheets.SheetAsync(2020, "CB-TM");
        await EnterAsync(sheet, "HTTNV", null);

        await Assert.ThrowsAsync<ConflictException>(() => EnterAsync(sheet, "HTXSNV", null));
    }

    [Fact]
    public async Task One_excellent_too_many_is_a_finding_and_no_block()
    {
        await _org.SignInAsync("secretary");
        await ReopenAsync();
        var sheet = await Sheets.SheetAsync(2019, "CB-TM");
        var good = sheet.Members.First(m => m is { Grade: "HTTNV", IsOwn: false });

        await Sheets.DecideAsync([new(good.Seen, "HTXSNV")]);

        var members = Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Members;
        Assert.Equal((13, 59, 11, true), (members.ByGrade["HTXSNV"], members.ByGrade["HTTNV"], members.Most, members.OverCap));
    }

    [Fact]
    public async Task Another_grade_proposed_after_the_decision_counts_in_what_is_expected_and_the_decision_stands()
    {
        await _org.SignInAsync("secretary");
        await ReopenAsync();
        await _org.SignInAsync("partyclerk");
        var before = await Sheets.SheetAsync(2019, "CB-TM");
        var good = before.Members.First(m => m.Grade == "HTTNV");

        await Sheets.EnterAsync(new(before.MinutesNumber!, before.MeetingOn, null, [new(good.Seen, "HTXSNV", null, null)]));

        var sheet = await Sheets.SheetAsync(2019, "CB-TM");
        var row = sheet.Members.Single(m => m.Seen.Id == good.Seen.Id);
        Assert.Equal(("HTXSNV", "HTTNV", true, "HTXSNV"), (row.Proposed, row.Grade, row.HasNewerProposal, row.Expected));
        Assert.Equal((13, 11, 12, 12), (sheet.AllMembers.ByGrade["HTXSNV"], sheet.AllMembers.Most, sheet.DecidedMembers.ByGrade["HTXSNV"], sheet.DecidedMembers.Most));
        Assert.Equal(1, Assert.Single((await Cycles.BoardsAsync(2019)).Boards).NewerProposals);
    }

    [Fact]
    public async Task A_grade_decided_again_goes_before_the_proposal_and_closing_keeps_what_was_decided()
    {
        await _org.SignInAsync("secretary");
        await ReopenAsync();
        var sheet = await Sheets.SheetAsync(2019, "CB-TM");
        var good = sheet.Members.Where(m => m.Grade == "HTTNV").Take(2).ToList();
        await _org.SignInAsync("partyclerk");
        await Sheets.EnterAsync(new(sheet.MinutesNumber!, sheet.MeetingOn, null, [.. good.Select(m => new MemberEntry(m.Seen, "HTXSNV", null, null))]));
        await _org.SignInAsync("secretary");

        await Sheets.DecideAsync([new((await RowAsync(good[0])).Seen, "HTNV")]);
        Assert.Equal(("HTNV", false), (await RowAsync(good[0]) is var again ? again.Expected : null, again!.HasNewerProposal));
        await Cycles.CloseAsync(Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Cycle, Met, remark: "Đã xem lại");

        Assert.Equal(("HTXSNV", "HTTNV", "HTTNV"), (await RowAsync(good[1]) is var kept ? kept.Proposed : null, kept!.Grade, kept.Expected));
        Assert.True(Assert.Single((await Cycles.BoardsAsync(2019)).Boards) is { Confirmed: true, NewerProposals: 0 });

        async Task<ReviewRow> RowAsync(ReviewRow member) => (await Sheets.SheetAsync(2019, "CB-TM")).Members.Single(m => m.Seen.Id == member.Seen.Id);
    }

    [Fact]
    public async Task A_jump_of_two_grades_is_decided_with_a_remark_that_is_kept()
    {
        await OpenAsync();
        await _org.SignInAsync("secretary");
        var row = (await Sheets.SheetAsync(2020, "CB-TM")).Members.First(m => m is { LastYear: "HTXSNV", IsOwn: false });

        Assert.Contains(row.Person!.FullName, (await Assert.ThrowsAsync<RuleBrokenException>(() => Sheets.DecideAsync([new(row.Seen, "HTNV")]))).Args);
        await Refusal.IsAsync("Review.RemarkMissing", () => Sheets.DecideAsync([new(row.Seen, "HTNV") { Remark = " " }]));
        await Sheets.DecideAsync([new(row.Seen, "HTTNV")]);
        await Sheets.DecideAsync([new((await RowAsync()).Seen, "HTNV") { Remark = "Nghỉ dài ngày trong năm" }]);

        Assert.Equal(("HTNV", "Nghỉ dài ngày trong năm"), await RowAsync() is var again ? (again.Grade, again.Remark) : default);
        await Sheets.DecideAsync([new((await RowAsync()).Seen, null)]);
        Assert.Equal((null, null), await RowAsync() is var open ? (open.Grade, open.Remark) : default);

        async Task<ReviewRow> RowAsync() => (await Sheets.SheetAsync(2020, "CB-TM")).Members.Single(m => m.Seen.Id == row.Seen.Id);
    }

    [Fact]
    public async Task Remedies_left_open_in_a_year_that_was_kept_whole_ask_for_a_remark_too()
    {
        await FullFiles.OpenAsync(_org, 2024);
        await FullFiles.SubmitAsync(_org, "partyclerk", "CB050", 2024);
        await Cycles.OpenAsync(2025, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2025, 12, 1));
        await _org.SignInAsync("secretary");
        var row = (await Sheets.SheetAsync(2025, "CB-TM")).Members.Single(m => m.Person!.Code == "CB050");

        Assert.Equal(1, row.OpenRemedies);
        await Refusal.IsAsync("Review.RemarkMissing", () => Sheets.DecideAsync([new(row.Seen, "HTTNV")]));
        await Sheets.DecideAsync([new(row.Seen, "HTTNV") { Remark = "Đã nhắc trong cuộc họp" }]);
    }

    [Fact]
    public async Task Nobody_decides_on_themselves()
    {
        await _org.SignInAsync("secretary");
        await ReopenAsync();
        var own = (await Sheets.SheetAsync(2019, "CB-VP")).Members.Single(m => m.IsOwn);

        await Refusal.IsAsync("Review.OwnGrade", () => Sheets.DecideAsync([new(own.Seen, "HTXSNV")]));
    }

    [Fact]
    public async Task A_closed_year_is_entered_no_more_until_it_is_opened_again_with_a_reason()
    {
        await _org.SignInAsync("partyclerk");
        var sheet = await Sheets.SheetAsync(2019, "CB-TM");
        await Refusal.IsAsync("ReviewCycle.Closed", () => EnterAsync(sheet, "HTTNV", null));

        await _org.SignInAsync("secretary");
        var cycle = Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Cycle;
        await Refusal.IsAsync("History.ReasonMissing", () => Cycles.ReopenAsync(cycle, " "));
        await ReopenAsync();
        await Refusal.IsAsync("ReviewCycle.IsOpen", ReopenAsync);
        Assert.False(Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Confirmed);
    }

    [Fact]
    public async Task A_year_with_open_reviews_is_not_closed()
    {
        await OpenAsync();
        await _org.SignInAsync("secretary");

        await Refusal.IsAsync("ReviewCycle.ReviewsOpen", async () => await Cycles.CloseAsync(Assert.Single((await Cycles.BoardsAsync(2020)).Boards).Cycle, Met));
    }

    [Fact]
    public async Task A_cell_secretary_sees_and_enters_the_own_cell_and_no_other()
    {
        await OpenAsync();
        await _org.SignInAsync("cell1");

        Assert.Equal("CB-VP", Assert.Single(Assert.Single((await Cycles.BoardsAsync(2020)).Boards).ByCell).Cell.Code);
        Assert.True((await Sheets.SheetAsync(2020, "CB-VP")).MayEnter);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Sheets.SheetAsync(2020, "CB-TM"));
        foreach (var other in new[] { "hr", "self" })
        {
            await _org.SignInAsync(other);
            Assert.Empty((await Cycles.BoardsAsync(2020)).Boards);
        }
    }

    private async Task OpenAsync()
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
    }

    private async Task ReopenAsync() => await Cycles.ReopenAsync(Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Cycle, "Chi bộ đề nghị xem lại");

    private Task EnterAsync(CellReview sheet, string grade, Ballot? ballot) => Sheets.EnterAsync(new("5-BB/CB", Met, new(sheet.Own.Seen, sheet.Own.Proposed, null, null), [new(sheet.Members[1].Seen, grade, null, ballot)]));

    private async Task<List<CellReview>> SheetsOfAllAsync(ReviewBoard board)
    {
        var sheets = new List<CellReview>();
        foreach (var cell in board.ByCell) sheets.Add(await Sheets.SheetAsync(board.Year, cell.Cell.Code));
        return sheets;
    }
}
