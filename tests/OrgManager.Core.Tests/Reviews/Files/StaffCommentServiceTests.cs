using OrgManager.Access;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>What the head of a unit says of its people.</summary>
public class StaffCommentServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    private StaffCommentService Comments => _org.Get<StaffCommentService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_head_comments_on_the_own_people_and_never_on_themselves()
    {
        await _org.SignInAsync("unithead");
        var rows = await Comments.ListAsync();

        Assert.All(rows, r => Assert.Equal(("QLCN", true), (r.Unit!.Code, r.IsMine)));
        Assert.DoesNotContain(rows, r => r.Person.Code == "CB033");
        var row = rows.Single(r => r.Person.Code == "CB035");
        await Refusal.IsAsync("ReviewFile.TextMissing", () => Comments.CommentAsync(row.Seen, " ", "HTTNV"));
        await Refusal.IsAsync("RuleSet.GradeUnknown", () => Comments.CommentAsync(row.Seen, "Tốt", "GIOI"));
        await Comments.CommentAsync(row.Seen, "Tốt", "HTTNV");
        Assert.Equal((ReviewStep.SelfReview, "HTTNV"), (await Comments.ListAsync()).Single(r => r.Person.Code == "CB035") is var after ? (after.Step, after.Comment!.WorkGrade) : default);
    }

    [Fact]
    public async Task The_heads_are_the_directors_to_comment_on_and_out_of_their_own_reach()
    {
        await _org.SignInAsync("unithead");
        Assert.DoesNotContain(await Comments.ListAsync(), r => r.Person.Code == "CB033");
        await _org.SignInAsync("director");

        var head = (await Comments.ListAsync()).Single(r => r.Person.Code == "CB033");

        Assert.True(head.IsMine);
        await Comments.CommentAsync(head.Seen, "Lãnh đạo phòng tốt", "HTXSNV");
    }

    [Fact]
    public async Task Who_acts_as_head_is_for_the_head_above_to_comment_on()
    {
        await StaffYears.ActAsHeadAsync(_org, "QLCN", head: "CB033", deputy: "CB034", new(2025, 6, 1));
        await _org.SignInAsync("unithead"); // CB033, who heads it no more
        var seen = (await FullFilesAsync("CB034")).Seen;
        await Assert.ThrowsAsync<AccessDeniedException>(() => Comments.CommentAsync(seen, "Tốt", "HTTNV"));

        await _org.SignInAsync("director");
        var rows = await Comments.ListAsync();
        Assert.Equal((true, false), (rows.Single(r => r.Person.Code == "CB034").IsMine, rows.Single(r => r.Person.Code == "CB033").IsMine));
        await Comments.CommentAsync(seen, "Điều hành phòng tốt", "HTTNV");

        async Task<ReviewFileDetails> FullFilesAsync(string person)
        {
            var actor = _org.Actor;
            _org.Actor = Actor.System;
            var file = await FullFiles.FileAsync(_org, person);
            _org.Actor = actor;
            return file;
        }
    }

    [Fact]
    public async Task Who_heads_no_unit_is_refused_and_the_reading_is_logged()
    {
        await _org.SignInAsync("self");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Comments.ListAsync());
        await _org.SignInAsync("unithead");
        await Comments.ListAsync();
        Assert.Contains(await _org.Get<ReadLog>().OfAsync("CB035", default), r => r.What == "StaffComments" && r.User == _org.Actor.Name);
    }
}
