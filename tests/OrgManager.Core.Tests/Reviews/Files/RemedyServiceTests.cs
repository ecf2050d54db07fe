using OrgManager.Access;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>What was promised, followed through the year into the next review.</summary>
public class RemedyServiceTests : IAsyncLifetime
{
    private const string Member = "CB035";
    private TestOrg _org = null!;

    private RemedyService Remedies => _org.Get<RemedyService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
        await FullFiles.SubmitAsync(_org, "self", Member);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_next_years_review_opens_with_last_years_remedies_and_what_came_of_them()
    {
        await FullFiles.OpenAsync(_org, FullFiles.Year + 1);
        await _org.SignInAsync("self");
        Assert.Equal(RemedyState.Open, Assert.Single((await FullFiles.FileAsync(_org, Member, FullFiles.Year + 1)).LastRemedies).State);
        await _org.SignInAsync("partyclerk");
        var row = Assert.Single(await Remedies.ListAsync(new()));

        await Remedies.SettleAsync(row.Seen, row.Remedy.Number, RemedyState.Done, "Đã đúng hạn cả năm");

        await _org.SignInAsync("self");
        var next = await FullFiles.FileAsync(_org, Member, FullFiles.Year + 1);
        Assert.Equal((RemedyState.Done, "Đã đúng hạn cả năm"), Assert.Single(next.LastRemedies) is var r ? (r.State, r.Note) : default);
        await FullFiles.SubmitAsync(_org, "self", Member, FullFiles.Year + 1);
        Assert.Equal(RemedyState.Done, Assert.Single((await FullFiles.FileAsync(_org, Member, FullFiles.Year + 1)).Self!.Said.LastRemedies).State);
        await _org.SignInAsync("partyclerk");
        Assert.Single(await Remedies.ListAsync(new()));
        Assert.Equal(2, (await Remedies.ListAsync(new(OnlyOpen: false))).Count);
    }

    [Fact]
    public async Task While_nobody_has_said_what_came_of_last_years_remedies_the_committee_decides_only_with_a_remark()
    {
        await FullFiles.OpenAsync(_org, FullFiles.Year + 1, rules: "366-2025");
        await FullFiles.ProposeAsync(_org, Member, "CB-CN", "HTTNV", FullFiles.Year + 1, form => FullFiles.Whole(form, shortcomings: []));
        await _org.SignInAsync("partyclerk");
        var file = await FullFiles.FileAsync(_org, Member, FullFiles.Year + 1);

        Assert.True(file.Advice.Points >= 90);
        Assert.Equal([ReviewConcern.RemediesOpen], file.Concerns);
        await Refusal.IsAsync("Review.RemarkMissing", () => FullFiles.DecideAsync(_org, Member, "CB-CN", "HTTNV", year: FullFiles.Year + 1));
    }

    [Fact]
    public async Task What_is_open_is_found_however_much_was_settled_in_later_years()
    {
        var (committee, cell) = (await _org.UnitIdAsync("DB-SCT"), await _org.UnitIdAsync("CB-CN"));
        _org.Actor = Actor.System;
        await _org.Database.ChangeAsync(new("Remedy.Settle"), db =>
        {
            var people = db.Timeline.People.Take(80).ToList();
            for (var year = 2027; year < 2027 + 64; year++) // more files than the list is long, ten times
            {
                var cycle = ReviewCycle.Open(year, committee, "132-2018", CycleMode.FullFile);
                db.Add(cycle);
                foreach (var review in people.Select(p => Review.OfMember(cycle, p.Id, cell, decidedAbove: false)))
                {
                    var file = ReviewFile.Begin(review);
                    file.AddRemedy(new("Đã xong", "Đã làm", "Bản thân", new(year, 6, 30)));
                    file.Settle(1, RemedyState.Done, null, new("Thử", _org.Clock.NowUtc));
                    db.AddRange(review, file);
                }
            }
            return Task.CompletedTask;
        });
        await _org.SignInAsync("partyclerk");

        Assert.Equal(2025, Assert.Single(await Remedies.ListAsync(new())).Year);
    }

    [Fact]
    public async Task The_list_leaves_the_house_of_the_cells_one_may_take_out_alone_and_that_is_logged()
    {
        await FullFiles.SubmitAsync(_org, "partyclerk", "CB006");
        await _org.SignInAsync("cell1");
        Assert.Equal(["CB006"], (await Remedies.ExportAsync(new())).Select(r => r.Person!.Code));
        Assert.Contains(await _org.Get<ReadLog>().OfAsync("CB006", default), r => r.What == "RemediesExport");
        await _org.SignInAsync("self");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Remedies.ExportAsync(new()));
    }

    [Fact]
    public async Task What_is_not_done_is_explained_and_nobody_settles_their_own()
    {
        await _org.SignInAsync("self");
        var own = Assert.Single(await Remedies.ListAsync(new()));
        Assert.False(own.MaySettle);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Remedies.SettleAsync(own.Seen, own.Remedy.Number, RemedyState.Done, null));

        await _org.SignInAsync("partyclerk");
        await Refusal.IsAsync("Remedy.NoteMissing", () => Remedies.SettleAsync(own.Seen, own.Remedy.Number, RemedyState.NotDone, " "));
        await FullFiles.SubmitAsync(_org, "partyclerk", "CB034");
        await FullFiles.SubmitAsync(_org, "cell1", "CB005");
        var secretarys = (await Remedies.ListAsync(new("CB-VP"))).Single(r => r.Person!.Code == "CB005");
        await Refusal.IsAsync("ReviewFile.OwnMove", () => Remedies.SettleAsync(secretarys.Seen, secretarys.Remedy.Number, RemedyState.Done, null));
    }

    [Fact]
    public async Task What_the_cell_named_is_told_to_its_subject_with_the_outcome_and_not_before()
    {
        await _org.SignInAsync("partyclerk");
        await Remedies.AddAsync((await FullFiles.FileAsync(_org, Member)).Seen, new("Ít phát biểu", "Phát biểu mỗi kỳ họp", "Bản thân", new(2026, 3, 10)));
        Assert.Equal(["Ít phát biểu", "Còn chậm báo cáo"], await NamedAsync());
        await _org.SignInAsync("self");
        Assert.Equal(["Còn chậm báo cáo"], await NamedAsync());

        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Gather);
        await FullFiles.EnterAsync(_org, Member, "CB-CN", "HTTNV");
        foreach (var act in new[] { ReviewAct.Propose, ReviewAct.Verify }) await FullFiles.MoveAsync(_org, "partyclerk", Member, act);
        await FullFiles.DecideAsync(_org, Member, "CB-CN", "HTTNV");
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Notify);

        await _org.SignInAsync("self");
        Assert.Equal(["Ít phát biểu", "Còn chậm báo cáo"], await NamedAsync());

        async Task<IEnumerable<string>> NamedAsync() => (await Remedies.ListAsync(new())).Select(r => r.Remedy.Shortcoming);
    }

    [Fact]
    public async Task What_the_cell_named_stays_when_the_file_is_returned_and_handed_in_again()
    {
        await _org.SignInAsync("partyclerk");
        await Remedies.AddAsync((await FullFiles.FileAsync(_org, Member)).Seen, new("Ít phát biểu", "Phát biểu mỗi kỳ họp", "Bản thân", new(2026, 3, 10)));
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Return, "Viết lại phần hạn chế");

        await FullFiles.SubmitAsync(_org, "self", Member, said: form => FullFiles.Whole(form, shortcomings: [new("Hay họp muộn", "Đến đúng giờ", "Bản thân", new(2026, 6, 30))]));

        await _org.SignInAsync("partyclerk");
        Assert.Equal(["Ít phát biểu", "Hay họp muộn"], (await FullFiles.FileAsync(_org, Member)).Remedies.Select(r => r.Shortcoming));
    }

    [Fact]
    public async Task Another_day_for_the_same_promise_is_taken_when_the_file_is_handed_in_again()
    {
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Return, "Thời hạn quá xa");
        await FullFiles.SubmitAsync(_org, "self", Member, said: form => FullFiles.Whole(form, shortcomings: [new("Còn chậm báo cáo", "Lập lịch báo cáo", "Tổ công tác", new(2026, 3, 31))]));

        var remedy = Assert.Single((await FullFiles.FileAsync(_org, Member)).Remedies);
        Assert.Equal((1, "Tổ công tác", new DateOnly(2026, 3, 31)), (remedy.Number, remedy.Owner, remedy.DueOn!.Value));
    }

    [Fact]
    public async Task A_cell_adds_what_it_names_itself_and_what_is_past_its_day_is_told()
    {
        await _org.SignInAsync("partyclerk");
        var seen = (await FullFiles.FileAsync(_org, Member)).Seen;
        await Refusal.IsAsync("Remedy.Incomplete", () => Remedies.AddAsync(seen, new("Ít phát biểu", "", "Bản thân", new(2026, 1, 10))));
        await Remedies.AddAsync(seen, new("Ít phát biểu", "Phát biểu mỗi kỳ họp", "Bản thân", new(2026, 1, 10)));

        var rows = await Remedies.ListAsync(new("CB-CN"));
        Assert.Equal([("Ít phát biểu", true), ("Còn chậm báo cáo", false)], rows.Select(r => (r.Remedy.Shortcoming, r.IsOverdue)));
        Assert.Equal(["Remedies"], (await _org.Get<ReadLog>().OfAsync(Member, default)).Where(r => r.What == "Remedies").Select(r => r.What).Distinct());
    }
}
