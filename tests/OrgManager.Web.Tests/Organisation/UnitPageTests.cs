using Bunit;
using OrgManager.Organisation;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation;

/// <summary>The page of one unit, and the dialogs by which it changes.</summary>
public class UnitPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_shows_posts_people_kin_and_what_happened()
    {
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/units/TM?on=2021-06-30");

        Assert.Equal("Phòng Quản lý thương mại", page.Find("h1").TextContent);
        Assert.Equal("10 9 1 9", string.Join(' ', page.FindAll("main .quota dd").Select(figure => figure.TextContent.Trim())));
        Assert.Equal(9, page.FindAll("td.title").Count);
        Assert.Contains("Phòng Xuất nhập khẩu - Hội nhập quốc tế", page.Find(".kin").TextContent, StringComparison.Ordinal);
        Assert.Contains("Phân bổ: 9 công chức (trước 10), giữ nguyên đến lần giao, phân bổ từ 01/01/2025", page.FindAll(".tl .future").Select(line => line.QuerySelector("p")!.TextContent));
        Assert.Empty(page.FindAll(".actions .btn.primary"));
    }

    [Fact]
    public async Task A_unit_that_is_no_more_says_so()
    {
        await using var browser = await SignInAsync("director");

        Assert.Contains("01/07/2020", browser.Open("/units/QLTM?on=2021-06-30").Find("main .finding.info").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_none_leads_back_to_the_organisation()
    {
        await using var browser = await SignInAsync("director");

        Assert.Equal("/units", browser.Open("/units/KHONG").Find("main .empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_rename_entered_late_keeps_the_move_known_to_follow()
    {
        var (id, move) = (await _org.UnitIdAsync("VP"), new DateOnly(2026, 6, 1));
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, move, new() { ParentId = await _org.UnitIdAsync("KC") });
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/VP");
        await page.ClickAsync(".actions .btn.primary");

        await page.TypeAsync("#change-day", "1/3/2024");
        await page.TypeAsync("#unit-name", "Văn phòng Sở");

        Assert.Contains("từ ngày 01/03/2024, chưa có ngày kết thúc", page.Find(".preview").TextContent, StringComparison.Ordinal);
        Assert.Contains("01/06/2026", page.Find(".sheet .finding.info").TextContent, StringComparison.Ordinal);

        await page.SaveAsync();

        var unit = await _org.Units.GetAsync(id);
        Assert.Equal([("Văn phòng", OrgUnitFields.All), ("Văn phòng Sở", OrgUnitFields.Name), ("Văn phòng Sở", OrgUnitFields.Parent)], unit.History.Select(s => (s.Facts.Name, s.Sets)));
        Assert.Empty(page.FindAll(".sheet"));
        Assert.Equal("Văn phòng Sở", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task What_somebody_else_made_of_it_is_shown_and_what_was_typed_stays()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/VP");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#unit-name", "Văn phòng Sở");
        var id = await _org.UnitIdAsync("VP");
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, new(2025, 1, 1), new() { ShortName = "VPS" });

        await page.SaveAsync();

        Assert.Contains("VPS", page.Find(".sheet .conflict").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Văn phòng Sở", "VPS"), (page.Find("#unit-name").GetAttribute("value"), page.Find("#unit-short").GetAttribute("value")));

        await page.SaveAsync();

        Assert.Equal(("Văn phòng Sở", "VPS"), (await _org.Units.GetAsync(id)).On(_org.Today) is { } now ? (now.Name, now.ShortName) : default);
    }

    [Fact]
    public async Task A_rule_that_says_no_is_told_in_the_dialog()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/VP");
        await page.ClickAsync(".actions .btn.primary");
        await page.ClickAsync(".modes button", button => button.GetAttribute("aria-pressed") == "false");

        await page.SaveAsync();

        Assert.Contains("còn người sau ngày kết thúc: Nông Thị Kim Thoa", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_asks_why_and_a_change_ahead_can_be_called_off()
    {
        var id = await _org.UnitIdAsync("VP");
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, new(2026, 6, 1), new() { Name = "Văn phòng mới" });
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/VP?show=organisation");

        await page.ClickAsync(".tl .future .amend");
        await page.SaveAsync();
        Assert.Single((await _org.Units.GetAsync(id)).History);

        await page.ClickAsync(".tl .amend");
        await page.TypeAsync("#unit-short", "VP Sở");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();
        Assert.Equal("VP Sở", (await _org.Units.GetAsync(id)).History.Single().Facts.ShortName);
    }

    [Fact]
    public async Task A_decision_is_picked_or_entered_where_it_is_needed()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/VP");
        await page.ClickAsync(".actions .btn.primary");
        page.WaitForElement("#decision-find");
        await page.TypeAsync("#decision-find", "99/qd moi");
        await page.ClickAsync(".choice.add");
        await page.TypeAsync("#decision-number", "99/QĐ-SCT");
        await page.ClickAsync(".new-decision .btn:not(.quiet)");
        Assert.Contains("ngày ký", page.Find(".new-decision [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#decision-signed", "5/1/2026");
        await page.TypeAsync("#decision-issuer", "Sở Công Thương");
        await page.TypeAsync("#decision-subject", "Đổi tên Văn phòng");
        await page.ClickAsync(".new-decision .btn:not(.quiet)");

        Assert.Contains("99/QĐ-SCT", page.Find(".picked").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#unit-name", "Văn phòng Sở");
        await page.SaveAsync();
        Assert.Contains("99/QĐ-SCT", page.FindAll(".tl li").Single(line => line.TextContent.Contains("Đổi tên", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_founded_from_the_tree_and_its_page_opens()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units");
        await page.ClickAsync(".actions button.btn");
        await page.TypeAsync("#unit-code", "CDS");
        await page.TypeAsync("#unit-name", "Phòng Chuyển đổi số");
        await page.TypeAsync("#unit-kind", "Division");

        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Equal("Phòng Chuyển đổi số", page.Find("h1").TextContent));
        Assert.EndsWith("/units/CDS", browser.Address.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("director", "/units", 0)]
    [InlineData("hr", "/units?branch=party", 0)]
    [InlineData("partyclerk", "/units?branch=party", 1)]
    [InlineData("partyclerk", "/units", 0)]
    public async Task Founding_is_offered_where_it_is_allowed(string user, string path, int buttons)
    {
        await using var browser = await SignInAsync(user);

        Assert.Equal(buttons, browser.Open(path).FindAll(".actions button.btn").Count);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
