using OrgManager.Access;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Staff;

/// <summary>Grades of staff from the level above: whoever heads the organisation enters those of the deputies, and who keeps the staff that of the head.</summary>
public class StaffAboveTests : IAsyncLifetime
{
    private static readonly DateOnly Came = new(2021, 1, 20);
    private TestOrg _org = null!;

    private StaffAboveService Above => _org.Get<StaffAboveService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_grade_of_who_heads_the_organisation_is_entered_by_who_keeps_the_staff_so_that_the_figures_are_confirmed()
    {
        var board = await StaffYears.OpenAsync(_org);
        await StaffYears.DecideAllAsync(_org, _ => "HTTNV");
        var awaited = await _org.Get<ReviewCycleService>().AwaitedAsync(board.Cycle.Id);
        await _org.Get<ReviewCycleService>().ArriveAsync(board.Cycle.Id, [.. awaited.Where(a => !a.IsOwn).Select(a => new GradeDecided(a.Review, "HTTNV"))], Came);
        await StaffYears.CloseAsync(_org);
        Assert.Equal((false, 1), await StaffYears.BoardAsync(_org) is var before ? (before.Confirmed, before.Sums.Waiting) : default);

        await _org.SignInAsync("hr");
        Assert.Equal(1, (await _org.Get<ReviewWaitService>().WaitingAsync()).Above);
        var year = Assert.Single(await Above.ListAsync());
        var director = Assert.Single(year.Rows);
        Assert.Equal(("SCT", 2020, "CB001", null, false), (year.Organisation.Code, year.Year, director.Person?.Code, director.Grade, director.IsOwn));
        await Above.ArriveAsync(year.CycleId, [new(director.Review, "HTXSNV")], Came);

        Assert.Empty(await Above.ListAsync());
        Assert.Equal(0, (await _org.Get<ReviewWaitService>().WaitingAsync()).Above);
        Assert.Contains("ReviewsAbove", (await _org.Get<ReadLog>().OfAsync("CB001", default)).Select(r => r.What));
        await _org.SignInAsync("director");
        var after = await StaffYears.BoardAsync(_org);
        Assert.Equal((true, 2), (after.Confirmed, after.Closings.Count));
        Assert.Equal("HTXSNV", (await StaffYears.RowAsync(_org, "SCT", "CB001")).Grade);
    }

    [Fact]
    public async Task They_see_those_above_alone_and_nothing_that_was_proposed_and_enter_no_other_grade()
    {
        await StaffYears.OpenAsync(_org);
        await StaffYears.ProposeAsync(_org, "SCT", "CB002", "HTXSNV");
        var other = await StaffYears.RowAsync(_org, "QLCN", "CB035");
        await _org.SignInAsync("hr");

        var year = Assert.Single(await Above.ListAsync());
        Assert.All(year.Rows, row => Assert.Null(row.Proposed));
        Assert.DoesNotContain(year.Rows, row => row.Person?.Code == "CB035");
        await Refusal.IsAsync("Review.NotAwaited", () => Above.ArriveAsync(year.CycleId, [new(other.Seen, "HTXSNV")], Came));
        await Assert.ThrowsAsync<AccessDeniedException>(() => StaffYears.SheetAsync(_org, "SCT"));
    }

    [Fact]
    public async Task Nobody_enters_their_own_and_a_year_of_the_party_is_none_of_theirs()
    {
        await StaffYears.OpenAsync(_org);
        await _org.SignInAsync("admin");
        await _org.Get<UserService>().LinkAsync("hr", "CB002");
        await _org.SignInAsync("hr");
        var year = Assert.Single(await Above.ListAsync());
        await Refusal.IsAsync("Review.OwnGrade", () => Above.ArriveAsync(year.CycleId, [new(year.Rows.Single(r => r.IsOwn).Review, "HTXSNV")], Came));

        await _org.SignInAsync("partyclerk");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Above.ListAsync());
        await Assert.ThrowsAsync<AccessDeniedException>(() => Above.ArriveAsync(year.CycleId, [], Came));
    }
}
