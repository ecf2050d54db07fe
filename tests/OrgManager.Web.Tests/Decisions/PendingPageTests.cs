using Bunit;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Decisions;

/// <summary>The calendar of what is entered and not in force yet.</summary>
public class PendingPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Months_lead_to_their_changes_and_each_to_what_it_changes()
    {
        await RenameAsync(new(2027, 7, 1));
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("director");

        var page = browser.Open("/units/ahead?area=organisation");
        var month = page.Find(".yearly a[aria-label^='Tháng 7/2027']");
        Assert.Equal(("1", "/units/ahead?area=organisation&in=2027-07"), (month.TextContent, month.GetAttribute("href")));

        page = browser.Open("/units/ahead?area=organisation&in=2027-07");
        Assert.Equal("/units/TTR?on=2027-07-01", page.Find("tbody th.title a").GetAttribute("href"));
        Assert.Contains("Phòng Kiểm tra", page.Find("tbody td.wrap").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody td button.small"));
        Assert.NotEmpty(browser.Open("/units/ahead?area=functions&in=2099").FindAll(".empty"));
    }

    [Fact]
    public async Task A_change_is_called_off_with_its_reason_and_the_home_page_counts_what_is_left()
    {
        await RenameAsync(new(2027, 7, 1));
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("hr");
        var before = (await _org.Get<PendingChanges>().ListAsync(new(), new())).Total;
        Assert.Contains($"{before} biến động sắp tới", browser.Open("/").Find(".head .actions").TextContent, StringComparison.Ordinal);
        var page = browser.Open("/units/ahead?area=organisation&in=2027-07");

        await page.ClickAsync("tbody td button.small");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet .block").TextContent, StringComparison.OrdinalIgnoreCase);
        await page.TypeAsync("#call-off-reason", "Chưa có chủ trương");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".empty")));
        Assert.Equal(before - 1, (await _org.Get<PendingChanges>().ListAsync(new(), new())).Total);
    }

    private async Task RenameAsync(DateOnly from)
    {
        var id = await _org.UnitIdAsync("TTR");
        await _org.Units.ChangeAsync((await _org.Units.GetAsync(id)).Seen, from, new OrgUnitEdit { Name = "Phòng Kiểm tra" });
    }
}
