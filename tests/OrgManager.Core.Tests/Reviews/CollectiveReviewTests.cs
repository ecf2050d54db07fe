using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>The leadership collectives of a year, whom whoever stands above them grades.</summary>
public class CollectiveReviewTests : IAsyncLifetime
{
    private static readonly DateOnly List = new(2020, 12, 1), Closed = new(2020, 12, 28);
    private TestOrg _org = null!;
    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task They_are_settled_by_the_grades_from_above_and_then_the_closed_year_is_whole()
    {
        await OrderAsync(CycleMode.ResultsOnly);
        await DecideCellsAsync();
        await _org.SignInAsync("partyclerk");
        var awaited = await Cycles.AwaitedAsync((await BoardAsync()).Cycle.Id);
        Assert.Equal((4, 5), (awaited.Count(a => a.Person is not null), awaited.Count(a => a.Person is null)));

        await Cycles.ArriveAsync((await BoardAsync()).Cycle.Id, [.. awaited.Select(a => new GradeDecided(a.Review, a.Person is null ? "HTXSNV" : "HTTNV"))], Closed);
        await _org.SignInAsync("secretary");
        await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed);

        var board = await BoardAsync();
        Assert.Equal((true, 0, 5), (board.Confirmed, board.Collectives!.Waiting, board.Collectives.ByGrade["HTXSNV"]));
        Assert.Equal(5, Assert.Single(board.Closings).Figures.Counts.Single(c => c.Subject == ReviewSubject.Collective).ByGrade["HTXSNV"]);
    }

    [Fact]
    public async Task Until_they_come_a_year_is_closed_without_them_and_stays_provisional()
    {
        await OrderAsync(CycleMode.ResultsOnly);
        await DecideCellsAsync();
        await Cycles.CloseAsync((await BoardAsync()).Cycle, Closed);
        var board = await BoardAsync();
        Assert.Equal((false, 5), (board.Confirmed, board.Collectives!.Waiting));

        await _org.SignInAsync("partyclerk");
        await Cycles.ArriveAsync(board.Cycle.Id, [.. (await Cycles.AwaitedAsync(board.Cycle.Id)).Select(a => new GradeDecided(a.Review, "HTTNV"))], new(2021, 1, 20));

        board = await BoardAsync();
        Assert.Equal((true, 0, 2), (board.Confirmed, board.Collectives!.Waiting, board.Closings.Count));
    }

    [Fact]
    public async Task Who_is_graded_above_and_asks_to_look_again_is_answered_by_the_grade_that_comes_again()
    {
        await OrderAsync(CycleMode.FullFile);
        var board = await BoardAsync();
        async Task<AboveRow> RowAsync() => (await Cycles.AwaitedAsync(board.Cycle.Id)).Single(a => a.Person?.Code == "CB002");
        await Cycles.ArriveAsync(board.Cycle.Id, [new((await RowAsync()).Review, "HTTNV")], Closed);
        await FullFiles.MoveAsync(_org, "partyclerk", "CB002", ReviewAct.Notify, year: 2020);
        await FullFiles.MoveAsync(_org, "partyclerk", "CB002", ReviewAct.Complain, "Đề nghị cấp trên xem lại", 2020);
        Assert.True((await RowAsync()).IsComplainedOf);
        Assert.Equal(1, (await BoardAsync()).Sums.AboveAsked);

        await Cycles.ArriveAsync(board.Cycle.Id, [new((await RowAsync()).Review, "HTTNV") { Remark = "Cấp trên giữ nguyên mức đã xếp" }], Closed);

        var file = await FullFiles.FileAsync(_org, "CB002", 2020);
        Assert.Equal((ReviewStep.Notice, "HTTNV"), (file.Step, file.Outcome!.Grade));
        Assert.Equal([(ReviewAct.Decide, ReviewStep.Complaint, "Cấp trên giữ nguyên mức đã xếp")], file.Moves.TakeLast(1).Select(m => (m.Act, m.From, m.Remark)));
        Assert.Equal(2, file.Outcome.Decisions.Count);
        Assert.False((await RowAsync()).IsComplainedOf);
        Assert.Equal(0, (await BoardAsync()).Sums.AboveAsked);
    }

    [Fact]
    public async Task Another_grade_from_above_is_told_again_to_whoever_was_told_the_first()
    {
        await OrderAsync(CycleMode.FullFile);
        var board = await BoardAsync();
        async Task ArriveAsync(string grade) => await Cycles.ArriveAsync(board.Cycle.Id, [new((await Cycles.AwaitedAsync(board.Cycle.Id)).Single(a => a.Person?.Code == "CB002").Review, grade)], Closed);
        await ArriveAsync("HTTNV");
        await FullFiles.MoveAsync(_org, "partyclerk", "CB002", ReviewAct.Notify, year: 2020);
        await ArriveAsync("HTTNV");
        Assert.Equal(ReviewStep.Notified, (await FullFiles.FileAsync(_org, "CB002", 2020)).Step);

        await ArriveAsync("HTNV");
        Assert.Equal(ReviewStep.Notice, (await FullFiles.FileAsync(_org, "CB002", 2020)).Step);
    }

    [Fact]
    public async Task Where_full_files_are_kept_their_files_then_wait_for_the_notice()
    {
        await OrderAsync(CycleMode.FullFile);
        var board = await BoardAsync();
        await Cycles.ArriveAsync(board.Cycle.Id, [.. (await Cycles.AwaitedAsync(board.Cycle.Id)).Where(a => a.Person is null).Select(a => new GradeDecided(a.Review, "HTTNV"))], Closed);

        var collectives = await _org.Database.ReadAsync(db => db.Set<Review>().Where(r => r.Subject == ReviewSubject.Collective).ToListAsync());
        Assert.Equal(5, collectives.Count);
        Assert.All(collectives, r => Assert.Equal((ReviewState.Decided, ReviewStep.Notice, "HTTNV"), (r.State, r.Step, r.Grade)));
    }

    [Fact]
    public async Task Their_files_are_written_led_on_and_told_as_any_others_and_wait_for_nobody_while_the_grade_is_above()
    {
        await OrderAsync(CycleMode.FullFile);
        var files = _org.Get<ReviewFileService>();
        foreach (var code in new[] { "DB-SCT", "CB-VP" })
        {
            var file = await files.OfCollectiveAsync(2020, code);
            Assert.Equal((ReviewSubject.Collective, code, true), (file.Subject, file.Cell.Code, file.MayWrite));
            await _org.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form));
            await files.MoveAsync([(await files.OfCollectiveAsync(2020, code)).Seen], ReviewAct.Gather);
        }
        Assert.Empty(await WaitingAsync());
        Assert.True((await Sheets.SheetAsync(2020, "CB-VP")).HasCollectiveFile);
        Assert.False((await Sheets.SheetAsync(2020, "CB-NL")).HasCollectiveFile);

        var board = await BoardAsync();
        await Cycles.ArriveAsync(board.Cycle.Id, [.. (await Cycles.AwaitedAsync(board.Cycle.Id)).Where(a => a.Person is null && a.Cell.Code is "DB-SCT" or "CB-VP").Select(a => new GradeDecided(a.Review, "HTTNV"))], Closed);
        Assert.Equal([(ReviewStep.Notice, 2)], (await WaitingAsync()).Select(f => (f.Step, f.Count)));
        await files.MoveAsync([(await files.OfCollectiveAsync(2020, "CB-VP")).Seen, (await files.OfCollectiveAsync(2020, "DB-SCT")).Seen], ReviewAct.Notify);
        Assert.Equal(ReviewStep.Notified, (await files.OfCollectiveAsync(2020, "CB-VP")).Step);

        await _org.SignInAsync("cell1");
        await files.OfCollectiveAsync(2020, "CB-VP");
        await Assert.ThrowsAsync<AccessDeniedException>(() => files.OfCollectiveAsync(2020, "DB-SCT"));
        await Assert.ThrowsAsync<NotFoundException>(() => files.OfCollectiveAsync(2019, "CB-VP"));

        async Task<IReadOnlyList<WaitingFiles>> WaitingAsync() => (await _org.Get<ReviewWaitService>().WaitingAsync()).Files;
    }

    private async Task OrderAsync(CycleMode mode)
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OrderAsync(new(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", List) { Mode = mode, Collectives = true });
    }

    /// <summary>Everybody who is graded here, and the cells. Ends as the committee's secretary.</summary>
    private async Task DecideCellsAsync()
    {
        await _org.SignInAsync("secretary");
        foreach (var cell in (await BoardAsync()).ByCell)
        {
            var sheet = await Sheets.SheetAsync(2020, cell.Cell.Code);
            await Sheets.DecideAsync([new(sheet.Own.Seen, "HTTNV"), .. sheet.Members.Where(m => m is { DecidedAbove: false, NotGraded: null }).Select(m => new GradeDecided(m.Seen, "HTTNV"))]);
        }
    }

    private async Task<ReviewBoard> BoardAsync() => Assert.Single((await Cycles.BoardsAsync(2020)).Boards);
}
