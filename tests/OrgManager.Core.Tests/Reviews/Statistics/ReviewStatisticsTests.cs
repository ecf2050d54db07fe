using System.Text.Json;
using OrgManager.Access;
using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;

namespace OrgManager.Tests.Reviews.Statistics;

/// <summary>The figures of the model organisation's 2019, and the rows behind them.</summary>
public class ReviewStatisticsTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private ReviewStatisticsService Statistics => _org.Get<ReviewStatisticsService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task In_2019_twelve_of_sixty_were_excellent_and_one_cell_of_seven()
    {
        await _org.SignInAsync("secretary");
        var figures = await Statistics.OfYearAsync(2019);
        Assert.Equal((12, 60, 2, 3, 0), (figures.Members.ByGrade["HTXSNV"], figures.Members.ByGrade["HTTNV"], figures.Members.ByGrade["HTNV"], figures.Members.NotGraded, figures.Members.Waiting));
        Assert.Equal((1, 7, 1), (figures.Cells.ByGrade["HTXSNV"], figures.Cells.ByGrade["HTTNV"], figures.Cells.ByGrade["HTNV"]));
        Assert.Equal((12, 1, true), (figures.MemberCap!.Most, figures.CellCap!.Most, figures.Confirmed));
        Assert.Equal([("Exempt", 2), ("AdmittedUnderSixMonths", 1)], figures.Reasons.Select(r => (r.Code, r.Count)));
        Assert.Equal(16.2m, Math.Round(figures.Members.Share("HTXSNV"), 1));
    }

    [Fact]
    public async Task Each_way_of_telling_them_apart_counts_everybody_once()
    {
        await _org.SignInAsync("partyclerk");
        var figures = await Statistics.OfYearAsync(2019);
        Assert.Equal(Enum.GetValues<TallyBy>(), figures.Dimensions.Select(d => d.By));
        Assert.All(figures.Dimensions, d => Assert.Equal(77, d.Groups!.Sum(g => g.Tally.All)));
        var cells = figures.Dimensions.Single(d => d.By == TallyBy.Cell).Groups!;
        Assert.Equal(["CB-VP", "CB-TTR", "CB-KHTCTH", "CB-CN", "CB-NL", "CB-KTATMT", "CB-TM", "CB-KC", "CB-XT"], cells.Select(c => c.Key));
        Assert.Equal((2, 8, 0, 1), (cells[0].Tally.ByGrade["HTXSNV"], cells[0].Tally.ByGrade["HTTNV"], cells[0].Tally.ByGrade.GetValueOrDefault("HTNV"), cells[0].Tally.NotGraded));
        var posts = figures.Dimensions.Single(d => d.By == TallyBy.Post).Groups!;
        Assert.Equal((4, 10), (posts.Single(g => g.Key == nameof(PostKind.Leader)).Tally.All, posts.Single(g => g.Key == nameof(PostKind.Head)).Tally.All));
        Assert.Equal(11, figures.Dimensions.Single(d => d.By == TallyBy.Office).Groups!.Where(g => g.Key is nameof(OfficeKind.Committee)).Sum(g => g.Tally.All));
    }

    [Fact]
    public async Task Behind_every_figure_stand_its_rows_and_reading_them_is_logged()
    {
        await _org.SignInAsync("partyclerk");
        var figures = await Statistics.OfYearAsync(2019);
        Assert.False(File.Exists(Log));
        foreach (var dimension in figures.Dimensions)
            foreach (var group in dimension.Groups!)
                foreach (var (grade, count) in group.Tally.ByGrade)
                    Assert.Equal(count, (await Statistics.MembersAsync(2019, new(dimension.By, group.Key, grade))).Rows.Count);
        var none = (await Statistics.MembersAsync(2019, new(Grade: FigureFilter.NotGraded, Reason: "Exempt"))).Rows;
        Assert.Equal(["CB-VP", "CB-KC"], none.Select(r => r.Cell.Code));
        var line = JsonDocument.Parse((await File.ReadAllLinesAsync(Log))[^1]).RootElement;
        Assert.Equal(("ReviewFigures", "Review"), (line.GetProperty("what").GetString(), line.GetProperty("fieldClass").GetString()));
    }

    [Fact]
    public async Task A_cell_secretary_counts_the_own_cell_and_is_not_told_the_ages_of_so_few()
    {
        await _org.SignInAsync("cell1");
        var figures = await Statistics.OfYearAsync(2019);
        Assert.Equal((11, "CB-VP"), (figures.Members.All, Assert.Single(figures.Dimensions.Single(d => d.By == TallyBy.Cell).Groups!).Key));
        Assert.Null(figures.Dimensions.Single(d => d.By == TallyBy.Age).Groups);
        Assert.Null(figures.MemberCap);
        Assert.Equal(2, figures.Years.Single(y => y.Year == 2019).Members.ByGrade["HTXSNV"]);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Statistics.MembersAsync(2019, new(TallyBy.Age, "31")));
        Assert.Empty((await Statistics.MembersAsync(2019, new(TallyBy.Cell, "CB-TM"))).Rows);
    }

    [Fact]
    public async Task Earlier_years_stand_beside_and_a_year_still_open_is_provisional()
    {
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        await _org.SignInAsync("inspector");
        var figures = await Statistics.OfYearAsync(2020);
        Assert.Equal([(2020, false), (2019, true)], figures.Years.Select(y => (y.Year, y.Confirmed)));
        Assert.Equal((75, 75, 12), (figures.Members.All, figures.Members.Waiting, figures.Years[1].Members.ByGrade["HTXSNV"]));
        Assert.False(figures.Confirmed);
    }

    [Fact]
    public async Task What_a_cell_proposes_against_a_decision_counts_as_on_the_board()
    {
        var cycles = _org.Get<ReviewCycleService>();
        await _org.SignInAsync("secretary");
        await cycles.ReopenAsync((await cycles.BoardsAsync(2019)).Boards[0].Cycle, "Xem lại");
        await _org.SignInAsync("partyclerk");
        var sheet = await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM");
        await _org.Get<CellReviewService>().EnterAsync(new("1-BB", new(2019, 12, 3), null, [new(sheet.Members.Last(m => m.Grade == "HTTNV").Seen, "HTXSNV", null, null)]));
        var board = (await cycles.BoardsAsync(2019)).Boards[0];
        var figures = await Statistics.OfYearAsync(2019);
        Assert.Equal((board.Members.ByGrade["HTXSNV"], board.Members.Most, board.Members.OverCap), (figures.Members.ByGrade["HTXSNV"], figures.MemberCap!.Most, figures.MemberCap.OverCap));
    }

    [Fact]
    public async Task The_partys_year_counts_members_by_cell_as_they_stood_at_its_end()
    {
        await _org.SignInAsync("partyclerk");
        var year = await _org.Get<PartyYearService>().OfYearAsync(2019);
        Assert.Equal((9, 77, 75, 2, 2), (year.Cells.Count, year.Total.Members, year.Total.Official, year.Total.Probationary, year.Total.Exempt));
        Assert.Equal(77, year.Total.Ages!.Sum());
        Assert.All(year.Cells, c => Assert.Null(c.Ages));
        Assert.All(year.Cells, c => Assert.Equal(c.Members, c.PartyAges.Sum()));
        await _org.SignInAsync("inspector");
        Assert.All((await _org.Get<PartyYearService>().OfYearAsync(2019)).Cells, c => Assert.Equal(c.Members, c.Ages!.Sum()));
    }

    private string Log => Path.Combine(_org.Storage.Directory, "read-log.jsonl");
}
