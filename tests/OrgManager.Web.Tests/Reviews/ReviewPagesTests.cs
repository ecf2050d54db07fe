using Bunit;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>The board of a year, and the sheet of a cell.</summary>
public class ReviewPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Where_only_results_are_kept_the_criteria_and_a_deputy_are_reached_from_the_sheet()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2025, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2025, 12, 1));
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/reviews/2025/CB-VP");
        Assert.NotNull(page.Find(".actions a[href='/reviews/2025/CB-VP/criteria']"));
        await page.ClickAsync(".actions button", button => button.TextContent == browser.Texts["Delegation.Title"].Value);
        page.WaitForState(() => page.FindAll("#deputy").Count == 1);
    }

    [Fact]
    public async Task The_board_counts_against_both_caps_and_says_whether_figures_are_confirmed()
    {
        await using var browser = await SignInAsync("secretary");

        var page = browser.Open("/reviews?year=2019");

        Assert.Equal(["12 / 12", "1 / 1"], page.FindAll(".cap b").Select(b => b.TextContent));
        Assert.Contains("Đã chốt", page.Find(".cap .st").TextContent, StringComparison.Ordinal);
        Assert.Equal(9, page.FindAll(".nums tbody tr").Count);
        Assert.Contains("HTXSNV Hoàn thành xuất sắc nhiệm vụ", page.Find(".grades").TextContent, StringComparison.Ordinal);
        Assert.Equal("/reviews/2019/CB-VP", page.Find("tbody a").GetAttribute("href"));
        Assert.Equal("/reviews/2019/CB-VP", page.Find("tbody tr td a.fig").GetAttribute("href"));
    }

    [Fact]
    public async Task A_cell_of_five_with_four_good_is_told_that_it_would_have_none_and_nothing_is_alarmed()
    {
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/reviews/2019/CB-NL");

        Assert.Contains("Thông tin: tính riêng chi bộ được 0", page.Find(".caps").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("aside .finding"));
    }

    [Fact]
    public async Task A_clerk_types_votes_the_majority_is_proposed_and_one_too_many_is_told_before_saving()
    {
        await ReopenAsync();
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/CB-TM");
        var good = (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Last(m => m.Proposed == "HTTNV").Person!.FullName;

        await page.TypeAsync($"select[aria-label='{good}: Chi bộ đề nghị']", "");
        await page.TypeAsync($"input[aria-label='{good}: Số phiếu HTXSNV']", "9");
        await page.TypeAsync($"input[aria-label='{good}: Số phiếu HTTNV']", "2");

        Assert.Equal("HTXSNV", page.Find($"select[aria-label='{good}: Chi bộ đề nghị']").GetAttribute("value"));
        await page.SubmitAsync("#sheet");

        var row = (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Single(m => m.Person!.FullName == good);
        Assert.Equal(("HTXSNV", 9, 11), (row.Proposed, row.Ballot!.ByGrade["HTXSNV"], row.Ballot.Convened));
    }

    [Fact]
    public async Task Of_how_many_votes_are_counted_follows_the_day_of_the_meeting_as_it_is_typed()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        var (sheets, party) = (_org.Get<CellReviewService>(), _org.Get<PartyService>());
        var met = (await sheets.CalledAsync("CB-TM", new(2020, 12, 3))).Convened(null);
        var person = await _org.PersonIdAsync((await sheets.SheetAsync(2020, "CB-TM")).Members[^1].Person!.Code);
        await party.SetParticipationAsync((await party.MemberOnAsync(person, new(2020, 12, 3))).Seen, Participation.Exempt, new(2020, 12, 10));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2020/CB-TM");
        Assert.Equal($"{met - 1}", page.Find("#minutes-issued").GetAttribute("value"));

        await page.TypeAsync("#minutes-day", "03/12/2020");

        page.WaitForAssertion(() => Assert.Equal($"{met}", page.Find("#minutes-issued").GetAttribute("value")));
    }

    [Fact]
    public async Task The_secretary_decides_and_meets_the_cap()
    {
        await ReopenAsync();
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/reviews/2019/CB-TM");
        var good = (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Last(m => m.Grade == "HTTNV").Person!.FullName;

        await page.TypeAsync($"select[aria-label='{good}: Đảng ủy quyết định']", "HTXSNV");

        Assert.Contains("Toàn đảng bộ: 13/11 HTXSNV. Vượt 2", page.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains("21-HD/BTCTW (2019)", page.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains("warn", page.FindAll("aside .finding").Single(f => f.TextContent.Contains("13/11", StringComparison.Ordinal)).ClassList); // the rules of the year warn, they do not block
        await page.SubmitAsync("#sheet");
        Assert.Equal("HTXSNV", (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Single(m => m.Person!.FullName == good).Grade);
    }

    [Fact]
    public async Task A_cell_of_five_with_four_good_is_told_that_counted_alone_it_had_none_and_nothing_alarms()
    {
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/reviews/2019/CB-NL");

        var own = page.FindAll(".cap").Single(cap => cap.TextContent.Contains("thông tin, không ràng buộc", StringComparison.Ordinal));
        Assert.Contains("Thông tin: tính riêng chi bộ được 0", own.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 HTXSNV · 4 HTTNV", own.QuerySelector("b")!.TextContent);
        Assert.Empty(own.QuerySelectorAll(".block, .warn, .over"));
        Assert.DoesNotContain(page.FindAll("aside .finding"), finding => finding.TextContent.Contains("Năng lượng", StringComparison.Ordinal) || finding.ClassList.Contains("block"));
    }

    [Fact]
    public async Task A_jump_of_two_grades_asks_for_a_remark_where_only_results_are_kept()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        await using var browser = await SignInAsync("secretary");
        var name = (await _org.Get<CellReviewService>().SheetAsync(2020, "CB-TM")).Members.First(m => m is { LastYear: "HTXSNV", IsOwn: false }).Person!.FullName;
        var page = browser.Open("/reviews/2020/CB-TM");
        await page.TypeAsync($"select[aria-label='{name}: Đảng ủy quyết định']", "HTTNV");
        Assert.Empty(page.FindAll("textarea"));

        await page.TypeAsync($"select[aria-label='{name}: Đảng ủy quyết định']", "HTNV");
        await page.SubmitAsync("#sheet");
        Assert.Contains(name, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync($"textarea[aria-label='Nhận xét của Đảng ủy: {name}']", "Nghỉ dài ngày trong năm");
        await page.SubmitAsync("#sheet");

        page.WaitForAssertion(() => Assert.Contains("Nghỉ dài ngày trong năm", page.Find("tr.more").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("textarea"));
    }

    [Fact]
    public async Task What_the_clerk_proposes_against_an_old_decision_counts_at_once_and_is_told()
    {
        await ReopenAsync();
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/CB-TM");
        var good = (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Last(m => m.Grade == "HTTNV").Person!.FullName;
        Assert.Equal("12 / 12", page.Find(".cap b").TextContent);
        Assert.DoesNotContain("khác mức đã quyết định", page.Find("aside").TextContent, StringComparison.Ordinal);

        await page.TypeAsync($"select[aria-label='{good}: Chi bộ đề nghị']", "HTXSNV");

        Assert.Equal("13 / 11", page.Find(".cap b").TextContent);
        Assert.Contains("Đã quyết định 12/12 · Dự kiến 13/11", page.Find(".cap .both").TextContent, StringComparison.Ordinal);
        Assert.Contains("Toàn đảng bộ: 13/11 HTXSNV. Vượt 2", page.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{good}: đề nghị HTXSNV khác mức đã quyết định HTTNV", page.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains("khác quyết định", page.FindAll("tbody tr").Single(row => row.TextContent.Contains(good, StringComparison.Ordinal)).QuerySelector(".notes")!.TextContent, StringComparison.Ordinal);

        await page.SubmitAsync("#sheet");
        Assert.Equal("13 / 11", page.Find(".cap b").TextContent);
    }

    [Fact]
    public async Task A_row_names_office_and_post_and_leads_to_the_members_file()
    {
        await using var browser = await SignInAsync("partyclerk");

        var lead = browser.Open("/reviews/2019/CB-TM").Find("tbody tr th");

        Assert.Equal("/members/CB049", lead.QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith("Bí thư · ", lead.QuerySelector("small")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_something_unsaved_asks_before_it_is_left()
    {
        await ReopenAsync();
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/CB-TM");
        var good = (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Where(m => m.Grade == "HTTNV").Take(2).Select(m => m.Person!.FullName).ToList();
        foreach (var name in good) await page.TypeAsync($"select[aria-label='{name}: Chi bộ đề nghị']", "HTNV");

        await page.ActAsync(() => Go("/reviews/2019/CB-TM?on=2020-01-10"));
        Assert.Empty(page.FindAll(".confirm")); // another day of the same page keeps what is typed
        await page.ActAsync(() => Go("/units"));
        Assert.Equal("Còn 2 thay đổi chưa lưu", page.Find(".confirm h2").TextContent);
        await page.ClickAsync(".confirm .btn", button => button.TextContent == "Ở lại");
        Assert.Contains("/reviews/2019/CB-TM", browser.Address.Uri, StringComparison.Ordinal);

        await page.ActAsync(() => Go("/units"));
        await page.ClickAsync(".confirm .btn", button => button.TextContent == "Lưu");
        page.WaitForAssertion(() => Assert.EndsWith("/units", browser.Address.Uri, StringComparison.Ordinal));
        Assert.Equal(2, (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).Members.Count(m => good.Contains(m.Person!.FullName) && m.Proposed == "HTNV"));

        Task Go(string path)
        {
            browser.Address.NavigateTo(path);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task What_is_typed_can_be_left_behind_knowingly_and_a_page_without_changes_asks_nothing()
    {
        await ReopenAsync();
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/CB-TM");
        await page.TypeAsync("#minutes-number", "77-BB/CB");
        await page.ActAsync(() => { browser.Address.NavigateTo("/units"); return Task.CompletedTask; });

        await page.ClickAsync(".confirm .btn", button => button.TextContent == "Bỏ thay đổi");

        page.WaitForAssertion(() => Assert.EndsWith("/units", browser.Address.Uri, StringComparison.Ordinal));
        Assert.NotEqual("77-BB/CB", (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-TM")).MinutesNumber);
    }

    [Fact]
    public async Task Results_without_minutes_are_not_saved()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2020/CB-TM");

        await page.TypeAsync("select[aria-label='Đàm Thị Ngọc Nhàn: Chi bộ đề nghị']", "HTTNV");
        await page.SubmitAsync("#sheet");

        Assert.Contains("biên bản", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_at_one_sheet_the_slower_sees_both_values_and_takes_over_what_they_did_not_touch()
    {
        await ReopenAsync();
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2019/CB-TM");
        var sheets = _org.Get<CellReviewService>();
        var sheet = await sheets.SheetAsync(2019, "CB-TM");
        var good = sheet.Members.Where(m => m.Proposed == "HTTNV").Take(2).ToList();
        var (both, theirs) = (good[0].Person!.FullName, good[1].Person!.FullName);
        await page.TypeAsync($"select[aria-label='{both}: Chi bộ đề nghị']", "HTNV");
        await sheets.EnterAsync(new(sheet.MinutesNumber!, sheet.MeetingOn, null, [.. good.Select(m => new MemberEntry(m.Seen, "HTXSNV", null, null))]));

        await page.SubmitAsync("#sheet");

        Assert.Contains("Người khác vừa cập nhật", page.Find("form > [role=alert]").TextContent, StringComparison.Ordinal);
        var told = page.FindAll("aside .finding").Select(f => f.TextContent).Single(f => f.Contains("Người khác vừa nhập", StringComparison.Ordinal));
        Assert.Contains($"{both}: Người khác vừa nhập “HTXSNV", told, StringComparison.Ordinal);
        Assert.Contains("ở đây đang nhập “HTNV", told, StringComparison.Ordinal);
        Assert.Equal("HTNV", page.Find($"select[aria-label='{both}: Chi bộ đề nghị']").GetAttribute("value"));
        Assert.Equal("HTXSNV", page.Find($"select[aria-label='{theirs}: Chi bộ đề nghị']").GetAttribute("value"));
        await page.SubmitAsync("#sheet");
        Assert.Equal(["HTNV", "HTXSNV"], (await sheets.SheetAsync(2019, "CB-TM")).Members.Where(m => m.Person!.FullName == both || m.Person.FullName == theirs).Select(m => m.Proposed).Order());
    }

    [Fact]
    public async Task A_sheet_out_of_reach_names_nobody()
    {
        await using var browser = await SignInAsync("cell1");

        var page = browser.Open("/reviews/2019/CB-TM");

        Assert.Contains("quyền", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nhàn", page.Markup, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }

    private async Task ReopenAsync()
    {
        await _org.SignInAsync("secretary");
        var cycles = _org.Get<ReviewCycleService>();
        await cycles.ReopenAsync(Assert.Single((await cycles.BoardsAsync(2019)).Boards).Cycle, "Xem lại");
    }
}
