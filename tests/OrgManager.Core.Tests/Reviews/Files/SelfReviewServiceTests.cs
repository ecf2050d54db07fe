using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>A self-review while it is typed, and when it is handed in.</summary>
public class SelfReviewServiceTests : IAsyncLifetime
{
    private const string Member = "CB035";
    private TestOrg _org = null!;

    private SelfReviewService Selves => _org.Get<SelfReviewService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_is_typed_is_kept_for_the_next_time_and_is_no_change_of_the_organisation()
    {
        var file = await MineAsync();
        var before = await _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

        Assert.Equal(1, await Selves.SaveDraftAsync(file.Seen.Id, 0, Said("Đang viết")));
        Assert.Equal(2, await Selves.SaveDraftAsync(file.Seen.Id, 1, Said("Đang viết tiếp")));

        await using var later = _org.Beside();
        later.Actor = _org.Actor;
        var draft = (await FullFiles.FileAsync(later, Member)).Draft!;
        Assert.Equal(("Đang viết tiếp", 2), (draft.Said.Text("I.1"), draft.Version));
        Assert.Equal(before, await later.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq)));
        Assert.True((await later.Get<ReviewFileService>().MineAsync()).Single(r => r.Year == FullFiles.Year) is { HasDraft: true, IsDue: true });
    }

    [Fact]
    public async Task A_second_device_is_told_what_the_first_has_saved_instead_of_overwriting_it()
    {
        var file = await MineAsync();
        await Selves.SaveDraftAsync(file.Seen.Id, 0, Said("Máy thứ nhất"));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Selves.SaveDraftAsync(file.Seen.Id, 0, Said("Máy thứ hai")));

        Assert.Equal("Máy thứ nhất", Assert.IsType<DraftDetails>(conflict.Current).Said.Text("I.1"));
        await Selves.SaveDraftAsync(file.Seen.Id, 1, Said("Máy thứ nhất, tiếp"));
        await Assert.ThrowsAsync<ConflictException>(() => Selves.SaveDraftAsync(file.Seen.Id, 1, Said("Máy thứ hai")));
        await Assert.ThrowsAsync<ConflictException>(() => Selves.SubmitAsync(file.Seen.Id, 1, FullFiles.Whole(file.Form)));
        Assert.Equal("Máy thứ nhất, tiếp", (await MineAsync()).Draft!.Said.Text("I.1"));
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone_also_before_who_works_for_the_cell()
    {
        await Selves.SaveDraftAsync((await MineAsync()).Seen.Id, 0, Said("Chưa nộp"));

        await _org.SignInAsync("partyclerk");
        var seen = await FullFiles.FileAsync(_org, Member);
        Assert.Null(seen.Draft);
        Assert.Equal(1, await Selves.SaveDraftAsync(seen.Seen.Id, 0, Said("Từ bản giấy")));
        Assert.Equal("Chưa nộp", (await MineAsync()).Draft!.Said.Text("I.1"));
    }

    [Fact]
    public async Task Handed_in_it_is_kept_with_the_criteria_as_they_were_shown_and_the_draft_is_gone()
    {
        var file = await MineAsync();
        await Selves.SaveDraftAsync(file.Seen.Id, 0, Said("Nháp"));

        await Selves.SubmitAsync(file.Seen.Id, 1, FullFiles.Whole(file.Form, "HTXSNV"));

        var after = await MineAsync();
        Assert.Equal((ReviewStep.Opinions, null, false, "HTXSNV"), (after.Step, after.Draft, after.Self!.FromPaper, after.Self.Said.OwnGrade));
        Assert.Contains(after.Self.Said.Scores, s => s is { Code: "M1.2", Text: "Phẩm chất đạo đức, lối sống", Level: "Xuất sắc" });
        Assert.Equal(("Còn chậm báo cáo", "Lập lịch báo cáo", RemedyState.Open), Assert.Single(after.Remedies) is var r ? (r.Shortcoming, r.Action, r.State) : default);
        await Refusal.IsAsync("ReviewFile.NotNow", () => Selves.SaveDraftAsync(file.Seen.Id, 0, Said("Muộn")));
    }

    [Fact]
    public async Task What_the_clerk_enters_from_paper_says_so()
    {
        await FullFiles.SubmitAsync(_org, "partyclerk", Member);

        Assert.True((await MineAsync()).Self!.FromPaper);
    }

    [Fact]
    public async Task What_is_missing_is_told_part_by_part_and_nothing_half_is_handed_in()
    {
        var file = await MineAsync();
        var half = FullFiles.Whole(file.Form) with { OwnGrade = null, Shortcomings = [new("Chậm", "", "", null)] };
        var missing = file.Form.Missing(half, file.Rules);

        Assert.Equal([("II", FormGap.Shortcoming), ("VII", FormGap.Grade)], missing.Select(m => (m.Part, m.Gap)));
        await Refusal.IsAsync("SelfReview.Incomplete", () => Selves.SubmitAsync(file.Seen.Id, 0, half));
        await Refusal.IsAsync("SelfReview.TooLong", () => Selves.SaveDraftAsync(file.Seen.Id, 0, Said(new('x', SelfReview.TextLength + 1))));
        Assert.Equal(ReviewStep.UnitComment, (await MineAsync()).Step);
    }

    [Fact]
    public async Task Others_may_neither_keep_nor_hand_in_what_is_not_theirs()
    {
        var file = await MineAsync();
        foreach (var other in new[] { "cell1", "unithead", "secretary", "hr", "admin" })
        {
            await _org.SignInAsync(other);
            await Assert.ThrowsAsync<AccessDeniedException>(() => Selves.SaveDraftAsync(file.Seen.Id, 0, Said("…")));
            await Assert.ThrowsAsync<AccessDeniedException>(() => Selves.SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form)));
        }
    }

    private async Task<ReviewFileDetails> MineAsync()
    {
        await _org.SignInAsync("self");
        return await FullFiles.FileAsync(_org, Member);
    }

    private static SelfReview Said(string text) => new() { Texts = new Dictionary<string, string> { ["I.1"] = text } };
}
