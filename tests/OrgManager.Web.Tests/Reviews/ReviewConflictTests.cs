using Bunit;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>Whoever is slower is told, keeps what was typed, and may save it knowing; and what the committee looks at again it may stand by.</summary>
public class ReviewConflictTests : IAsyncLifetime
{
    private const string Member = "CB035", Cell = "CB-CN", Told = "Người khác vừa cập nhật";
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_complaint_that_is_turned_down_is_concluded_in_the_sheet_with_the_same_grade_and_why()
    {
        await FullFiles.ProposeAsync(_org, Member, Cell, "HTTNV");
        await FullFiles.DecideAsync(_org, Member, Cell, "HTTNV");
        await FullFiles.MoveAsync(_org, "partyclerk", Member, ReviewAct.Notify);
        await FullFiles.MoveAsync(_org, "self", Member, ReviewAct.Complain, "Đề nghị xem lại");
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open($"/reviews/{FullFiles.Year}/{Cell}");
        page.WaitForState(() => page.FindAll("#sheet").Count > 0);
        var name = await NameAsync();
        Assert.Equal("HTTNV", page.Find($"select[aria-label='{name}: Đảng ủy quyết định']").GetAttribute("value"));
        Assert.Equal("true", page.Find("button[form=sheet]").GetAttribute("aria-disabled"));

        await page.TypeAsync($"textarea[aria-label='Nhận xét của Đảng ủy: {name}']", "Giữ mức đã quyết định");
        await page.SubmitAsync("#sheet");

        page.WaitForState(() => page.Find(".actions [role=status]").TextContent == "Đã lưu");
        await _org.SignInAsync("partyclerk");
        var file = await FullFiles.FileAsync(_org, Member);
        Assert.Equal((ReviewStep.Notice, ReviewState.Decided, "HTTNV"), (file.Step, file.State, file.Outcome!.Grade));
        Assert.Equal([("HTTNV", (string?)null), ("HTTNV", "Giữ mức đã quyết định")], file.Outcome.Decisions.Select(d => (d.Grade, d.Remark)));
    }

    [Fact]
    public async Task What_came_of_a_remedy()
    {
        await FullFiles.SubmitAsync(_org, "self", Member);
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/remedies");
        await page.ClickAsync("tbody .btn");
        await page.TypeAsync("#remedy-note", "Đã đúng hạn cả năm");
        var (remedies, row) = (_org.Get<RemedyService>(), Assert.Single(await _org.Get<RemedyService>().ListAsync(new())));
        await remedies.SettleAsync(row.Seen, row.Remedy.Number, RemedyState.NotDone, "Chưa thấy kết quả");

        await page.SaveAsync();
        AssertTold(page, "#remedy-note", "Đã đúng hạn cả năm");
        await page.SaveAsync();

        page.WaitForState(() => page.FindAll("dialog.sheet").Count == 0);
        Assert.Equal((RemedyState.Done, "Đã đúng hạn cả năm"), Assert.Single(await remedies.ListAsync(new(OnlyOpen: false))).Remedy is var settled ? (settled.State, settled.Note) : default);
    }

    [Fact]
    public async Task What_a_head_says_of_somebody()
    {
        await using var browser = await SignInAsync("unithead");
        var page = browser.Open("/reviews/comments");
        var comments = _org.Get<StaffCommentService>();
        await page.ClickAsync($"button[aria-label='Nhận xét, xếp loại: {(await RowAsync()).Person.FullName}']");
        await page.TypeAsync("#comment-grade", "HTTNV");
        await page.TypeAsync("#comment-text", "Hoàn thành tốt");
        await comments.CommentAsync((await RowAsync()).Seen, "Từ máy khác", "HTNV");

        await page.SaveAsync();
        AssertTold(page, "#comment-text", "Hoàn thành tốt");
        await page.SaveAsync();

        page.WaitForState(() => page.FindAll("dialog.sheet").Count == 0);
        Assert.Equal(("Hoàn thành tốt", "HTTNV"), (await RowAsync()).Comment is { } said ? (said.Text, said.WorkGrade) : default);

        async Task<StaffCommentRow> RowAsync() => (await comments.ListAsync()).Single(r => r.Person.Code == Member);
    }

    [Fact]
    public async Task A_return_with_its_reason()
    {
        await FullFiles.SubmitAsync(_org, "self", Member);
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open($"/reviews/{FullFiles.Year}/members/{Member}");
        await page.ClickAsync("main button", button => button.TextContent == "Trả lại");
        await page.TypeAsync("#act-remark", "Bổ sung nguyên nhân");
        await _org.Get<ReviewFileService>().HearAsync((await FullFiles.FileAsync(_org, Member)).Seen, "Công đoàn", "Tốt");

        await page.SaveAsync();
        AssertTold(page, "#act-remark", "Bổ sung nguyên nhân");
        await page.SaveAsync();

        page.WaitForState(() => page.FindAll("dialog.sheet").Count == 0);
        Assert.Equal((ReviewStep.SelfReview, "Bổ sung nguyên nhân"), (await FullFiles.FileAsync(_org, Member)) is var file ? (file.Step, file.Moves[^1].Remark) : default);
    }

    [Fact]
    public async Task Minutes_that_somebody_else_entered_otherwise_and_the_same_minutes_say_nothing()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open($"/reviews/{FullFiles.Year}/{Cell}");
        await TypeAsync(page, "5-BB/CB");
        await EnterAsync("5-BB/CB");
        await page.SubmitAsync("#sheet");
        page.WaitForState(() => page.Find(".actions [role=status]").TextContent == "");
        Assert.DoesNotContain("Người khác vừa nhập", page.Find("aside").TextContent, StringComparison.Ordinal);

        await TypeAsync(page, "6-BB/CB");
        await EnterAsync("7-BB/CB");
        await page.SubmitAsync("#sheet");
        page.WaitForAssertion(() => Assert.Contains("Biên bản: Người khác vừa nhập “7-BB/CB, 10/12/2025”; ở đây đang nhập “6-BB/CB, 10/12/2025”", page.Find("aside").TextContent, StringComparison.Ordinal));
        await page.SubmitAsync("#sheet");
        page.WaitForState(() => page.Find(".actions [role=status]").TextContent == "Đã lưu");
        Assert.Equal("6-BB/CB", (await _org.Get<CellReviewService>().SheetAsync(FullFiles.Year, Cell)).MinutesNumber);

        async Task EnterAsync(string number)
        {
            var sheet = await _org.Get<CellReviewService>().SheetAsync(FullFiles.Year, Cell);
            await _org.Get<CellReviewService>().EnterAsync(new(number, new(2025, 12, 10), new(sheet.Own.Seen, null, null, null), []));
        }

        static async Task TypeAsync(IRenderedComponent<Routes> sheet, string number)
        {
            await sheet.TypeAsync("#minutes-number", number);
            await sheet.TypeAsync("#minutes-day", "10/12/2025");
        }
    }

    private static void AssertTold(IRenderedComponent<Routes> page, string field, string typed)
    {
        page.WaitForAssertion(() => Assert.Contains(Told, page.Find("dialog.sheet [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(typed, page.Find(field).GetAttribute("value") ?? page.Find(field).TextContent);
    }

    private async Task<string> NameAsync() => await _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.PersonByCode(Member)!.FullName));

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
