using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>The committee's own ballot over all cells.</summary>
public class ExcellentServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    private ExcellentService Rounds => _org.Get<ExcellentService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("secretary");
        var cycles = _org.Get<ReviewCycleService>();
        await cycles.ReopenAsync(Assert.Single((await cycles.BoardsAsync(2019)).Boards).Cycle, "Bình chọn lại");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Those_graded_good_or_better_by_their_cells_are_candidates_and_as_many_may_be_chosen_as_leave_the_cap_kept()
    {
        var list = await Rounds.ListAsync(2019, "DB-SCT");

        Assert.Equal((72, 12), (list.Rows.Count, list.Most)); // 60 good and 12 excellent: 20 % of 60
        Assert.All(list.Rows, r => Assert.False(r.IsChosen));
    }

    [Fact]
    public async Task Whom_more_than_half_of_those_convened_vote_for_is_chosen_within_the_cap_and_decided_with_all_others()
    {
        var list = await Rounds.ListAsync(2019, "DB-SCT");
        var some = list.Rows.Where(r => r.MayDecide).Take(14).ToList();
        await Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 0, [.. some.Select((r, i) => new ExcellentVote(r.Review.Id, i == 13 ? 4 : i == 12 ? 5 : i < 2 ? 9 : 6))]));

        list = await Rounds.ListAsync(2019, "DB-SCT");
        Assert.Equal(12, list.Rows.Count(r => r.IsChosen));
        Assert.Equal((9, 9, 6), (list.Rows[0].Votes, list.Rows[1].Votes, list.Rows[2].Votes));
        await _org.Get<CellReviewService>().DecideAsync([.. list.Rows.Where(r => r.MayDecide).Select(r => new GradeDecided(r.Review, r.IsChosen ? "HTXSNV" : "HTTNV"))]);
        var members = Assert.Single((await _org.Get<ReviewCycleService>().BoardsAsync(2019)).Boards).DecidedMembers;
        Assert.Equal((12, false), (members.ByGrade["HTXSNV"], members.OverCap));
    }

    [Fact]
    public async Task Equal_votes_at_the_edge_of_the_cap_choose_nobody_and_say_so()
    {
        var list = await Rounds.ListAsync(2019, "DB-SCT");
        var some = list.Rows.Where(r => r.MayDecide).Take(14).ToList();
        await Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 0, [.. some.Select((r, i) => new ExcellentVote(r.Review.Id, i == 13 ? 4 : i < 11 ? 8 : 6))]));

        list = await Rounds.ListAsync(2019, "DB-SCT");
        Assert.Equal((11, 2), (list.Rows.Count(r => r.IsChosen), list.Rows.Count(r => r.IsTied))); // one place for two
        Assert.All(list.Rows.Where(r => r.IsTied), r => Assert.Equal((6, false), (r.Votes, r.IsChosen)));
    }

    [Fact]
    public async Task Ballots_that_do_not_add_up_are_refused_and_two_do_not_overwrite_each_other()
    {
        var list = await Rounds.ListAsync(2019, "DB-SCT");
        await Refusal.IsAsync("Ballot.DoesNotAddUp", () => Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 10, 9, 0, [])));
        await Refusal.IsAsync("Ballot.DoesNotAddUp", () => Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 1, [new(list.Rows[0].Review.Id, 9)])));
        await Refusal.IsAsync("Review.NotACandidate", () => Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 0, [new(Guid.NewGuid(), 9)])));
        await Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 0, []));
        await Assert.ThrowsAsync<ConflictException>(() => Rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 0, [])));
    }

    [Fact]
    public async Task It_is_the_committees_and_its_reading_is_logged()
    {
        await Rounds.ListAsync(2019, "DB-SCT");
        var name = _org.Actor.Name;
        Assert.Contains(await _org.Get<ReadLog>().OfAsync("CB049", default), r => r.What == "ExcellentList" && r.User == name);
        await _org.SignInAsync("cell1");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Rounds.ListAsync(2019, "DB-SCT"));
    }
}
