using AngleSharp.Dom;
using Bunit;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>The page of one cell, and the dialogs by which members come, hold office, and units are served.</summary>
public class CellPageTests : IAsyncLifetime
{
    private static readonly DateOnly February = new(2026, 2, 1);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_shows_members_officers_coverage_and_what_happened()
    {
        await using var browser = await SignInAsync("secretary");

        var page = browser.Open("/cells/CB-XT?on=2019-10-21");

        Assert.Equal("Chi bộ Trung tâm Xúc tiến thương mại", page.Find("h1").TextContent);
        Assert.Equal(11, page.FindAll("main .periods tbody tr").Count);
        Assert.StartsWith("Thân Thị Bảo Trinh", page.Find("main .periods tbody th").TextContent, StringComparison.Ordinal);
        Assert.Equal("/units/XT?on=2019-10-21", page.FindAll(".officers a:not([href^='/decisions'])")[^1].GetAttribute("href"));
        Assert.Contains("Thành lập với tên Chi bộ Trung tâm Xúc tiến thương mại", page.FindAll(".tl p").Select(p => p.TextContent));
        Assert.Equal(["/cells/CB-XT?on=2019-10-21"], browser.Open("/units/CB-XT?on=2019-10-21").FindAll(".facts a[href^='/cells']").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task It_leads_to_the_sheets_of_its_own_reviews()
    {
        await using var browser = await SignInAsync("secretary");
        var link = browser.Open("/cells/CB-XT?on=2019-10-21").FindAll("main a").Single(a => a.TextContent == "Đánh giá, xếp loại năm 2019");
        Assert.Equal("/reviews/2019/CB-XT?on=2019-10-21", link.GetAttribute("href"));
    }

    [Fact]
    public async Task A_figure_of_the_list_opens_the_members_it_counts()
    {
        await using var browser = await SignInAsync("partyclerk");
        var list = browser.Open("/cells?on=2019-10-21");
        var href = list.FindAll("main a.fig").Single(a => a.GetAttribute("href")!.Contains("CB-XT", StringComparison.Ordinal) && a.GetAttribute("href")!.Contains("who=probationary", StringComparison.Ordinal)).GetAttribute("href")!;

        Assert.Single(browser.Open(href).FindAll("main .periods tbody tr"));
    }

    [Theory]
    [InlineData("hr"), InlineData("director")]
    public async Task Who_sees_only_basics_is_shown_numbers_and_told_the_rest_is_not_for_them(string user)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open("/cells/CB-XT?on=2019-10-21");

        Assert.Contains("11 đảng viên: 10 chính thức, 1 dự bị", page.Find(".head p").TextContent, StringComparison.Ordinal);
        Assert.Contains("hồ sơ đảng", page.Find("main .empty").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Thân Thị Bảo Trinh", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".actions button"));
    }

    [Theory]
    [InlineData("cell1", "CB-XT"), InlineData("unithead", "CB-CN"), InlineData("self", "CB-CN"), InlineData("admin", "CB-XT")]
    public async Task Whom_the_cell_is_not_for_gets_a_sentence_and_no_name(string user, string cell)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open($"/cells/{cell}?on=2019-10-21");

        Assert.Contains("không có quyền xem", page.Find("main .empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main table, .officers, .tl, .actions button"));
    }

    [Fact]
    public async Task Somebody_is_admitted_to_the_cell()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/CB-KC");
        await page.ClickAsync(".actions .btn.primary");
        await page.SaveAsync();
        Assert.Contains("chọn người", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.ChooseAsync("#admit-person", "CB071");
        await page.TypeAsync("#admit-day", "5/1/2026");
        await page.TypeAsync("#admit-ceremony", "2/1/2026");
        await page.SaveAsync();
        Assert.Contains("Thứ tự ngày", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#admit-ceremony", "12/1/2026");
        Assert.Contains("hết thời gian dự bị ngày 12/01/2027", page.Find(".preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.Equal(1, (await _org.SnapshotAsync(new(2026, 1, 5))).Unit("CB-KC")!.Probationary);
        Assert.Contains("1 dự bị", page.Find(".head p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_is_given_to_a_member_and_ended_by_the_secretary_of_the_cell()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/CB-VP");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Giao chức vụ", StringComparison.Ordinal));
        await page.TypeAsync("#member-who", $"{await _org.PersonIdAsync("CB008")}");
        await page.TypeAsync("#change-day", "1/1/2026");
        await page.TypeAsync("#office-basis", "InCharge");
        await page.SaveAsync();
        Assert.Contains("Chi ủy viên (phân công phụ trách), từ 01/01/2026", page.Find(".officers").TextContent, StringComparison.Ordinal);

        await page.ClickAsync(".officers .btn.quiet", button => button.GetAttribute("aria-label")?.EndsWith("Đồng Thị Vân Khuê", StringComparison.Ordinal) == true);
        await page.TypeAsync("#change-day", "10/1/2026");
        await page.SaveAsync();
        Assert.DoesNotContain("Đồng Thị Vân Khuê", page.Find(".officers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_no_cell_serves_is_found_and_given_to_one()
    {
        await _org.Get<CoverageService>().EndAsync(await _org.UnitIdAsync("CB-TTR"), await _org.UnitIdAsync("TTR"), new(2026, 1, 1));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells");
        Assert.Equal(["Chi bộ Thanh tra", "Thanh tra"], page.FindAll("main .finding b").Select(b => b.TextContent));

        await page.ClickAsync("main .finding button.link");
        await page.TypeAsync("#cover-cell", $"{await _org.UnitIdAsync("CB-TTR")}");
        await page.SaveAsync();

        Assert.Empty(page.FindAll("main .finding"));
    }

    [Fact]
    public async Task What_a_cell_serves_is_ended_and_a_wrong_beginning_corrected_with_a_reason()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/CB-TTR");
        await page.ClickAsync(".officers .btn.quiet", IsUpdate);
        await page.TypeAsync("#cover-act", "WrongDay");
        await page.TypeAsync("#change-day", "1/2/2015");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();
        Assert.Contains("từ 01/02/2015", page.FindAll(".officers")[^1].TextContent, StringComparison.Ordinal);

        await page.ClickAsync(".officers .btn.quiet", IsUpdate);
        await page.TypeAsync("#change-day", "1/2/2026");
        await page.SaveAsync();
        Assert.Contains("đến hết 31/01/2026", page.FindAll(".officers")[^1].TextContent, StringComparison.Ordinal);
        Assert.Empty((await _org.Get<CellService>().CardAsync("CB-TTR", February)).Served);

        static bool IsUpdate(IElement button) => button.GetAttribute("aria-label")?.StartsWith("Cập nhật phạm vi", StringComparison.Ordinal) == true;
    }

    [Fact]
    public async Task What_a_cell_is_to_serve_later_is_called_off_with_a_reason()
    {
        await _org.Get<CoverageService>().CoverUnitAsync(await _org.UnitIdAsync("CB-TTR"), await _org.UnitIdAsync("XT"), _org.Today.AddDays(30));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open($"/cells/CB-TTR?on={_org.Today.AddDays(30):yyyy-MM-dd}");
        await page.ClickAsync(".officers .btn.quiet", button => button.GetAttribute("aria-label") == "Cập nhật phạm vi: Trung tâm Xúc tiến thương mại");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#amend-reason", "Giao nhầm");
        await page.SaveAsync();

        Assert.DoesNotContain("Xúc tiến thương mại", page.FindAll(".officers")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_is_given_a_cell_by_name()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/CB-XT");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Xác định phạm vi", StringComparison.Ordinal));
        await page.ClickAsync(".modes button", button => button.GetAttribute("aria-pressed") == "false");
        await page.ChooseAsync("#cover-person", "CB003");
        await page.SaveAsync();

        Assert.Contains("Ma Khánh Toại", page.FindAll(".officers")[^1].TextContent, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
