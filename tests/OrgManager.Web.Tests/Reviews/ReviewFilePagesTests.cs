using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>A member's file, the comments of the heads, remedies and criteria on their pages.</summary>
public class ReviewFilePagesTests : IAsyncLifetime
{
    private const string Mine = "/reviews/2025/members/CB035";
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_a_member_types_is_kept_without_a_button_once_the_keys_rest()
    {
        await using var browser = await SignInAsync("self");
        var page = browser.Open(Mine);

        await page.TypeAsync("textarea[id='text-I.1']", "Chấp hành tốt");
        page.WaitForState(() => page.Find("[role=status]").TextContent.Contains("Đang lưu nháp", StringComparison.Ordinal));
        _org.Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForState(() => page.Find("[role=status]").TextContent.Contains("Đã lưu nháp", StringComparison.Ordinal));
        Assert.Equal("Chấp hành tốt", (await FullFiles.FileAsync(_org, "CB035")).Draft!.Said.Text("I.1"));
    }

    [Fact]
    public async Task A_second_device_is_told_and_may_take_the_others_draft()
    {
        await using var browser = await SignInAsync("self");
        var page = browser.Open(Mine);
        page.WaitForState(() => page.FindAll("textarea[id='text-I.1']").Count > 0);
        await _org.Get<SelfReviewService>().SaveDraftAsync((await FullFiles.FileAsync(_org, "CB035")).Seen.Id, 0, new() { Texts = new Dictionary<string, string> { ["I.1"] = "Từ máy khác" } });

        await page.TypeAsync("textarea[id='text-I.1']", "Từ máy này");
        _org.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForState(() => page.Markup.Contains("Bản nháp đã được lưu từ thiết bị khác", StringComparison.Ordinal));
        await page.ClickAsync("button", button => button.TextContent == "Lấy bản của thiết bị kia");

        Assert.Equal("Từ máy khác", page.Find("textarea[id='text-I.1']").GetAttribute("value") ?? page.Find("textarea[id='text-I.1']").TextContent);
    }

    [Fact]
    public async Task Handing_in_tells_what_is_missing_and_then_shows_what_was_handed_in()
    {
        await _org.SignInAsync("self");
        var file = await FullFiles.FileAsync(_org, "CB035");
        await _org.Get<SelfReviewService>().SaveDraftAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form) with { OwnGrade = null });
        await using var browser = await SignInAsync("self");
        var page = browser.Open(Mine);

        await page.ClickAsync(".actions .btn.primary");
        page.WaitForState(() => page.FindAll("#missing").Count > 0);
        Assert.Contains("Phần VII: chưa tự nhận mức xếp loại", page.Find("#missing").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#own-grade", "HTTNV");
        await page.ClickAsync(".actions .btn.primary");

        page.WaitForState(() => page.FindAll(".prose-parts").Count > 0);
        Assert.Contains("Lấy ý kiến", page.Find(".steps .now").TextContent, StringComparison.Ordinal);
        Assert.Equal(ReviewStep.Opinions, (await FullFiles.FileAsync(_org, "CB035")).Step);
    }

    [Fact]
    public async Task The_home_page_says_what_waits_and_leads_to_it()
    {
        await using var browser = await SignInAsync("self");
        var page = browser.Open("/");
        page.WaitForState(() => page.FindAll($"a[href='{Mine}']").Count > 0);
        Assert.Contains("Bản tự kiểm điểm năm 2025", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_comments_in_a_dialog_and_the_file_goes_on()
    {
        await using var browser = await SignInAsync("unithead");
        var page = browser.Open("/reviews/comments");
        var name = (await _org.Get<StaffCommentService>().ListAsync()).Single(r => r.Person.Code == "CB035").Person.FullName;

        await page.ClickAsync($"button[aria-label='Nhận xét, xếp loại: {name}']");
        await page.TypeAsync("#comment-grade", "HTTNV");
        await page.TypeAsync("#comment-text", "Hoàn thành tốt");
        await page.SaveAsync();

        page.WaitForState(() => page.Markup.Contains("Hoàn thành tốt", StringComparison.Ordinal) && page.FindAll("dialog.sheet").Count == 0);
        Assert.Equal(ReviewStep.SelfReview, (await _org.Get<StaffCommentService>().ListAsync()).Single(r => r.Person.Code == "CB035").Step);
    }

    [Fact]
    public async Task In_the_sheet_of_the_cell_results_are_typed_only_at_the_meeting_and_then_sent_together()
    {
        await FullFiles.SubmitAsync(_org, "partyclerk", "CB035");
        await FullFiles.MoveAsync(_org, "partyclerk", "CB035", ReviewAct.Gather);
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2025/CB-CN");
        page.WaitForState(() => page.FindAll("#sheet").Count > 0);
        var name = (await _org.Get<CellReviewService>().SheetAsync(2025, "CB-CN")).Members.Single(m => m.Person!.Code == "CB035").Person!.FullName;

        Assert.Equal([$"{name}: Chi bộ đề nghị"], page.FindAll("tbody select").Select(s => s.GetAttribute("aria-label")));
        await page.TypeAsync("#minutes-number", "5-BB/CB");
        await page.TypeAsync("#minutes-day", "10/12/2025");
        await page.TypeAsync($"select[aria-label='{name}: Chi bộ đề nghị']", "HTTNV");
        await page.TypeAsync($"textarea[aria-label='Nhận xét của chi bộ: {name}']", "Gương mẫu");
        await page.SubmitAsync("#sheet");
        await page.ClickAsync("button", button => button.TextContent == "Gửi Đảng ủy: 1");

        page.WaitForState(() => page.Markup.Contains("Thẩm định xong: 1", StringComparison.Ordinal));
        Assert.Equal((ReviewStep.Verification, "Gương mẫu"), await FullFiles.FileAsync(_org, "CB035") is var file ? (file.Step, file.Outcome!.CellComment!.Text) : default);
    }

    [Fact]
    public async Task The_files_of_those_who_lead_are_opened_from_the_sheet_and_the_board_and_led_on()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OrderAsync(new(2024, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2024, 12, 1)) { Mode = CycleMode.FullFile, Collectives = true });
        await using var browser = await SignInAsync("partyclerk");
        Assert.NotNull(browser.Open("/reviews?year=2024").Find("main a[href='/reviews/2024/DB-SCT/file?of=collective']"));
        var page = browser.Open("/reviews/2024/CB-VP");
        page.WaitForState(() => page.FindAll("main a[href='/reviews/2024/CB-VP/file?of=collective']").Count == 1);

        page = browser.Open("/reviews/2024/CB-VP/file?of=collective");
        Assert.Equal("Tập thể lãnh đạo, Chi bộ Văn phòng: kiểm điểm, xếp loại năm 2024", page.Find("h1").TextContent);
        Assert.Contains(page.FindAll("main .btn"), b => b.TextContent.Trim() == "Viết bản kiểm điểm tập thể");
        var files = _org.Get<ReviewFileService>();
        var file = await files.OfCollectiveAsync(2024, "CB-VP");
        await _org.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form));
        await files.MoveAsync([(await files.OfCollectiveAsync(2024, "CB-VP")).Seen], ReviewAct.Gather);

        page = browser.Open("/reviews/2024/CB-VP/file?of=collective");
        Assert.Contains("do cấp trên quyết định", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("main a.btn"), a => a.TextContent == "Nhập kết quả họp");
    }

    [Fact]
    public async Task Remedies_are_settled_and_criteria_worded_on_their_pages()
    {
        await FullFiles.SubmitAsync(_org, "self", "CB035");
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/remedies");
        await page.ClickAsync("tbody .btn");
        await page.TypeAsync("#remedy-note", "Đã đúng hạn");
        await page.SaveAsync();
        page.WaitForState(() => page.FindAll(".empty").Count > 0);

        page = browser.Open("/reviews/2025/CB-CN/criteria");
        await page.TypeAsync("textarea[id='m-M1.1']", "Dự đủ các buổi học");
        await page.SubmitAsync("#criteria");
        page.WaitForState(() => page.Find(".actions .btn.primary").HasAttribute("disabled"));
        Assert.Equal("Dự đủ các buổi học", (await _org.Get<CellCriteriaService>().GetAsync(2025, "CB-CN")).Meanings["M1.1"]);
    }

    [Fact]
    public async Task The_committee_types_its_ballot_and_decides_whom_the_votes_choose()
    {
        await _org.SignInAsync("secretary");
        var cycles = _org.Get<ReviewCycleService>();
        await cycles.ReopenAsync(Assert.Single((await cycles.BoardsAsync(2019)).Boards).Cycle, "Bình chọn lại");
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/reviews/2019/excellent/DB-SCT");
        var row = (await _org.Get<ExcellentService>().ListAsync(2019, "DB-SCT")).Rows.First(r => r is { MayDecide: true, Grade: "HTTNV" });

        await page.TypeAsync("#round-day", "20/12/2019");
        foreach (var paper in new[] { "Convened", "Issued", "Returned" }) await page.TypeAsync($"#round-{paper}", "9");
        await page.TypeAsync($"input[aria-label='Số phiếu: {row.Person.FullName}']", "8");
        await page.SubmitAsync("#round");
        page.WaitForState(() => page.FindAll("input[type=checkbox]").Count(box => box.HasAttribute("checked")) == 1);
        await page.ClickAsync(".actions .btn.primary");

        page.WaitForState(() => page.Find(".actions .btn:last-child").HasAttribute("disabled"));
        Assert.Equal("HTXSNV", (await _org.Get<ExcellentService>().ListAsync(2019, "DB-SCT")).Rows.Single(r => r.Person.Code == row.Person.Code).Grade);
    }

    [Fact]
    public async Task Equal_votes_at_the_edge_of_the_cap_are_told_and_left_to_the_committee()
    {
        await _org.SignInAsync("secretary");
        var (cycles, rounds) = (_org.Get<ReviewCycleService>(), _org.Get<ExcellentService>());
        await cycles.ReopenAsync(Assert.Single((await cycles.BoardsAsync(2019)).Boards).Cycle, "Bình chọn lại");
        var list = await rounds.ListAsync(2019, "DB-SCT");
        await rounds.RecordAsync(list.Round, new(new(2019, 12, 20), 9, 9, 9, 0, [.. list.Rows.Where(r => r.MayDecide).Take(13).Select((r, i) => new ExcellentVote(r.Review.Id, i < 11 ? 8 : 6))]));
        await using var browser = await SignInAsync("secretary");

        var page = browser.Open("/reviews/2019/excellent/DB-SCT");

        Assert.StartsWith("2 người cùng 6 phiếu", page.Find(".finding.warn span").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("tbody .notes").Count(n => n.TextContent.Contains("bằng phiếu", StringComparison.Ordinal)));
        Assert.Equal(11, page.FindAll("tbody input[type=checkbox]").Count(box => box.HasAttribute("checked")));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        var browser = new TestBrowser(_org);
        browser.Services.AddSingleton<TimeProvider>(_org.Time);
        return browser;
    }
}
