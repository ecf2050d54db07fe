using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Tests.Reviews;

/// <summary>The list of an open year, brought up to a later day: who came since is reviewed, who left keeps nothing open.</summary>
public class RollServiceTests : IAsyncLifetime
{
    private const int Year = 2025;
    private const string Leaver = "CB050", Mover = "CB035";
    private static readonly DateOnly List = new(Year, 10, 1), Since = new(Year, 11, 1), Last = new(Year, 12, 31);
    private TestOrg _org = null!;

    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();
    private CellReviewService Sheets => _org.Get<CellReviewService>();
    private RollService Roll => _org.Get<RollService>();
    private PartyService Party => _org.Get<PartyService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Who_came_after_the_year_was_opened_is_taken_in_who_left_is_closed_and_who_moved_takes_the_review_along()
    {
        await OpenAsync();
        await ComeAndGoAsync();

        Assert.Equal(4, (await BoardAsync()).Outdated);
        var changes = await PreviewAsync();
        Assert.Equal(
            [(RollStep.Added, "MOI1", "CB-TM", null), (RollStep.Added, "MOI2", "CB-TM", "AdmittedUnderSixMonths"), (RollStep.Moved, Mover, "CB-VP", null), (RollStep.Closed, Leaver, "CB-TM", LeftReason.Member)],
            changes.Rows.OrderBy(r => r.Step).ThenBy(r => r.Person!.Code, StringComparer.Ordinal).Select(r => (r.Step, r.Person!.Code, r.Cell.Code, r.Reason)));
        Assert.Equal("CB-CN", changes.Rows.Single(r => r.Step == RollStep.Moved).From?.Code);
        await Roll.RefreshAsync(changes);

        var (left, came) = (await RowAsync("CB-TM", Leaver), await RowAsync("CB-TM", "MOI1"));
        Assert.Equal((ReviewState.NotGraded, LeftReason.Member, ReviewState.Open, ReviewState.NotGraded), (left.State, left.NotGraded, came.State, (await RowAsync("CB-TM", "MOI2")).State));
        Assert.Equal(ReviewState.Open, (await RowAsync("CB-VP", Mover)).State);
        Assert.DoesNotContain((await Sheets.SheetAsync(Year, "CB-CN")).Members, m => m.Person!.Code == Mover);
        Assert.Equal("Không còn sinh hoạt tại đảng bộ", (await Sheets.SheetAsync(Year, "CB-TM")).Rules.ReasonName(left.NotGraded!));
        Assert.Empty((await PreviewAsync()).Rows);
        Assert.Equal(0, (await BoardAsync()).Outdated);
        Assert.Contains("ReviewRoll", (await _org.Get<ReadLog>().OfAsync(Leaver, default)).Select(r => r.What));
    }

    [Fact]
    public async Task With_its_list_up_to_date_a_year_is_closed_that_who_left_kept_open()
    {
        await OpenAsync();
        await ComeAndGoAsync();
        await DecideAllAsync(but: Leaver);
        await Refusal.IsAsync("ReviewCycle.ReviewsOpen", async () => await Cycles.CloseAsync((await BoardAsync()).Cycle, Last));

        await _org.SignInAsync("partyclerk");
        await Roll.RefreshAsync(await PreviewAsync());
        await DecideAllAsync();
        await Cycles.CloseAsync((await BoardAsync()).Cycle, Last);
        Assert.Equal(Last, (await BoardAsync()).ClosedOn);

        await _org.SignInAsync("partyclerk");
        await Refusal.IsAsync("ReviewCycle.Closed", () => PreviewAsync());
    }

    [Fact]
    public async Task Who_leaves_after_something_was_entered_keeps_it_and_people_decide()
    {
        await OpenAsync();
        await EnterAsync("CB-TM", Leaver);
        await EnterAsync("CB-CN", Mover);
        await ComeAndGoAsync();

        Assert.Equal([(Mover, "CB-CN"), (Leaver, "CB-TM")], (await PreviewAsync()).Rows.Where(r => r.Step == RollStep.Kept).OrderBy(r => r.Person!.Code, StringComparer.Ordinal).Select(r => (r.Person!.Code, r.Cell.Code)));
        await Roll.RefreshAsync(await PreviewAsync());

        Assert.Equal(("HTTNV", "HTTNV"), ((await RowAsync("CB-TM", Leaver)).Proposed, (await RowAsync("CB-CN", Mover)).Proposed));
        var changes = await PreviewAsync();
        Assert.True(changes.IsUpToDate);
        await Refusal.IsAsync("ReviewRoll.UpToDate", () => Roll.RefreshAsync(changes));
    }

    [Fact]
    public async Task Who_is_there_again_after_all_is_taken_in_again()
    {
        await OpenAsync();
        await ComeAndGoAsync();
        await Roll.RefreshAsync(await PreviewAsync());
        await _org.Get<MemberAmendmentService>().CorrectEndAsync(await MemberAsync(Leaver, Since.AddDays(-1)), null, null, "Ghi nhầm người");

        var changes = await PreviewAsync();
        Assert.Equal([(RollStep.Returned, Leaver)], changes.Rows.Select(r => (r.Step, r.Person!.Code)));
        await Roll.RefreshAsync(changes);

        Assert.Equal((ReviewState.Open, null), await RowAsync("CB-TM", Leaver) is var row ? (row.State, row.NotGraded) : default);
    }

    [Fact]
    public async Task An_earlier_day_puts_nobody_out_who_came_after_it()
    {
        await OpenAsync();
        await ComeAndGoAsync();
        await Roll.RefreshAsync(await PreviewAsync());

        Assert.DoesNotContain((await Roll.PreviewAsync((await BoardAsync()).Cycle.Id, List)).Rows, r => r.Step is RollStep.Closed or RollStep.Kept);
    }

    [Fact]
    public async Task Only_what_was_shown_is_done_and_by_who_opens_years()
    {
        await OpenAsync();
        await ComeAndGoAsync();
        var seen = await PreviewAsync();
        await JoinAsync("MOI3", new(2012, 1, 1), Since);

        Assert.Equal(4, seen.Rows.Count);
        await _org.SignInAsync("partyclerk");
        var refused = await Assert.ThrowsAsync<ConflictException>(() => Roll.RefreshAsync(seen));
        Assert.Equal(5, Assert.IsType<RollChanges>(refused.Current).Rows.Count);
        foreach (var user in new[] { "secretary", "cell1", "director", "inspector", "self" })
        {
            await _org.SignInAsync(user);
            await Assert.ThrowsAsync<AccessDeniedException>(() => Roll.PreviewAsync(seen.CycleId, Last));
            await Assert.ThrowsAsync<AccessDeniedException>(() => Roll.RefreshAsync(seen));
        }
    }

    [Fact]
    public async Task A_cell_founded_since_is_reviewed_and_one_that_ended_empty_is_closed()
    {
        _org.Actor = Actor.System;
        var (committee, before) = (await _org.UnitIdAsync("DB-SCT"), await FoundAsync("CB-CU", new(2020, 1, 1)));
        await JoinAsync("MOI1", new(2012, 1, 1), new(2020, 1, 1), "CB-CU");
        await OpenAsync();
        _org.Actor = Actor.System;
        await Party.MoveAsync(await MemberAsync("MOI1", Since), await FoundAsync("CB-MOI", Since), Since);
        await _org.Units.EndAsync((await _org.Units.GetAsync(before)).Seen, Since);
        await _org.SignInAsync("partyclerk");

        var changes = await PreviewAsync();
        Assert.Equal(
            [(RollStep.Added, ReviewSubject.Cell, "CB-MOI", "FoundedUnderSixMonths"), (RollStep.Moved, ReviewSubject.Member, "CB-MOI", null), (RollStep.Closed, ReviewSubject.Cell, "CB-CU", LeftReason.Organisation)],
            changes.Rows.Select(r => (r.Step, r.Subject, r.Cell.Code, r.Reason)));
        await Roll.RefreshAsync(changes);
        Assert.Equal((0, 1), ((await Sheets.SheetAsync(Year, "CB-CU")).Members.Count, (await Sheets.SheetAsync(Year, "CB-MOI")).Members.Count));
        Assert.Equal(committee, (await BoardAsync()).Committee.Id);
    }

    [Fact]
    public async Task Where_full_files_are_kept_one_that_is_begun_stays_and_that_of_who_left_is_archived_with_the_reason()
    {
        await FullFiles.OpenAsync(_org, Year, on: List);
        await FullFiles.SubmitAsync(_org, "self", Mover);
        await FullFiles.SubmitAsync(_org, "partyclerk", Leaver);
        await ComeAndGoAsync();

        var changes = await PreviewAsync();
        Assert.Equal([(RollStep.Added, "MOI1"), (RollStep.Added, "MOI2"), (RollStep.Closed, Leaver), (RollStep.Kept, Mover)], changes.Rows.Where(r => r.Person is not null).OrderBy(r => r.Step).ThenBy(r => r.Person!.Code, StringComparer.Ordinal).Select(r => (r.Step, r.Person!.Code)));
        await Roll.RefreshAsync(changes);

        var file = await FullFiles.FileAsync(_org, Leaver);
        Assert.Equal((ReviewStep.Archived, LeftReason.Member, "Không còn sinh hoạt tại đảng bộ"), (file.Step, file.NotGraded, file.Moves[^1].Remark));
        Assert.Equal(ReviewStep.UnitComment, (await FullFiles.FileAsync(_org, "MOI1")).Step);
    }

    [Fact]
    public async Task Who_has_a_result_of_the_year_in_another_committee_is_not_reviewed_twice()
    {
        await OpenAsync();
        _org.Actor = Actor.System;
        var other = await _org.Units.FoundAsync(new("DB-KHAC", Branch.Party, new("Đảng bộ khác", "GrassrootsCommittee", null)), new(2020, 1, 1));
        var cell = await FoundAsync("CB-KHAC", new(2020, 1, 1), other);
        await JoinAsync("MOI1", new(2012, 1, 1), new(2020, 1, 1), "CB-KHAC");
        await _org.Get<ReviewService>().TakeOverAsync(Year, other, "132-2018", [new(cell, "HTTNV", "1-BB", new(Year, 10, 20), [new(await _org.PersonIdAsync("MOI1"), "HTTNV", "HTTNV", null, false)])], new(Year, 10, 25));
        await Party.MoveAsync(await MemberAsync("MOI1", Since), await _org.UnitIdAsync("CB-TM"), Since);
        await _org.SignInAsync("partyclerk");

        Assert.Equal([(RollStep.Elsewhere, "MOI1")], (await PreviewAsync()).Rows.Select(r => (r.Step, r.Person!.Code)));
    }

    [Fact]
    public async Task Of_staff_who_heads_the_organisation_does_the_same()
    {
        await StaffYears.OpenAsync(_org, year: Year);
        _org.Actor = Actor.System;
        var (staff, units) = (_org.Get<StaffService>(), (From: await _org.UnitIdAsync("QLCN"), To: await _org.UnitIdAsync("VP")));
        await staff.RecruitAsync(new(new("MOI1", "Lê Thị Mới", Sex.Female, new(1995, 1, 1)), new(units.From, QuotaCategory.CivilServant)), new(Year, 12, 5));
        await staff.EndAsync([(await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB036"), new(Year, 12, 5))).Seen], new(Year, 12, 10), EmploymentEnd.Retirement);
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB035"), new(Year, 12, 5))).Seen, new() { UnitId = units.To })], new(Year, 12, 10));
        await _org.SignInAsync("director");
        var cycle = (await StaffYears.BoardAsync(_org, Year)).Cycle;

        var changes = await Roll.PreviewAsync(cycle.Id, Last);
        Assert.Equal([(RollStep.Added, "MOI1", "QLCN"), (RollStep.Moved, "CB035", "VP"), (RollStep.Closed, "CB036", "QLCN")], changes.Rows.Select(r => (r.Step, r.Person!.Code, r.Cell.Code)));
        await Roll.RefreshAsync(changes);

        Assert.Equal(LeftReason.Worker, (await StaffYears.RowAsync(_org, "QLCN", "CB036", Year)).NotGraded);
        Assert.NotNull(await StaffYears.RowAsync(_org, "VP", "CB035", Year));
        await _org.SignInAsync("unithead");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Roll.PreviewAsync(cycle.Id, Last));
    }

    private async Task OpenAsync()
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OpenAsync(Year, await _org.UnitIdAsync("DB-SCT"), "132-2018", List);
    }

    /// <summary>Two come, one of them admitted lately; one leaves, and one goes to another cell. Ends as the party's clerk.</summary>
    private async Task ComeAndGoAsync()
    {
        await JoinAsync("MOI1", new(2012, 1, 1), Since);
        await JoinAsync("MOI2", Since, Since);
        await Party.LeaveAsync(await MemberAsync(Leaver, Since), Since, MembershipEnd.TransferOut);
        await Party.MoveAsync(await MemberAsync(Mover, Since), await _org.UnitIdAsync("CB-VP"), Since);
        await _org.SignInAsync("partyclerk");
    }

    private async Task JoinAsync(string code, DateOnly admitted, DateOnly from, string cell = "CB-TM")
    {
        _org.Actor = Actor.System;
        var person = await _org.Get<StaffService>().RecruitAsync(new(new(code, $"Lê Thị {code}", Sex.Female, new(1985, 1, 1)), new(await _org.UnitIdAsync("QLCN"), QuotaCategory.CivilServant)), from);
        await Party.JoinAsync(person, new(admitted, admitted, admitted < from ? admitted.AddYears(1) : null), await _org.UnitIdAsync(cell), from);
    }

    private async Task<Guid> FoundAsync(string code, DateOnly from, Guid? committee = null) =>
        await _org.Units.FoundAsync(new(code, Branch.Party, new($"Chi bộ {code}", "Cell", committee ?? await _org.UnitIdAsync("DB-SCT"))), from);

    private async Task<Seen> MemberAsync(string code, DateOnly on) => (await Party.MemberOnAsync(await _org.PersonIdAsync(code), on)).Seen;

    private async Task<RollChanges> PreviewAsync() => await Roll.PreviewAsync((await BoardAsync()).Cycle.Id, Last);

    private async Task<ReviewBoard> BoardAsync() => (await Cycles.BoardsAsync(Year)).Boards.Single(b => b.Committee.Code == "DB-SCT");

    private async Task<ReviewRow> RowAsync(string cell, string person) => (await Sheets.SheetAsync(Year, cell)).Members.Single(m => m.Person!.Code == person);

    private async Task EnterAsync(string cell, string person) => await Sheets.EnterAsync(new("5-BB/CB", new(Year, 10, 20), null, [new((await RowAsync(cell, person)).Seen, "HTTNV", null, null)]));

    /// <summary>Ends as the committee's secretary.</summary>
    private async Task DecideAllAsync(string? but = null)
    {
        await _org.SignInAsync("secretary");
        foreach (var cell in (await BoardAsync()).ByCell)
        {
            var sheet = await Sheets.SheetAsync(Year, cell.Cell.Code);
            await Sheets.DecideAsync([.. sheet.Own.Grade is null ? [new(sheet.Own.Seen, "HTTNV")] : Array.Empty<GradeDecided>(), .. sheet.Members.Where(m => m is { DecidedAbove: false, NotGraded: null, Grade: null, IsOwn: false } && m.Person!.Code != but).Select(m => new GradeDecided(m.Seen, "HTTNV"))]);
        }
    }
}
