using Bunit;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>A year opened, followed, closed and opened again on its board.</summary>
public class ReviewBoardTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private ReviewCycleService Cycles => _org.Get<ReviewCycleService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Before_a_year_is_opened_the_sheet_tells_what_it_makes_and_then_its_board_is_shown()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews");
        await page.ClickAsync(".actions button", b => b.TextContent.Contains("Mở kỳ đánh giá", StringComparison.Ordinal));
        await page.TypeAsync("#cycle-year", "2018");
        await page.TypeAsync("#cycle-rules", "132-2018");
        await page.TypeAsync("#cycle-day", "21/10/2019");
        page.WaitForAssertion(() => Assert.Contains("77 đảng viên, 9 chi bộ", page.Markup, StringComparison.Ordinal));
        Assert.Contains("tự kiểm điểm, chưa xếp loại", page.Find(".sheet .part").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#due-meeting", "15/12/2019");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("year=2018", browser.Address.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("9 chi bộ quá hạn", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Chi bộ đề xuất: 15/12/2019", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_to_come_is_proposed_the_last_days_that_its_rules_set_and_a_past_one_none()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews");
        await page.ClickAsync(".actions button", b => b.TextContent.Contains("Mở kỳ đánh giá", StringComparison.Ordinal));
        await page.TypeAsync("#cycle-year", "2026");
        await page.TypeAsync("#cycle-rules", "366-2025");
        Assert.Equal("31/12/2026", page.Find("#due-decision").GetAttribute("value"));

        await page.TypeAsync("#cycle-year", "2018");
        Assert.True(string.IsNullOrEmpty(page.Find("#due-decision").GetAttribute("value")));
        await page.TypeAsync("#due-decision", "20/12/2027");
        await page.TypeAsync("#cycle-year", "2026");
        Assert.Equal("20/12/2027", page.Find("#due-decision").GetAttribute("value")); // what was typed stays
    }

    [Fact]
    public async Task A_grade_from_above_of_which_somebody_complained_is_answered_by_the_same_grade_with_what_was_said()
    {
        await _org.SignInAsync("partyclerk");
        await Cycles.OrderAsync(new(2025, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2025, 12, 1)) { Mode = CycleMode.FullFile });
        var cycle = Assert.Single((await Cycles.BoardsAsync(2025)).Boards).Cycle.Id;
        await Cycles.ArriveAsync(cycle, [.. (await Cycles.AwaitedAsync(cycle)).Select(a => new GradeDecided(a.Review, "HTTNV"))], new(2025, 12, 20));
        await FullFiles.MoveAsync(_org, "partyclerk", "CB002", ReviewAct.Notify);
        await FullFiles.MoveAsync(_org, "partyclerk", "CB002", ReviewAct.Complain, "Đề nghị cấp trên xem lại");
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2025");

        Assert.Contains("1 người đề nghị xem lại mức do cấp trên", page.Find(".progress").TextContent, StringComparison.Ordinal);
        await page.ClickAsync(".progress button", b => b.TextContent == "Kết quả từ cấp trên"); // although nobody waits any more
        page.WaitForAssertion(() => Assert.Contains("đề nghị xem lại", page.Find(".sheet tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("chưa trả lời (đang là HTTNV)", page.Find(".sheet tbody tr select option").TextContent, StringComparison.Ordinal);
        await page.TypeAsync(".sheet tbody tr:first-child select", "HTTNV");
        await page.TypeAsync(".sheet tbody tr:first-child input", "Cấp trên giữ nguyên");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sheet")));
        var file = await FullFiles.FileAsync(_org, "CB002");
        Assert.Equal((ReviewStep.Notice, "Cấp trên giữ nguyên"), (file.Step, file.Outcome!.Decisions[^1].Remark));
    }

    [Fact]
    public async Task Who_left_after_the_year_was_opened_is_shown_by_name_before_the_list_is_brought_up_to_date()
    {
        await using var browser = await SignInAsync("partyclerk");
        await Cycles.OpenAsync(2025, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2025, 10, 1));
        var (party, person) = (_org.Get<PartyService>(), await _org.PersonIdAsync("CB050"));
        await party.LeaveAsync((await party.MemberOnAsync(person, new(2025, 11, 1))).Seen, new(2025, 11, 1), MembershipEnd.TransferOut);
        var page = browser.Open("/reviews/2025");
        Assert.Contains("1 trường hợp vào sau, rời đi", page.Find(".progress").TextContent, StringComparison.Ordinal);

        await page.ClickAsync(".progress button", b => b.TextContent.Contains("Cập nhật danh sách", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Matches("^La Xuân Hoạch · Chi bộ .+: Không còn sinh hoạt tại đảng bộ$", page.Find(".sheet li").TextContent));
        Assert.Contains("Đã rời đi: không xếp loại", page.Find(".sheet h3").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sheet")));
        await page.ClickAsync(".progress button", b => b.TextContent.Contains("Cập nhật danh sách", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Danh sách đã đúng với ngày 31/12/2025", page.Find(".sheet").TextContent, StringComparison.Ordinal));
        Assert.Equal(LeftReason.Member, (await _org.Get<CellReviewService>().SheetAsync(2025, "CB-TM")).Members.Single(m => m.Person!.Code == "CB050").NotGraded);
    }

    [Fact]
    public async Task The_board_filters_by_state_and_name()
    {
        await using var browser = await SignInAsync("partyclerk");
        Assert.Equal(9, browser.Open("/reviews/2019?state=Decided").FindAll(".nums tbody tr").Count);
        Assert.Contains("Không có chi bộ nào như vậy", browser.Open("/reviews/2019?search=khong+co").Markup, StringComparison.Ordinal);
        Assert.Single(browser.Open("/reviews/2019?search=nang+luong").FindAll(".nums tbody tr"));
    }

    [Fact]
    public async Task Closing_over_the_cap_asks_for_a_remark_and_both_closings_stay()
    {
        await _org.SignInAsync("secretary");
        await Cycles.ReopenAsync(Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Cycle, "Xem lại");
        var good = (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.First(m => m is { Grade: "HTTNV", IsOwn: false });
        await _org.Get<CellReviewService>().DecideAsync([new(good.Seen, "HTXSNV")]);
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/reviews/2019");

        await page.ClickAsync("button", b => b.TextContent == "Chốt kết quả");
        await page.SaveAsync();
        Assert.Contains("ghi ý kiến", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#close-remark", "Thường vụ đã xem từng người");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Thường vụ đã xem từng người", page.Markup, StringComparison.Ordinal));
        var closings = Assert.Single((await Cycles.BoardsAsync(2019)).Boards).Closings;
        Assert.Equal(("Xem lại", 13), (closings[0].ReopenReason, closings[1].Figures.Counts.Single(c => c.Subject == ReviewSubject.Member).ByGrade["HTXSNV"]));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
