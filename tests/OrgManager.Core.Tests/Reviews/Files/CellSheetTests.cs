using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>The sheet of one cell where full files are kept.</summary>
public class CellSheetTests : IAsyncLifetime
{
    private static readonly DateOnly Met = new(2025, 12, 10);
    private TestOrg _org = null!;

    private CellReviewService Sheets => _org.Get<CellReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
        foreach (var person in new[] { "CB034", "CB035" })
        {
            await FullFiles.SubmitAsync(_org, "partyclerk", person);
            await FullFiles.MoveAsync(_org, "partyclerk", person, ReviewAct.Gather);
        }
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Two_who_type_different_rows_both_keep_theirs_and_of_the_same_row_the_second_is_told()
    {
        var (first, second) = (await Sheets.SheetAsync(FullFiles.Year, "CB-CN"), await Sheets.SheetAsync(FullFiles.Year, "CB-CN"));

        await Sheets.EnterAsync(new("5-BB/CB", Met, new(first.Own.Seen, null, null, null), [new(Seen(first, "CB034"), "HTTNV", null, null)]) { Attendance = new(6, 0) });
        await Sheets.EnterAsync(new("5-BB/CB", Met, null, [new(Seen(second, "CB035"), "HTNV", null, null)]));

        await Assert.ThrowsAsync<ConflictException>(() => Sheets.EnterAsync(new("5-BB/CB", Met, null, [new(Seen(second, "CB034"), "HTXSNV", null, null)])));
        var now = await Sheets.SheetAsync(FullFiles.Year, "CB-CN");
        Assert.Equal(("HTTNV", "HTNV", new Attendance(6, 0)), (Row(now, "CB034").Proposed, Row(now, "CB035").Proposed, now.Attendance));
    }

    [Fact]
    public async Task A_row_tells_how_far_its_file_is_and_what_the_reader_may_do_with_it()
    {
        var row = Row(await Sheets.SheetAsync(FullFiles.Year, "CB-CN"), "CB035").File!;

        Assert.Equal((ReviewStep.Meeting, "HTTNV"), (row.Step, row.OwnGrade));
        Assert.Equal([ReviewAct.Opine, ReviewAct.Record, ReviewAct.Return], row.May.Order());
    }

    [Fact]
    public async Task A_reason_for_no_grade_is_entered_at_any_step_and_what_the_cell_said_stays_until_it_says_otherwise()
    {
        await FullFiles.EnterAsync(_org, "CB035", "CB-CN", "HTTNV", comment: "Gương mẫu");
        await FullFiles.EnterAsync(_org, "CB035", "CB-CN", "HTNV");
        Assert.Equal("Gương mẫu", Row(await Sheets.SheetAsync(FullFiles.Year, "CB-CN"), "CB035").File!.Comment);
        var head = Row(await Sheets.SheetAsync(FullFiles.Year, "CB-CN"), "CB033");

        await Sheets.EnterAsync(new("5-BB/CB", Met, null, [new(head.Seen, null, "Exempt", null)]));

        Assert.Equal(ReviewState.NotGraded, Row(await Sheets.SheetAsync(FullFiles.Year, "CB-CN"), "CB033").State);
    }

    private static Seen Seen(CellReview sheet, string person) => Row(sheet, person).Seen;

    private static ReviewRow Row(CellReview sheet, string person) => sheet.Members.Single(m => m.Person!.Code == person);
}
