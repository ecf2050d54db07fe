using Bunit;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>The table of posts, and the dialogs that change them.</summary>
public class EstablishmentPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_shows_who_has_how_many_posts_by_block_and_opens_the_people()
    {
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/quota?on=2019-10-21&category=CivilServant");

        Assert.Equal("55 55 0 53 2 0", Row(page, 0));
        Assert.Equal("– 7 – 6 1 0", Row(page, 3));
        Assert.Equal("/staff?unit=TTR&category=CivilServant&on=2019-10-21", page.FindAll("tbody tr")[3].QuerySelectorAll("a.fig").Single(a => a.GetAttribute("href")!.StartsWith("/staff", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.Empty(page.FindAll(".actions button"));
    }

    [Fact]
    public async Task A_sum_opens_its_people_or_the_lines_it_is_made_of()
    {
        await using var browser = await SignInAsync("director");

        string?[] Links(string path, string row) => [.. browser.Open(path).FindAll($"{row} a.fig").Select(a => a.GetAttribute("href"))];
        var total = Links("/quota?on=2019-10-21", "tfoot");
        Assert.Contains("/staff?unit=SCT&category=CivilServant&on=2019-10-21", total);
        Assert.Contains("/staff?unit=SCT&on=2019-10-21", total);
        Assert.Contains("/quota?unit=SCT&category=CivilServant&differs=1&on=2019-10-21", total);
        Assert.DoesNotContain("/quota?unit=SCT&on=2019-10-21", total);
        Assert.Contains("/staff?unit=SCT&category=PublicEmployeeBudget&on=2019-10-21", Links("/quota?on=2019-10-21", "tbody tr.sum"));
    }

    [Fact]
    public async Task Every_column_is_asked_for_in_the_address_and_kept_by_it()
    {
        await using var browser = await SignInAsync("director");
        var few = browser.Open("/quota?on=2019-10-21").FindAll("thead tr:last-child th").Count;
        var link = browser.Open("/quota?on=2019-10-21").Find(".filters a[href*='columns=all']").GetAttribute("href")!;

        Assert.Equal((30, true), (browser.Open(link).FindAll("thead tr:last-child th").Count, few < 30));
    }

    [Fact]
    public async Task Next_years_posts_are_allocated_with_what_remains_in_sight()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota");
        await page.ClickAsync(".actions .btn.primary");

        page.WaitForState(() => page.FindAll(".remain").Count == 1);
        Assert.Contains("Đã phân bổ hết", page.Find(".remain").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("input[aria-label='Số biên chế: Văn phòng']", "10");
        Assert.Contains("Vượt so với giao: 1", page.Find(".remain").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("input[aria-label='Số biên chế: Thanh tra']", "6");
        Assert.Contains("Đã phân bổ hết", page.Find(".remain").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        var next = await _org.SnapshotAsync(new(_org.Today.Year + 1, 1, 1));
        Assert.Equal((10, 6), (next.Unit("VP")!.Allocated.CivilServant, next.Unit("TTR")!.Allocated.CivilServant));
        Assert.Empty(page.FindAll(".sheet"));
    }

    [Fact]
    public async Task Somebody_who_was_quicker_is_told_and_what_was_typed_stays()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("input[aria-label='Số biên chế: Văn phòng']", "8");
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("VP"), QuotaKind.Allocated, QuotaCategory.CivilServant, 7)], new(_org.Today.Year + 1, 1, 1));

        await page.SaveAsync();

        Assert.Contains("Người khác vừa đổi thành 7", page.Find(".sheet tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("8", page.Find("input[aria-label='Số biên chế: Văn phòng']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_transfer_shows_both_sides_before_it_is_saved()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Điều chuyển", StringComparison.Ordinal));
        await page.TypeAsync("#transfer-from", (await _org.UnitIdAsync("TM")).ToString());
        await page.TypeAsync("#transfer-to", (await _org.UnitIdAsync("QLCN")).ToString());

        Assert.Equal(["9", "8"], page.FindAll(".preview s").Select(was => was.TextContent));
        await page.SaveAsync();

        var now = await _org.SnapshotAsync(_org.Today);
        Assert.Equal((8, 9), (now.Unit("TM")!.Allocated.CivilServant, now.Unit("QLCN")!.Allocated.CivilServant));
    }

    [Fact]
    public async Task Levels_of_a_unit_are_corrected_or_called_off_where_they_stand_in_its_timeline()
    {
        var vp = await _org.UnitIdAsync("VP");
        await _org.Get<QuotaService>().SetAsync([new(vp, QuotaKind.Allocated, QuotaCategory.CivilServant, 7)], new(2026, 7, 1));
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/VP?show=quota");

        await page.ClickAsync(".tl .future .amend");
        await page.SaveAsync();

        Assert.Equal(9, (await _org.SnapshotAsync(new(2026, 7, 1))).Unit("VP")!.Allocated.CivilServant);
    }

    [Theory]
    [InlineData("director", "Toàn cơ quan"), InlineData("unithead", "Tổng")]
    public async Task The_sum_of_one_unit_is_not_called_the_whole(string user, string sum)
    {
        await using var browser = await SignInAsync(user);

        Assert.Equal(sum, browser.Open("/quota?on=2019-10-21").Find("tfoot th").TextContent);
    }

    [Fact]
    public async Task Who_may_not_see_posts_gets_a_sentence()
    {
        await using var browser = await SignInAsync("partyclerk");

        Assert.Contains("quyền", browser.Open("/quota").Find("main").TextContent, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }

    private static string Row(IRenderedComponent<Routes> page, int row) =>
        string.Join(' ', page.FindAll("tbody tr")[row].QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()));
}
