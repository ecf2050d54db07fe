using Bunit;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>The page of job positions, and its dialogs.</summary>
public class PositionPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Without_a_catalogue_it_tells_the_next_step_and_what_posts_are_called()
    {
        await using var browser = await SignInAsync("hr");

        var page = browser.Open("/quota/positions?on=2026-01-15");

        Assert.Contains("Chưa có danh mục", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("Văn thư", page.Find("[aria-labelledby=unplaced-title] tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_is_entered_from_a_post_gets_its_number_and_shows_who_holds_it_and_what_is_unfilled()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota/positions?on=2026-01-15");
        await page.ClickAsync("[aria-labelledby=unplaced-title] button[aria-label$=': Văn thư']");
        await page.TypeAsync("#position-code", "VP-03");
        await page.TypeAsync("#position-group", "Shared");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("VP-03", page.Find("[aria-labelledby=catalogue-title] tbody").TextContent, StringComparison.Ordinal));

        await page.ClickAsync("button[aria-label^='Giao số lượng: Văn thư, Văn phòng']");
        await page.TypeAsync("#posts-number", "2");
        await page.TypeAsync("#posts-day", "15/01/2026");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Còn trống 1", Row(page), StringComparison.Ordinal));
        Assert.Contains("Cà Thị Ngân Hoa", Row(page), StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Open("/quota/positions?on=2026-01-15&state=over").FindAll("[aria-labelledby=unplaced-title] tbody tr th"), th => th.TextContent == "Văn thư");
    }

    [Fact]
    public async Task Where_another_set_the_number_meanwhile_it_is_told_and_saved_only_knowing_that()
    {
        await using var browser = await SignInAsync("hr");
        var positions = _org.Get<PositionService>();
        await positions.EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared));
        var page = browser.Open("/quota/positions?on=2026-01-15");
        await page.ClickAsync("button[aria-label^='Giao số lượng: Văn thư, Văn phòng']");
        await positions.SetAsync(new(await _org.UnitIdAsync("VP"), (await positions.TableAsync(new(new(2026, 1, 15)), new(0, 1))).Catalogue[0].Seen.Id, 3, null), new(2026, 1, 10));
        await page.TypeAsync("#posts-number", "2");

        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("Người khác vừa cập nhật", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("đang là 3", page.Find(".sheet .body").TextContent, StringComparison.Ordinal);

        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("Còn trống 1", Row(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_change_posts_only_looks()
    {
        await _org.SignInAsync("hr");
        await _org.Get<PositionService>().EnterAsync(new("CN-01", "Chuyên viên", PositionGroup.Specialised));
        await using var browser = await SignInAsync("unithead");

        var page = browser.Open("/quota/positions");

        Assert.DoesNotContain(page.FindAll("main button"), button => new[] { "Giao số lượng", "Thêm vị trí", "Sửa vị trí" }.Contains(button.TextContent.Trim()));
        Assert.Contains("Triệu Văn Lâm", page.Find("main tbody").TextContent, StringComparison.Ordinal);
    }

    private static string Row(IRenderedComponent<Routes> page) => page.FindAll("main tbody tr").First(tr => tr.QuerySelector("th")!.TextContent.Contains("Văn thư", StringComparison.Ordinal)).TextContent;

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
