using OrgManager.Common;
using OrgManager.Import;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>The year of all cells as a matrix, and meetings that come from a spreadsheet.</summary>
public class MeetingBoardTests : IAsyncLifetime
{
    private static readonly DateOnly May = new(2025, 5, 20);
    private TestOrg _org = null!;
    private MeetingBoardService Boards => _org.Get<MeetingBoardService>();
    private CellMeetingService Meetings => _org.Get<CellMeetingService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_month_is_held_well_held_missing_still_open_or_ahead()
    {
        await HoldAsync("CB-VP", new(2025, 1, 8), good: true);
        await HoldAsync("CB-VP", new(2025, 2, 7), good: false);
        await HoldAsync("CB-VP", new(2025, 3, 7), good: true, MeetingKind.Thematic);
        await HoldAsync("CB-VP", new(2025, 4, 7), good: true, MeetingKind.Extraordinary);

        var row = await RowAsync("CB-VP", May);

        Assert.Equal("Good Held Good Missing Open Ahead", string.Join(' ', row.Months.Take(6).Select(m => m.State)));
        Assert.Equal("Good Open Ahead Ahead", string.Join(' ', row.Quarters));
        Assert.Equal((3, 2, 1, 4), (row.Held, row.Good, row.Missing, row.Meetings));
        Assert.Equal((100m, 80m), (row.Months[0].Attendance, row.Months[1].Attendance));
    }

    [Fact]
    public async Task Once_the_month_is_over_what_was_not_held_is_missing_and_the_sums_count_all_cells()
    {
        await HoldAsync("CB-VP", new(2025, 5, 8), good: true);
        var board = await Boards.BoardAsync(2025, new(2025, 6, 1), new(0, 3));
        Assert.Equal((8, 3, 2025), (board.Total, board.Rows.Count, board.Year));
        Assert.Equal((1, 1, 7), (board.Months[4].Held, board.Months[4].Good, board.Months[4].Missing));
        Assert.Equal("Missing", $"{(await RowAsync("CB-TTR", new(2025, 6, 1))).Months[4].State}");
    }

    [Fact]
    public async Task A_cell_that_merged_keeps_its_year_and_nothing_is_asked_of_it_afterwards()
    {
        var gone = await RowAsync("CB-NL", new(2021, 6, 1), 2020);
        var became = await RowAsync("CB-NLATMT", new(2021, 6, 1), 2021);
        Assert.False(gone.IsThere);
        Assert.DoesNotContain(gone.Months, m => m.State is MeetingState.Ahead or MeetingState.Open);
        Assert.Equal(MeetingState.Missing, became.Months[0].State);
        Assert.DoesNotContain((await Boards.BoardAsync(2021, new(2021, 6, 1), new(0, 99))).Rows, r => r.Cell.Code == "CB-NL");
    }

    [Fact]
    public async Task Before_the_guidance_no_thematic_meeting_was_asked_for() =>
        Assert.Equal("NotAsked NotAsked Missing Missing", string.Join(' ', (await RowAsync("CB-VP", new(2019, 1, 5), 2018)).Quarters));

    [Theory]
    [InlineData("cell1", "CB-VP"), InlineData("secretary", "CB-VP CB-TTR CB-KHTCTH CB-CN CB-NLATMT CB-TM CB-KC CB-XT"), InlineData("self", "")]
    public async Task Each_sees_the_cells_whose_record_is_theirs(string user, string cells)
    {
        await _org.SignInAsync(user);
        Assert.Equal(cells, string.Join(' ', (await Boards.BoardAsync(2025, May, new(0, 99))).Rows.Select(r => r.Cell.Code)));
    }

    [Fact]
    public async Task Rows_of_a_spreadsheet_are_understood_by_their_header_and_told_what_is_wrong_with_them_all_at_once()
    {
        await _org.SignInAsync("partyclerk");
        var trial = await Boards.TryAsync(SheetReader.OfPasted(
            "Chi bộ\tNgày họp\tTriệu tập\tCó mặt\tDự bị\tSố phút\tChủ trì\tSố biên bản\tLoại\n" +
            "CB-VP\t9/1/2026\t10\t10\t\t95\tCB005\t61-BB/CB\tThường kỳ\n" +
            "Chi bộ Thanh tra\t46031\t6\t6\t0\t90\t\t61-BB/CB\tChuyên đề\n" +
            "CB-VP\t9/1/2026\t10\t9\t\t\t\t\t\n" +
            "CB-XX\t32/1/2026\tmười\t3\t\t\t\t\tliên hoan\n").Rows, _org.Today);

        Assert.Equal([2, 3, 4, 5], trial.Rows.Select(r => r.Number));
        Assert.Equal(("CB-VP", "CB005", new DateOnly(2026, 1, 9)), (trial.Rows[0].Cell!.Code, trial.Rows[0].Chair!.Code, trial.Rows[0].Meeting!.Facts.On));
        Assert.Equal((MeetingKind.Thematic, new DateOnly(2026, 1, 9)), (trial.Rows[1].Meeting!.Facts.Kind, trial.Rows[1].Meeting!.Facts.On));
        Assert.Equal(["Meeting.Twice"], trial.Rows[2].Problems.Select(p => p.Code));
        Assert.Equal(["MeetingRow.CellUnknown", "MeetingRow.DayUnreadable", "MeetingRow.KindUnknown", "MeetingRow.NumberUnreadable"], trial.Rows[3].Problems.Select(p => p.Code));

        await Meetings.EnterAsync([.. trial.Good.Select(r => r.Meeting!)]);
        Assert.Equal(new DateOnly(2026, 1, 9), (await Meetings.OfCellAsync("CB-TTR", _org.Today)).Rows[0].Facts.On);
    }

    [Fact]
    public async Task Without_a_header_the_columns_stand_in_their_order_and_cells_out_of_reach_are_not_known()
    {
        await _org.SignInAsync("cell1");
        var trial = await Boards.TryAsync(SheetReader.OfPasted("CB-VP;9/1/2026;;10;9;;95\nCB-TTR;9/1/2026;;6;6").Rows, _org.Today);
        Assert.Equal((9, 95), (trial.Rows[0].Meeting!.Facts.Presence.Official, trial.Rows[0].Meeting!.Facts.Minutes));
        Assert.Equal(["MeetingRow.CellUnknown"], trial.Rows[1].Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task A_workbook_is_read_below_the_title_that_stands_over_its_header()
    {
        await _org.SignInAsync("partyclerk");
        var table = new OrgManager.Reports.ExportTable("Sinh hoạt", ["Đảng bộ Sở Công Thương"], ["Chi bộ", "Ngày", "Triệu tập", "Có mặt"], [["CB-VP", new DateOnly(2026, 1, 9), 10, 9]]);
        var row = Assert.Single((await Boards.TryAsync(SheetReader.Read("sinh hoat.xlsx", OrgManager.Reports.XlsxFile.Write(table)).Rows, _org.Today)).Rows);
        Assert.Equal(("CB-VP", new DateOnly(2026, 1, 9), 9), (row.Cell!.Code, row.Meeting!.Facts.On, row.Meeting.Facts.Presence.Official));
    }

    private async Task HoldAsync(string cell, DateOnly on, bool good, MeetingKind kind = MeetingKind.Monthly) => await Meetings.EnterAsync(await _org.UnitIdAsync(cell),
        new(kind, on, new(10, good ? 10 : 8), 95, Prepared: true, CommitteeMet: true) { MinutesNumber = $"{on:MMdd}-BB/CB", Resolution = $"{on:MMdd}-NQ/CB" });

    private async Task<MeetingBoardRow> RowAsync(string cell, DateOnly on, int? year = null) => (await Boards.BoardAsync(year ?? on.Year, on, new(0, 99))).Rows.Single(r => r.Cell.Code == cell);
}
