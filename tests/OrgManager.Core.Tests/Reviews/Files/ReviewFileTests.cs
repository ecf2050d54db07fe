using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>One full file from hand to hand.</summary>
public class ReviewFileTests : IAsyncLifetime
{
    private const string Member = "CB035", Cell = "CB-CN";
    private TestOrg _org = null!;

    private ReviewFileService Files => _org.Get<ReviewFileService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_file_goes_through_every_hand_with_a_return_and_a_complaint_and_keeps_both_decisions()
    {
        await CommentAsync("Làm việc tốt", "HTTNV");
        await FullFiles.SubmitAsync(_org, "self", Member);
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Return, "Bổ sung phần nguyên nhân");
        await FullFiles.SubmitAsync(_org, "self", Member);
        await _org.SignInAsync("partyclerk");
        await Files.HearAsync((await FileAsync()).Seen, "Chi ủy nơi cư trú", "Chấp hành tốt");
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Gather);
        await FullFiles.EnterAsync(_org, Member, Cell, "HTTNV", comment: "Gương mẫu");
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Propose);
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Verify);
        await FullFiles.DecideAsync(_org, Member, Cell, "HTNV");
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Notify);
        await FullFiles.MoveAsync(_org, "self", Member, ReviewAct.Complain, "Đề nghị xem lại");
        await FullFiles.DecideAsync(_org, Member, Cell, "HTTNV", "Đồng ý với đề nghị của đảng viên");
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Notify);
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Archive);

        var file = await FileAsync();
        Assert.Equal((ReviewStep.Archived, "HTTNV", "HTTNV"), (file.Step, file.Outcome!.Grade, file.Comment!.WorkGrade));
        Assert.Equal(["HTNV", "HTTNV"], file.Outcome.Decisions.Select(d => d.Grade));
        Assert.Equal(("Gương mẫu", "Chi ủy nơi cư trú"), (file.Outcome.CellComment!.Text, Assert.Single(file.Outcome.Opinions).From));
        Assert.Equal(
            [ReviewAct.Comment, ReviewAct.Submit, ReviewAct.Return, ReviewAct.Submit, ReviewAct.Gather, ReviewAct.Record, ReviewAct.Propose, ReviewAct.Verify, ReviewAct.Decide, ReviewAct.Notify, ReviewAct.Complain, ReviewAct.Decide, ReviewAct.Notify, ReviewAct.Archive],
            file.Moves.Select(m => m.Act));
        Assert.All(file.Moves, m => Assert.True(m.By.By.Length > 0 && m.By.AtUtc > default(DateTime)));
        Assert.Equal("Bổ sung phần nguyên nhân", file.Moves[2].Remark);
    }

    [Fact]
    public async Task Nothing_is_done_out_of_turn_and_what_asks_for_a_reason_is_not_done_without()
    {
        await _org.SignInAsync("partyclerk");
        var file = await FileAsync();
        await Refusal.IsAsync("ReviewFile.NotNow", () => Files.MoveAsync([file.Seen], ReviewAct.Verify));
        await Refusal.IsAsync("ReviewFile.NotNow", () => FullFiles.EnterAsync(_org, Member, Cell, "HTTNV"));
        await Refusal.IsAsync("History.ReasonMissing", () => Files.MoveAsync([file.Seen], ReviewAct.PassOver));
        await FullFiles.SubmitAsync(_org, "self", Member);
        await Refusal.IsAsync("History.ReasonMissing", () => FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Return));
        await Refusal.IsAsync("ReviewFile.NotNow", () => FullFiles.DecideAsync(_org, Member, Cell, "HTTNV"));
    }

    [Fact]
    public async Task Nobody_moves_their_own_review_beyond_the_self_review_so_a_secretarys_goes_to_the_level_above()
    {
        await FullFiles.SubmitAsync(_org, "cell1", "CB005");
        await Refusal.IsAsync("ReviewFile.OwnMove", () => FullFiles.MoveAsync(_org, "cell1", "CB005", ReviewAct.Gather));
        await FullFiles.MoveAsync(_org, "partyclerk", "CB005", ReviewAct.Gather);
        await _org.SignInAsync("cell1");
        await Refusal.IsAsync("ReviewFile.OwnMove", () => FullFiles.EnterAsync(_org, "CB005", "CB-VP", "HTXSNV"));
        await _org.SignInAsync("partyclerk");
        await FullFiles.EnterAsync(_org, "CB005", "CB-VP", "HTTNV");
        await _org.SignInAsync("cell1");
        await Refusal.IsAsync("ReviewFile.OwnMove", async () => await Files.ProposeAsync([(await FileAsync("CB005")).Seen]));
        await FullFiles.MoveAsync(_org, "partyclerk", "CB005", ReviewAct.Propose);
        Assert.Equal(ReviewStep.Verification, (await FileAsync("CB005")).Step);
    }

    [Fact]
    public async Task The_subject_is_told_what_others_say_only_once_it_is_notified()
    {
        await CommentAsync("Làm việc tốt", "HTTNV");
        await FullFiles.ProposeAsync(_org, Member, Cell, "HTTNV");
        await FullFiles.DecideAsync(_org, Member, Cell, "HTTNV");
        await _org.SignInAsync("self");
        var before = await FileAsync();
        Assert.Null(before.Outcome);
        Assert.Equal("Làm việc tốt", before.Comment!.Text);
        Assert.Null(Assert.Single(await Files.MineAsync(), r => r.Year == FullFiles.Year).Grade);

        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Notify);

        await _org.SignInAsync("self");
        Assert.Equal("HTTNV", (await FileAsync()).Outcome!.Grade);
        Assert.Equal("HTTNV", Assert.Single(await Files.MineAsync(), r => r.Year == FullFiles.Year).Grade);
    }

    [Fact]
    public async Task A_jump_of_two_grades_is_decided_only_with_a_remark()
    {
        await GradeLastYearAsync("HTNV");
        await FullFiles.ProposeAsync(_org, Member, Cell, "HTXSNV");
        await _org.SignInAsync("partyclerk");
        Assert.Equal([ReviewConcern.Jump], (await FileAsync()).Concerns.Where(c => c == ReviewConcern.Jump));

        await Refusal.IsAsync("Review.RemarkMissing", () => FullFiles.DecideAsync(_org, Member, Cell, "HTXSNV"));
        await FullFiles.DecideAsync(_org, Member, Cell, "HTXSNV", "Có sáng kiến cấp tỉnh");

        Assert.Equal(("HTXSNV", "Có sáng kiến cấp tỉnh"), (await FileAsync()).Outcome!.Decisions.Select(d => (d.Grade, d.Remark)).Single());
    }

    [Fact]
    public async Task What_is_decided_is_opened_again_with_a_reason_and_stays_in_the_file()
    {
        await FullFiles.ProposeAsync(_org, Member, Cell, "HTTNV");
        await FullFiles.DecideAsync(_org, Member, Cell, "HTTNV");
        await Refusal.IsAsync("ReviewFile.ReopenIt", async () => await _org.Get<CellReviewService>().DecideAsync([new((await _org.Get<CellReviewService>().SheetAsync(FullFiles.Year, Cell)).Members.Single(m => m.Person!.Code == Member).Seen, null)]));

        await Files.ReconsiderAsync([(await FileAsync()).Seen], ReviewAct.Reopen, "Có đơn tố cáo");

        var file = await FileAsync();
        Assert.Equal((ReviewStep.Decision, ReviewState.Proposed, null, "HTTNV"), (file.Step, file.State, file.Outcome!.Grade, Assert.Single(file.Outcome.Decisions).Grade));
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_and_nothing_is_overwritten()
    {
        await FullFiles.SubmitAsync(_org, "self", Member);
        await _org.SignInAsync("partyclerk");
        var seen = (await FileAsync()).Seen;
        await Files.HearAsync(seen, "Công đoàn", "Tốt");

        await Assert.ThrowsAsync<ConflictException>(() => Files.HearAsync(seen, "Đoàn thanh niên", "Tốt"));
        Assert.Single((await FileAsync()).Outcome!.Opinions);
    }

    [Fact]
    public async Task Another_persons_file_is_in_the_read_log_and_the_own_is_not()
    {
        await _org.SignInAsync("partyclerk");
        var clerk = _org.Actor.Name;
        await FileAsync();
        await _org.SignInAsync("self");
        await FileAsync();

        Assert.Equal([clerk], (await _org.Get<ReadLog>().OfAsync(Member, default)).Where(r => r.What == "ReviewFile").Select(r => r.User));
    }

    [Fact]
    public async Task A_member_reads_the_own_file_alone_and_an_administrator_none()
    {
        await _org.SignInAsync("self");
        await Assert.ThrowsAsync<AccessDeniedException>(() => FileAsync("CB034"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Files.OfCellAsync(FullFiles.Year, Cell));
        await _org.SignInAsync("admin");
        await Assert.ThrowsAsync<AccessDeniedException>(() => FileAsync());
        await Assert.ThrowsAsync<AccessDeniedException>(() => Files.MineAsync());
        await _org.SignInAsync("cell1");
        await Assert.ThrowsAsync<AccessDeniedException>(() => FileAsync());
    }

    [Fact]
    public async Task Where_only_results_are_kept_no_file_is_moved()
    {
        await _org.SignInAsync("partyclerk");
        var file = await FullFiles.FileAsync(_org, Member, 2019);
        Assert.Null(file.Step);
        await Refusal.IsAsync("ReviewFile.ResultsOnly", () => Files.MoveAsync([file.Seen], ReviewAct.Gather));
    }

    private Task<ReviewFileDetails> FileAsync(string person = Member) => FullFiles.FileAsync(_org, person);

    private async Task CommentAsync(string text, string grade)
    {
        await _org.SignInAsync("unithead");
        await _org.Get<StaffCommentService>().CommentAsync((await _org.Get<StaffCommentService>().ListAsync()).Single(r => r.Person.Code == Member).Seen, text, grade);
    }

    private async Task GradeLastYearAsync(string grade)
    {
        _org.Actor = Actor.System;
        var (committee, cell, person) = (await _org.UnitIdAsync("DB-SCT"), await _org.UnitIdAsync(Cell), await _org.PersonIdAsync(Member));
        await _org.Get<ReviewService>().TakeOverAsync(FullFiles.Year - 1, committee, "132-2018", [new(cell, "HTTNV", "1-BB", new(2024, 12, 1), [new(person, grade, grade, null, false)])], new(2025, 1, 1));
    }
}
