using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews;

/// <summary>Cells with similar tasks are put into groups, and the caps that bind in groups are counted there.</summary>
public class ReviewGroupTests : IAsyncLifetime
{
    private static readonly DateOnly List = new(2020, 12, 1), Met = new(2020, 12, 10);
    private TestOrg _org = null!;

    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private ReviewGroupService Groups => _org.Get<ReviewGroupService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("partyclerk");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("124-2023"), InlineData("366-2025")]
    public async Task Without_groups_all_cells_are_counted_together_and_with_them_each_group_by_itself(string rules)
    {
        await OpenAsync(rules);
        await GradeAsync("CB-KC", "HTTNV");
        await GradeAsync("CB-VP", "HTTNV", excellent: 3);
        Assert.False((await BoardAsync()).IsOverCap);
        Assert.NotNull((await BoardAsync()).Members.Most);

        await GroupAsync(new Grouped("Tham mưu", ["CB-VP", "CB-TTR"]), new Grouped("Sự nghiệp", ["CB-KC", "CB-XT"]));

        var board = await BoardAsync();
        Assert.Equal([("Tham mưu", 2), ("Sự nghiệp", 2), (null, 5)], board.Groups.Select(g => (g.Name, g.Units)));
        Assert.Equal((null, false, true), (board.Members.Most, board.Members.OverCap, board.IsOverCap));
        var (office, service) = (board.Groups[0].Members, board.Groups[1].Members);
        Assert.Equal((3, office.ByGrade["HTTNV"] / 5, true), (office.ByGrade["HTXSNV"], office.Most, office.OverCap));
        Assert.Equal((0, service.ByGrade["HTTNV"] / 5, false), (service.ByGrade["HTXSNV"], service.Most, service.OverCap));
        Assert.Equal("Tham mưu", board.ByCell.Single(c => c.Cell.Code == "CB-VP").Group);
        Assert.Null(board.ByCell.Single(c => c.Cell.Code == "CB-CN").Group);
        Assert.Equal(("Sự nghiệp", service.Most), ((await Sheets.SheetAsync(2020, "CB-XT")).Group?.Name, (await Sheets.SheetAsync(2020, "CB-XT")).Group?.Members.Most));
    }

    [Fact]
    public async Task Over_the_cap_of_one_group_is_answered_before_the_year_is_closed()
    {
        await OpenAsync("124-2023");
        await GroupAsync(new Grouped("Tham mưu", ["CB-VP"]), new Grouped("Khác", ["CB-KC", "CB-XT"]));
        await _org.SignInAsync("secretary");
        foreach (var cell in (await BoardAsync()).ByCell)
        {
            var sheet = await Sheets.SheetAsync(2020, cell.Cell.Code);
            var rows = sheet.Members.Where(m => m is { DecidedAbove: false, NotGraded: null, IsOwn: false }).ToList();
            await Sheets.DecideAsync([new(sheet.Own.Seen, "HTTNV"), .. rows.Select((m, i) => new GradeDecided(m.Seen, cell.Cell.Code == "CB-VP" && i < 3 ? "HTXSNV" : "HTTNV"))]);
        }
        var board = await BoardAsync();
        Assert.True(board.Groups[0].DecidedMembers.OverCap);
        await Refusal.IsAsync("ReviewCycle.RemarkMissing", () => Cycles.CloseAsync(board.Cycle, new(2020, 12, 28)));
        await Cycles.CloseAsync(board.Cycle, new(2020, 12, 28), remark: "Khối văn phòng có việc đột xuất");
    }

    [Fact]
    public async Task In_the_second_round_as_many_are_chosen_as_each_group_allows()
    {
        await OpenAsync("124-2023");
        await GradeAsync("CB-KC", "HTTNV");
        await GradeAsync("CB-VP", "HTTNV");
        await GroupAsync(new Grouped("Tham mưu", ["CB-VP"]), new Grouped("Sự nghiệp", ["CB-KC"]));
        await _org.SignInAsync("secretary");
        var rounds = _org.Get<ExcellentService>();
        var list = await rounds.ListAsync(2020, "DB-SCT");
        await rounds.RecordAsync(list.Round, new(new(2020, 12, 20), 9, 9, 9, 0,
            [.. list.Rows.GroupBy(r => r.Group).SelectMany(g => g.Select((r, at) => new ExcellentVote(r.Review.Id, at < list.Groups.Single(of => of.Place == g.Key).Most ? 9 : 6)))])); // nobody as many as the next

        list = await rounds.ListAsync(2020, "DB-SCT");
        Assert.Equal(["Tham mưu", "Sự nghiệp", null], list.Groups.Select(g => g.Name));
        Assert.All(list.Groups, g => Assert.Equal(g.Candidates / 6, g.Most)); // each one more leaves one fewer in the base of five
        Assert.All(list.Groups, g => Assert.Equal(g.Most, list.Rows.Count(r => r.Group == g.Place && r.IsChosen)));
        Assert.Equal(list.Groups.Sum(g => g.Most), list.Most);
    }

    [Fact]
    public async Task Groups_of_last_year_are_proposed_for_the_next()
    {
        await OpenAsync("124-2023");
        await GroupAsync(new Grouped("Tham mưu", ["CB-VP", "CB-TTR"]));
        await Cycles.OpenAsync(2021, await _org.UnitIdAsync("DB-SCT"), "124-2023", new(2021, 12, 1));

        var next = await Groups.GetAsync(Assert.Single((await Cycles.BoardsAsync(2021)).Boards).Cycle.Id);
        Assert.Equal((2020, "Tham mưu"), (next.From, Assert.Single(next.Names)));
        Assert.Equal(["CB-VP", "CB-TTR"], next.Units.Where(u => u.Group is not null).Select(u => u.Unit.Code));
        Assert.Empty(Assert.Single((await Cycles.BoardsAsync(2021)).Boards).Groups);
    }

    [Fact]
    public async Task A_cell_is_in_one_group_groups_have_names_and_only_rules_that_count_by_group_have_any()
    {
        await OpenAsync("124-2023");
        await Refusal.IsAsync("ReviewCycle.GroupsOverlap", () => GroupAsync(new Grouped("A", ["CB-VP"]), new Grouped("B", ["CB-VP"])));
        await Refusal.IsAsync("ReviewCycle.GroupUnnamed", () => GroupAsync(new Grouped(" ", ["CB-VP"])));
        await Refusal.IsAsync("ReviewCycle.GroupUnnamed", () => GroupAsync(new Grouped("A", ["CB-VP"]), new Grouped("A", ["CB-KC"])));
        await Refusal.IsAsync("ReviewCycle.GroupOfOthers", () => GroupAsync(new Grouped("A", ["QLCN"])));
        var seen = (await BoardAsync()).Cycle;
        await GroupAsync(new Grouped("A", ["CB-VP"]));
        await Assert.ThrowsAsync<ConflictException>(() => Groups.SetAsync(seen, []));

        await Cycles.OpenAsync(2019 + 3, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2022, 12, 1));
        var old = Assert.Single((await Cycles.BoardsAsync(2022)).Boards).Cycle;
        await Refusal.IsAsync("ReviewCycle.GroupsUnbound", async () => await Groups.SetAsync(old, [new("A", [await _org.UnitIdAsync("CB-VP")])]));
        await _org.SignInAsync("cell1");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Groups.GetAsync(old.Id));
    }

    [Fact]
    public async Task Units_of_staff_are_grouped_too_beside_the_cap_of_the_whole()
    {
        var board = await StaffYears.OpenAsync(_org);
        await StaffYears.ProposeAsync(_org, "VP", "CB007", "HTXSNV");
        await Groups.SetAsync(board.Cycle, [new("Phòng chuyên môn", [await _org.UnitIdAsync("QLCN"), await _org.UnitIdAsync("QLNL")])]);
        board = await StaffYears.BoardAsync(_org);
        Assert.Equal((0, true, false, true), (board.Members.Most, board.Members.OverCap, board.Groups[0].OverCap, board.Groups[1].OverCap));
    }

    private sealed record Grouped(string Name, string[] Cells);

    private async Task OpenAsync(string rules) => await Cycles.OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), rules, List);

    private async Task<ReviewBoard> BoardAsync() => Assert.Single((await Cycles.BoardsAsync(2020)).Boards);

    private async Task GroupAsync(params Grouped[] groups)
    {
        var set = new List<TaskGroup>();
        foreach (var group in groups)
        {
            var units = new List<Guid>();
            foreach (var cell in group.Cells) units.Add(await _org.UnitIdAsync(cell));
            set.Add(new(group.Name, units));
        }
        await Groups.SetAsync((await BoardAsync()).Cycle, set);
    }

    /// <summary>Every member of a cell, the first of them excellent.</summary>
    private async Task GradeAsync(string cell, string grade, int excellent = 0)
    {
        var rows = (await Sheets.SheetAsync(2020, cell)).Members.Where(m => m.NotGraded is null);
        await Sheets.EnterAsync(new("5-BB/CB", Met, null, [.. rows.Select((m, i) => new MemberEntry(m.Seen, i < excellent ? "HTXSNV" : grade, null, null))]));
    }
}
