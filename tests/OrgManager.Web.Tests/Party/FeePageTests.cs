using Bunit;
using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>Party fees of the cells over a year, and of one cell in a month.</summary>
public class FeePageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_figure_of_the_year_opens_the_list_behind_it()
    {
        await using var browser = await SignInAsync("partyclerk");
        var figure = browser.Open("/cells/fees?year=2025").FindAll("main tbody td a")[11];

        var list = browser.Open(figure.GetAttribute("href")!);
        Assert.Equal(figure.TextContent, list.Find("main tfoot td.strong, main tfoot td.num").TextContent);
        Assert.Contains("12/2025", list.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa đối chiếu văn bản: ngày có hiệu lực", list.Find("footer.note").TextContent, StringComparison.Ordinal);
        Assert.Contains("mức lương cơ sở", list.Find("footer.note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_of_a_cell_sees_the_own_cell_and_no_salary()
    {
        await using var browser = await SignInAsync("cell1");
        Assert.Single(browser.Open("/cells/fees").FindAll("main tbody tr"));

        var row = browser.Open("/cells/fees?cell=CB-VP&month=2026-01").FindAll("main tbody tr").Single(r => r.TextContent.Contains("Trương Bảo Kiên", StringComparison.Ordinal));
        Assert.Contains("62.478", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("6.247.800", row.TextContent, StringComparison.Ordinal);
        await using var inspector = await SignInAsync("inspector");
        Assert.Contains("6.247.800", inspector.Open("/cells/fees?cell=CB-VP&month=2026-01").Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_entered_in_the_dialog_is_reckoned_at_once()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/fees?cell=CB-VP&month=2026-01");
        await page.ClickAsync("main tbody button[aria-label$='Trương Bảo Kiên']");
        await page.TypeAsync("#fee-base", "9.000.000");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("90.000", page.FindAll("main tbody tr").Single(r => r.TextContent.Contains("Trương Bảo Kiên", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal));
        await page.ClickAsync("main tbody button[aria-label$='Trương Bảo Kiên']");
        await page.TypeAsync("#fee-base", "chín triệu");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("không hợp lệ", page.Find("dialog").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_enters_a_fee_later_than_somebody_else_is_told_keeps_what_was_typed_and_saves_it_knowing()
    {
        await using var browser = await SignInAsync("cell1");
        var page = browser.Open("/cells/fees?cell=CB-VP&month=2026-01");
        await page.ClickAsync("main tbody button[aria-label$='Trương Bảo Kiên']");
        await page.TypeAsync("#fee-base", "9.000.000");
        await _org.Get<FeeService>().SetAsync(await _org.PersonIdAsync("CB013"), new(2026, 1, 1), new(FeeKind.Insured, 8_000_000, null, FeeExemption.None, null));

        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("Người khác vừa cập nhật", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("9.000.000", page.Find("#fee-base").GetAttribute("value"));
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("90.000", page.FindAll("main tbody tr").Single(r => r.TextContent.Contains("Trương Bảo Kiên", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_month_before_the_cell_was_there_says_so()
    {
        await using var browser = await SignInAsync("partyclerk");
        Assert.NotEmpty(browser.Open("/cells/fees?cell=CB-NLATMT&month=2019-10").FindAll(".empty"));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
