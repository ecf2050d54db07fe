using Bunit;
using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>What of the table of posts is shown, and what its dialogs tell of days to come.</summary>
public class EstablishmentShownTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task One_block_is_shown_with_its_own_sum()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/quota?on=2019-10-21&block=serviceunits");

        Assert.Equal(["Trung tâm Khuyến công và Tư vấn phát triển công nghiệp", "Trung tâm Xúc tiến thương mại"], page.FindAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal("33 31 2 0", string.Join(' ', page.FindAll("tfoot td.num").TakeLast(4).Select(cell => cell.TextContent.Trim())));
        Assert.DoesNotContain("Công chức", page.Find("thead").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_below_names_the_units_with_unused_posts()
    {
        await using var browser = await SignInAsync("director");

        Assert.Contains("Chưa sử dụng 4: TTR 1, QLCN 1, KC 1, XT 1", browser.Open("/quota?on=2019-10-21").Find("footer.note").TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa sử dụng 2: TTR 1, QLCN 1", browser.Open("/quota?on=2019-10-21&category=CivilServant").Find("footer.note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_put_away_are_kept_with_the_account()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/quota?on=2019-10-21");
        var before = page.FindAll("thead tr:last-child th").Count;

        await page.TickAsync("input[name=unallocated]", ticked: false);
        await page.TickAsync("input[name=sum]", ticked: false);

        var now = page.FindAll("thead tr:last-child th").Count;
        Assert.True(now < before);
        Assert.DoesNotContain("Tổng", page.FindAll("thead .g").Select(group => group.TextContent));
        Assert.Equal(["sum", "unallocated"], (await _org.Get<AccountService>().HiddenColumnsAsync("quota")).Order());
        Assert.Equal(now, browser.Open("/quota?on=2019-10-21").FindAll("thead tr:last-child th").Count);
    }

    [Fact]
    public async Task Assigning_and_transferring_name_the_levels_set_for_later_days()
    {
        var (sct, tm) = (await _org.UnitIdAsync("SCT"), await _org.UnitIdAsync("TM"));
        await _org.Get<QuotaService>().SetAsync([new(sct, QuotaKind.Assigned, QuotaCategory.CivilServant, 40), new(tm, QuotaKind.Allocated, QuotaCategory.CivilServant, 7)], new(2028, 1, 1));
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Giao biên chế", StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".sheet .finding.info"));
        await page.TypeAsync("input[aria-label='Số biên chế: Công chức']", "50");
        Assert.Contains("Từ 01/01/2028 đã có mức giao công chức: 40", page.Find(".sheet .finding.info").TextContent, StringComparison.Ordinal);

        page = browser.Open("/quota");
        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Điều chuyển", StringComparison.Ordinal));
        await page.TypeAsync("#transfer-from", tm.ToString());
        await page.TypeAsync("#transfer-to", (await _org.UnitIdAsync("QLCN")).ToString());
        Assert.Contains("Từ 01/01/2028, Phòng Quản lý thương mại đã có mức 7", page.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
