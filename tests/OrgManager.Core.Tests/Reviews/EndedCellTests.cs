using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Tests.Reviews;

/// <summary>A cell that ends after its year was opened: what is open in it is still to be seen, entered and decided.</summary>
public class EndedCellTests : IAsyncLifetime
{
    private const string Cell = "CB-TAM", Member = "TAM01";
    private static readonly DateOnly Since = new(2024, 1, 1), List = new(2025, 12, 1), Ended = new(2025, 12, 20), Met = new(2025, 12, 10);
    private TestOrg _org = null!;

    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        var (committee, party) = (await _org.UnitIdAsync("DB-SCT"), _org.Get<PartyService>());
        var cell = await _org.Units.FoundAsync(new(Cell, Branch.Party, new("Chi bộ Tạm", "Cell", committee)), Since);
        var person = await _org.Get<StaffService>().RecruitAsync(new(new(Member, "Lê Văn Tạm", Sex.Male, new(1985, 5, 5)), new(await _org.UnitIdAsync("QLCN"), QuotaCategory.CivilServant)), Since);
        await party.JoinAsync(person, new(new(2010, 1, 1), new(2010, 1, 2), new(2011, 1, 2)), cell, Since);
        await _org.Get<UserService>().AddAsync(new("bithutam", AccountService.SamplePassword, Role.CellSecretary, Cell));
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_stays_on_the_board_and_its_sheet_is_entered_and_decided_so_that_the_year_can_be_closed()
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OpenAsync(2025, await _org.UnitIdAsync("DB-SCT"), "132-2018", List);
        await EndAsync();

        await _org.SignInAsync("bithutam");
        Assert.Equal([Cell], await ShownAsync());
        await EnterAsync();

        await _org.SignInAsync("secretary");
        var board = Assert.Single((await Cycles.BoardsAsync(2025)).Boards);
        Assert.Equal((2, "Chi bộ Tạm"), board.ByCell.Single(c => c.Cell.Code == Cell) is var gone ? (gone.Open, gone.Cell.Name) : default);
        var sheet = await Sheets.SheetAsync(2025, Cell);
        await Sheets.DecideAsync([new(sheet.Own.Seen, "HTTNV"), .. sheet.Members.Select(m => new GradeDecided(m.Seen, "HTTNV"))]);
        Assert.Equal(BoardState.Decided, Assert.Single((await Cycles.BoardsAsync(2025)).Boards).ByCell.Single(c => c.Cell.Code == Cell).State);

        await _org.SignInAsync("cell1");
        Assert.DoesNotContain(Cell, await ShownAsync());
    }

    [Fact]
    public async Task Its_files_still_wait_for_its_secretary_and_what_it_promised_is_followed()
    {
        await FullFiles.OpenAsync(_org, 2026, on: List);
        await FullFiles.SubmitAsync(_org, "partyclerk", Member, 2026);
        await EndAsync();

        await _org.SignInAsync("bithutam");
        Assert.Equal([(ReviewStep.Opinions, 1)], (await _org.Get<ReviewWaitService>().WaitingAsync()).Files.Select(f => (f.Step, f.Count)));
        Assert.Equal(Member, Assert.Single(await _org.Get<RemedyService>().ListAsync(new())).Person!.Code);
        await _org.SignInAsync("partyclerk");
        Assert.Equal(Member, Assert.Single(await _org.Get<RemedyService>().ListAsync(new())).Person!.Code);
    }

    private async Task<IEnumerable<string>> ShownAsync() => (await Cycles.BoardsAsync(2025)).Boards.SelectMany(b => b.ByCell).Select(c => c.Cell.Code);

    private async Task EnterAsync()
    {
        var sheet = await Sheets.SheetAsync(2025, Cell);
        await Sheets.EnterAsync(new("5-BB/CB", Met, new(sheet.Own.Seen, "HTTNV", null, null), [.. sheet.Members.Select(m => new MemberEntry(m.Seen, "HTTNV", null, null))]));
    }

    /// <summary>Its member goes to another cell, and the cell ends.</summary>
    private async Task EndAsync()
    {
        _org.Actor = Actor.System;
        var party = _org.Get<PartyService>();
        await party.MoveAsync((await party.MemberOnAsync(await _org.PersonIdAsync(Member), Ended)).Seen, await _org.UnitIdAsync("CB-TM"), Ended);
        await _org.Units.EndAsync((await _org.Units.GetAsync(await _org.UnitIdAsync(Cell))).Seen, Ended);
    }
}
