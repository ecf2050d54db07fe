using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>Discipline in the record of a member speaks in the review of its year.</summary>
public class RecordedDisciplineTests : IAsyncLifetime
{
    private static readonly DateOnly Closed = new(2021, 1, 20);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Who_was_disciplined_in_the_year_is_marked_in_the_sheet_and_the_best_grade_is_answered_before_the_year_is_closed()
    {
        await _org.SignInAsync("secretary");
        var best = (await SheetAsync()).Members.First(m => m.Grade == "HTXSNV" && !m.IsOwn);
        Assert.False(best.IsDisciplined);
        await DisciplineAsync(best.Person!.Code, new(2019, 5, 6));

        await _org.SignInAsync("secretary");
        Assert.True((await SheetAsync()).Members.Single(m => m.Person!.Code == best.Person.Code).IsDisciplined);
        var board = Assert.Single((await Cycles.BoardsAsync(2019)).Boards);
        Assert.Equal(1, board.DisciplinedBest);
        await Cycles.ReopenAsync(board.Cycle, "Kiểm tra lại");
        var cycle = Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Cycle;
        await Refusal.IsAsync("ReviewCycle.RemarkMissing", () => Cycles.CloseAsync(cycle, Closed));
        await Cycles.CloseAsync(cycle, Closed, remark: "Vi phạm xảy ra trước năm 2019");
    }

    [Fact]
    public async Task Discipline_of_another_year_says_nothing()
    {
        await DisciplineAsync("CB035", new(2018, 12, 31));
        await _org.SignInAsync("secretary");
        Assert.Equal(0, Assert.Single((await Cycles.BoardsAsync(2019)).Boards).DisciplinedBest);
    }

    [Fact]
    public async Task In_a_full_file_it_is_a_fact_of_the_year_stands_against_the_grade_and_asks_for_a_remark()
    {
        await FullFiles.OpenAsync(_org);
        await DisciplineAsync("CB035", new(2025, 4, 1));
        await FullFiles.ProposeAsync(_org, "CB035", "CB-CN", "HTXSNV");

        var file = await FullFiles.FileAsync(_org, "CB035");
        Assert.Equal((true, false), (file.IsDisciplined, file.Facts.Disciplined));
        Assert.Contains(ReviewConcern.Disciplined, file.Concerns);
        Assert.Equal("KHTNV", file.Advice.Grade);
        await Refusal.IsAsync("Review.RemarkMissing", () => FullFiles.DecideAsync(_org, "CB035", "CB-CN", "HTXSNV"));
        await FullFiles.DecideAsync(_org, "CB035", "CB-CN", "HTXSNV", "Đã xem xét");
    }

    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();

    private Task<CellReview> SheetAsync() => _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM");

    private async Task DisciplineAsync(string person, DateOnly on)
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<DisciplineService>().EnterAsync(person, new(DisciplineKind.Reprimand, on, "9-QĐ/ĐU", "Vi phạm quy định"));
    }
}
