using Bunit;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>The ledger of posts on its page, and the dialogs that stand on it.</summary>
public class LedgerPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Levels_stand_with_difference_kind_of_step_and_decision_and_open_their_rows()
    {
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/quota/ledger?kind=allocated&category=CivilServant&year=2022");

        Assert.Equal(["Điều chuyển từ Phòng Quản lý thương mại", "Điều chuyển đến Phòng Quản lý công nghiệp"], page.FindAll("tbody td.wrap .part").Select(part => part.TextContent));
        Assert.Equal(["+1", "−1"], page.FindAll("tbody tr").Select(row => row.QuerySelectorAll("td.num")[2].TextContent));
        Assert.Equal(2, page.FindAll("tbody .dec").Count(chip => chip.LocalName == "button"));
        Assert.Contains("/quota?unit=SCT&on=2022-01-01", page.FindAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal(2, page.FindAll("svg.chart").Count);
        Assert.Empty(page.FindAll(".actions button"));
    }

    [Fact]
    public async Task What_is_given_anew_each_year_is_folded_until_asked_for()
    {
        await using var browser = await SignInAsync("director");

        Assert.Equal(6, browser.Open("/quota/ledger?category=CivilServant").FindAll("tbody tr").Count);
        Assert.Equal(11, browser.Open("/quota/ledger?category=CivilServant&same=1").FindAll("tbody tr").Count);
        Assert.Contains("“Phân bổ”", browser.Open("/quota/ledger?unit=VP").Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_moves_out_with_its_posts_and_the_baseline_goes_along()
    {
        await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "1500/QĐ-UBND", "UBND tỉnh", new(2024, 6, 20), new(2024, 7, 1), "Chuyển chức năng"));
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota/ledger?on=2024-07-01&unit=XT");
        await page.ClickAsync(".actions .btn.primary");
        await page.ChooseAsync("#decision-find", "1500");
        await page.TypeAsync("#outside-subject", "Chức năng xúc tiến đầu tư");
        await page.TypeAsync("input[aria-label='Số biên chế: Viên chức hưởng lương từ ngân sách nhà nước']", "2");

        page.WaitForState(() => page.FindAll(".preview s").Count == 2);
        Assert.Equal("-2", page.Find("input[aria-label='Điều chỉnh số gốc: mục tiêu D']").GetAttribute("value"));
        await page.SaveAsync();

        Assert.Equal(9, (await _org.SnapshotAsync(new(2024, 7, 1))).Unit("XT")!.Assigned!.Value.PublicEmployeeBudget);
        page.WaitForState(() => page.FindAll(".part").Any(part => part.TextContent.StartsWith("Chuyển ra ngoài cơ quan cùng Chức năng xúc tiến đầu tư", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Opening_levels_are_typed_for_what_has_none_yet()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota/ledger?on=2026-01-15");
        await page.ClickAsync(".actions .btn:not(.primary)");
        await page.TypeAsync("input[aria-label='Văn phòng: VC ngân sách']", "2");
        await page.SaveAsync();

        Assert.Equal(2, (await _org.SnapshotAsync(new(2026, 1, 1))).Unit("VP")!.Allocated.PublicEmployeeBudget);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
