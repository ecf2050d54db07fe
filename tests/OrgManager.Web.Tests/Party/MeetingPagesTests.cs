using AngleSharp.Dom;
using Bunit;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>The year of meetings, the dialog of one, several from a spreadsheet, and what falls due.</summary>
public class MeetingPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_board_shows_every_cell_by_month_and_a_mark_opens_its_meeting()
    {
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/cells/meetings?on=2019-10-21");

        Assert.Equal("Sinh hoạt chi bộ năm 2019", page.Find("h1").TextContent);
        Assert.Equal(9, page.FindAll(".year tbody tr").Count);
        var power = page.FindAll(".year tbody tr").Single(r => r.TextContent.Contains("Năng lượng", StringComparison.Ordinal));
        Assert.Contains("Không sinh hoạt", power.QuerySelectorAll("td.m")[4].InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main button.mark, .actions button"));

        var href = page.FindAll(".year tbody a.mark")[0].GetAttribute("href")!;
        Assert.StartsWith("/cells/CB-VP?meeting=", href, StringComparison.Ordinal);
        var cell = browser.Open(href);
        cell.WaitForState(() => cell.FindAll(".meetings tr.sel").Count == 1);
    }

    [Fact]
    public async Task The_secretary_of_a_cell_enters_a_meeting_that_is_filled_in_already()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/CB-VP");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Nhập buổi sinh hoạt", StringComparison.Ordinal));
        await page.TypeAsync("#meeting-day", "9/1/2026");
        await page.TypeAsync("#meeting-official", "8");
        Assert.Contains("Chưa đạt: dự họp trên 85", page.Find(".preview").TextContent, StringComparison.Ordinal);
        var convened = page.Find("#meeting-convened").GetAttribute("value");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.StartsWith("09/01/2026", page.Find(".meetings tbody th").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains($"8/{convened}", page.Find(".meetings tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_put_right_and_taken_back_with_a_reason()
    {
        await _org.Get<CellMeetingService>().EnterAsync(await _org.UnitIdAsync("CB-VP"), new(MeetingKind.Monthly, new(2026, 1, 9), new(10, 10), 60));
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/CB-VP");

        await page.ClickAsync(".meetings .acts .icon-btn", b => b.GetAttribute("aria-label") == "Đính chính: 09/01/2026");
        await page.TypeAsync("#meeting-minutes", "95");
        await page.TypeAsync("#meeting-reason", "Gõ nhầm");
        await page.SaveAsync();
        Assert.Contains("95 phút", page.Find(".meetings tbody tr").TextContent, StringComparison.Ordinal);

        await page.ClickAsync(".meetings .acts .icon-btn", b => b.GetAttribute("aria-label")?.StartsWith("Hủy buổi sinh hoạt", StringComparison.Ordinal) == true && b.GetAttribute("aria-label")!.EndsWith("09/01/2026", StringComparison.Ordinal));
        await page.TypeAsync("#meeting-why", "Nhập nhầm chi bộ");
        await page.SaveAsync();
        Assert.DoesNotContain("09/01/2026", page.Find(".meetings").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_rows_are_looked_at_before_the_good_ones_are_saved()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/meetings");
        await page.ClickAsync(".actions .btn", b => b.TextContent.Contains("Nhập nhiều buổi", StringComparison.Ordinal));
        await page.SaveAsync();
        Assert.Contains("Dán các dòng", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#meetings-text", "CB-VP;9/1/2026;;10;10\nCB-XX;9/1/2026;;10;10");
        await page.SaveAsync();
        page.WaitForState(() => page.FindAll(".sheet tbody tr").Count == 2);
        Assert.Contains("Không có chi bộ “CB-XX”", page.FindAll(".sheet tbody tr")[1].TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.Equal(new DateOnly(2026, 1, 9), (await _org.Get<CellMeetingService>().OfCellAsync("CB-VP", _org.Today)).Rows[0].Facts.On);
    }

    [Fact]
    public async Task What_falls_due_names_its_rule_and_opens_what_mends_it()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/due?group=meetings");
        var row = page.FindAll(".due tbody tr").First(r => r.TextContent.Contains("Không sinh hoạt tháng 12/2025", StringComparison.Ordinal));
        Assert.Contains("Điều lệ Đảng, điều 24.2", row.TextContent, StringComparison.Ordinal);

        var dialog = browser.Open(row.QuerySelector(".acts a")!.GetAttribute("href")!);
        dialog.WaitForState(() => dialog.FindAll("#meeting-day").Count > 0);
        Assert.Equal("31/12/2025", dialog.Find("#meeting-day").GetAttribute("value"));
    }

    [Fact]
    public async Task Regulations_are_entered_where_they_lack_and_stand_in_the_register()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/cells/regulations");
        var rows = page.FindAll(".regulations tbody tr").Count;
        Assert.Contains("Chi bộ Thanh tra", page.Find(".regulations").TextContent, StringComparison.Ordinal);

        var cell = browser.Open("/cells/regulations?act=issue&unit=CB-TTR");
        await cell.TypeAsync("#regulation-number", "02-QC/CB");
        await cell.TypeAsync("#regulation-issued", "5/1/2026");
        await cell.TypeAsync("#regulation-from", "6/1/2026");
        await cell.SaveAsync();
        cell.WaitForState(() => cell.FindAll(".regulations tbody tr").Count == rows + 1);
        Assert.Contains("02-QC/CB", cell.Find(".regulations").TextContent, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
