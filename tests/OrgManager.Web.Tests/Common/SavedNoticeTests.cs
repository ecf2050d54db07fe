using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Common;

/// <summary>After saving the page says what was saved, from when, and where it is to be seen.</summary>
public class SavedNoticeTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task What_is_not_yet_so_on_the_day_of_the_page_is_a_link_away()
    {
        await _org.SignInAsync("partyclerk");
        await using var browser = new TestBrowser(_org);
        var page = browser.Open("/members/CB008?on=2019-10-21");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#change-day", "1/7/2026");
        await page.TypeAsync("#member-act", "Participation");
        await page.TypeAsync("#member-participation", "Exempt");

        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.StartsWith("Đã lưu: Đèo Văn Bách · ", Assert.Single(browser.Notices), StringComparison.Ordinal));
        Assert.EndsWith("có hiệu lực từ 01/07/2026", browser.Notices.Single(), StringComparison.Ordinal);
        var link = page.WaitForElement(".rz-notification-item a");
        Assert.Equal(("/members/CB008?on=2026-07-01", "Xem ngày 01/07/2026"), (link.GetAttribute("href"), link.TextContent));
    }
}
