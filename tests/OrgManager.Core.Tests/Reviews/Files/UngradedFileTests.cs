using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>The full file of somebody whom the cell leaves without a grade: nothing is decided on, and what is asked about it is answered all the same.</summary>
public class UngradedFileTests : IAsyncLifetime
{
    private const string Member = "CB035", Cell = "CB-CN";
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task From_the_meeting_it_goes_past_the_decision_to_the_notice_and_is_archived()
    {
        await LeaveAsync();
        Assert.Equal((ReviewStep.Meeting, ReviewState.NotGraded), (await FileAsync()) is var file ? (file.Step, file.State) : default);
        await MoveAsync(ReviewAct.Propose);
        Assert.Equal(ReviewStep.Verification, (await FileAsync()).Step);
        await MoveAsync(ReviewAct.Verify);
        Assert.Equal(ReviewStep.Notice, (await FileAsync()).Step);
        await MoveAsync(ReviewAct.Notify);
        await MoveAsync(ReviewAct.Archive);

        file = await FileAsync();
        Assert.Equal((ReviewStep.Archived, ReviewState.NotGraded, "Exempt"), (file.Step, file.State, file.NotGraded));
        Assert.Empty(file.Outcome!.Decisions);
        Assert.Equal([ReviewAct.Submit, ReviewAct.Gather, ReviewAct.Propose, ReviewAct.Verify, ReviewAct.Notify, ReviewAct.Archive], file.Moves.Select(m => m.Act));
    }

    [Fact]
    public async Task A_complaint_about_it_is_turned_down_by_verifying_it_again_so_that_it_keeps_no_year_open()
    {
        await ComplainedAsync();
        Assert.Equal([ReviewAct.Verify, ReviewAct.Return], (await FileAsync()).May.Select(r => r.Act).Distinct());

        await MoveAsync(ReviewAct.Verify, "Đúng quy định miễn sinh hoạt");

        Assert.Equal((ReviewStep.Notice, ReviewState.NotGraded, "Đúng quy định miễn sinh hoạt"), (await FileAsync()) is var file ? (file.Step, file.State, file.Moves[^1].Remark) : default);
    }

    [Fact]
    public async Task A_complaint_that_is_right_brings_it_to_the_cell_again_which_gives_a_grade()
    {
        await ComplainedAsync();
        await MoveAsync(ReviewAct.Return, "Đã sinh hoạt đủ trong năm");
        await FullFiles.EnterAsync(_org, Member, Cell, "HTTNV");
        await MoveAsync(ReviewAct.Propose);
        await MoveAsync(ReviewAct.Verify);
        Assert.Equal((ReviewStep.Decision, ReviewState.Proposed, null), (await FileAsync()) is var file ? (file.Step, file.State, file.NotGraded) : default);
        await FullFiles.DecideAsync(_org, Member, Cell, "HTTNV");

        await _org.SignInAsync("partyclerk");
        Assert.Equal((ReviewStep.Notice, "HTTNV"), (await FileAsync()) is var decided ? (decided.Step, decided.Outcome!.Grade) : default);
    }

    [Fact]
    public async Task A_complaint_about_a_grade_is_decided_on_and_neither_verified_nor_returned()
    {
        await FullFiles.ProposeAsync(_org, Member, Cell, "HTTNV");
        await FullFiles.DecideAsync(_org, Member, Cell, "HTTNV");
        await MoveAsync(ReviewAct.Notify);
        await FullFiles.MoveAsync(_org, "self", Member, ReviewAct.Complain, "Đề nghị xem lại");

        await Refusal.IsAsync("ReviewFile.NotNow", () => MoveAsync(ReviewAct.Verify));
        await Refusal.IsAsync("ReviewFile.NotNow", () => MoveAsync(ReviewAct.Return, "Họp lại"));
        await _org.SignInAsync("secretary");
        Assert.Equal([ReviewAct.Decide], (await FileAsync()).May.Select(r => r.Act));
    }

    /// <summary>Handed in, brought to the meeting, and left without a grade there.</summary>
    private async Task LeaveAsync()
    {
        await FullFiles.SubmitAsync(_org, "partyclerk", Member);
        await MoveAsync(ReviewAct.Gather);
        var row = (await _org.Get<CellReviewService>().SheetAsync(FullFiles.Year, Cell)).Members.Single(m => m.Person!.Code == Member);
        await _org.Get<CellReviewService>().EnterAsync(new("3-BB/CB", new(FullFiles.Year, 12, 10), null, [new(row.Seen, null, "Exempt", null)]));
    }

    private async Task ComplainedAsync()
    {
        await LeaveAsync();
        foreach (var act in new[] { ReviewAct.Propose, ReviewAct.Verify, ReviewAct.Notify }) await MoveAsync(act);
        await FullFiles.MoveAsync(_org, "self", Member, ReviewAct.Complain, "Tôi đã sinh hoạt trở lại");
        await _org.SignInAsync("partyclerk");
    }

    private Task<ReviewFileDetails> FileAsync() => FullFiles.FileAsync(_org, Member);

    private Task MoveAsync(ReviewAct act, string? remark = null) => FullFiles.MoveAsync(_org, "partyclerk", Member, act, remark);
}
