using Bunit;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>A year of staff on its board and in the sheets of units, and the groups of a year.</summary>
public class StaffReviewPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_director_opens_a_year_of_staff_and_sees_its_units()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/reviews/staff");
        Assert.Contains("Không có kỳ đánh giá nào", page.Markup, StringComparison.Ordinal);
        await page.ClickAsync(".actions button", b => b.TextContent.Contains("Mở kỳ đánh giá", StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".sheet .modes")); // of staff results alone are kept
        await page.TypeAsync("#cycle-year", "2020");
        await page.TypeAsync("#cycle-rules", "90-2020");
        page.WaitForAssertion(() => Assert.Contains("Lao động hợp đồng", page.Find(".sheet .part").TextContent, StringComparison.Ordinal));
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("/reviews/staff?year=2020", browser.Address.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("Đánh giá, xếp loại công chức, viên chức năm 2020", page.Find("h1").TextContent));
        Assert.Equal("/reviews/2020/SCT", page.Find("tbody a").GetAttribute("href"));
        Assert.DoesNotContain("chi bộ", page.Find("main").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("đảng", page.Find("main").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_grade_of_the_head_of_all_comes_from_above_and_is_entered_by_who_keeps_the_staff()
    {
        await StaffYears.OpenAsync(_org);
        await using var browser = await SignInAsync("hr");
        Assert.Contains("chờ cấp trên", browser.Open("/").Markup, StringComparison.Ordinal);
        var page = browser.Open("/reviews/above");
        var director = page.FindAll("tbody tr").Single(row => row.QuerySelector("a")?.GetAttribute("href") == "/staff/CB001");
        Assert.Contains("chờ cấp trên", director.TextContent, StringComparison.Ordinal);
        var name = director.QuerySelector("a")!.TextContent;
        Assert.DoesNotContain(page.FindAll("tbody a"), link => link.GetAttribute("href") == "/staff/CB035");

        await page.ClickAsync("main .card button", button => button.TextContent == "Kết quả từ cấp trên");
        await page.TypeAsync($".sheet select[aria-label*='{name}']", "HTTNV");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("HTTNV", page.FindAll("tbody tr").Single(row => row.TextContent.Contains(name, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal));
        await _org.SignInAsync("director");
        Assert.Equal(ReviewState.Open, (await StaffYears.RowAsync(_org, "SCT", "CB001")).State); // of oneself one is told once the year is closed
    }

    [Fact]
    public async Task The_head_of_a_unit_proposes_there_but_not_for_oneself_and_decides_nothing()
    {
        await StaffYears.OpenAsync(_org);
        await using var browser = await SignInAsync("unithead");
        Assert.Equal("/reviews/2020/QLCN", Assert.Single(browser.Open("/reviews/staff").FindAll(".nums tbody th a")).GetAttribute("href"));
        var page = browser.Open("/reviews/2020/QLCN");
        var rows = (await StaffYears.SheetAsync(_org, "QLCN")).Members;
        var (head, other) = (rows.Single(r => r.Person!.Code == "CB033").Person!.FullName, rows.Single(r => r.Person!.Code == "CB035").Person!.FullName);

        Assert.Empty(page.FindAll($"select[aria-label='{head}: Đơn vị đề nghị']"));
        Assert.Empty(page.FindAll($"select[aria-label='{other}: Cơ quan quyết định']"));
        Assert.Empty(page.FindAll("#minutes-issued"));
        await page.TypeAsync("#minutes-number", "12-BB");
        await page.TypeAsync("#minutes-day", "10/12/2020");
        await page.TypeAsync($"select[aria-label='{other}: Đơn vị đề nghị']", "HTTNV");
        await page.SubmitAsync("#sheet");

        Assert.Equal("HTTNV", (await StaffYears.RowAsync(_org, "QLCN", "CB035")).Proposed);
        Assert.DoesNotContain("chi bộ", page.Find("main").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_head_graded_above_the_unit_is_told()
    {
        await StaffYears.OpenAsync(_org);
        var sheet = await StaffYears.SheetAsync(_org, "QLCN");
        await _org.Get<CellReviewService>().EnterAsync(new("4-BB", new(2020, 12, 10), new(sheet.Own.Seen, "HTTNV", null, null), [new(sheet.Members.Single(m => m.Person!.Code == "CB033").Seen, "HTXSNV", null, null)]));
        await using var browser = await SignInAsync("director");
        Assert.Contains("người đứng đầu không được cao hơn", browser.Open("/reviews/2020/QLCN").Find("aside").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_staff_lead_to_units_and_people()
    {
        await StaffYears.OpenAsync(_org);
        await StaffYears.DecideAllAsync(_org, person => person == "CB035" ? "HTXSNV" : "HTTNV");
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/reviews/staff/2020/statistics");
        Assert.Contains("/reviews/2020/QLCN", page.FindAll("tbody th a").Select(a => a.GetAttribute("href")));
        var people = browser.Open(page.FindAll("tfoot td a.fig")[0].GetAttribute("href")!);
        Assert.Equal("/staff/CB035", Assert.Single(people.FindAll("tbody th a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Groups_are_set_on_the_board_and_shown_there_in_the_sheet_and_in_the_second_round()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2023, await _org.UnitIdAsync("DB-SCT"), "124-2023", new(2023, 12, 1));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/reviews/2023");
        await page.ClickAsync("button", b => b.TextContent == "Nhóm nhiệm vụ");
        await page.ClickAsync(".sheet button", b => b.TextContent.Contains("Thêm nhóm", StringComparison.Ordinal));
        await page.TypeAsync("#group-1", "Khối tham mưu");
        await page.TypeAsync(".sheet tbody tr:first-child select", "0");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Khối tham mưu", page.Markup, StringComparison.Ordinal));
        var board = Assert.Single((await _org.Get<ReviewCycleService>().BoardsAsync(2023)).Boards);
        Assert.Equal(["Khối tham mưu", null], board.Groups.Select(g => g.Name));
        Assert.Contains("Khối tham mưu", browser.Open($"/reviews/2023/{board.ByCell.Single(c => c.Group is not null).Cell.Code}").Find(".caps").TextContent, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
