using Bunit;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>The page of streamlining cases, and its dialogs.</summary>
public class StreamliningPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_is_empty_at_first_and_tells_the_next_step()
    {
        await using var browser = await SignInAsync("hr");

        var page = browser.Open("/quota/streamlining");

        Assert.NotEmpty(page.FindAll(".empty"));
        Assert.Contains("Lập hồ sơ", page.Find(".actions button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_goes_from_plan_to_execution_on_the_page()
    {
        await PlanAsync();
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/quota/streamlining");
        Assert.Equal(["Sửa", "Phê duyệt", "Hủy hồ sơ"], page.FindAll("main tbody button").Select(b => b.TextContent));

        await page.ClickAsync("main tbody button[aria-label^='Phê duyệt']");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal(["Thực hiện", "Hủy hồ sơ"], page.FindAll("main tbody button").Select(b => b.TextContent)));
        await page.ClickAsync("main tbody button[aria-label^='Thực hiện']");
        Assert.Contains("Phân bổ", page.Find("dialog .preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Đã thực hiện", page.Find("main tbody").TextContent, StringComparison.Ordinal));
        var person = browser.Open("/staff/CB035");
        person.WaitForAssertion(() => Assert.Contains("Đã thực hiện", person.Find("main").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_director_sees_who_and_when_and_not_why()
    {
        await PlanAsync();
        await using var browser = await SignInAsync("director");

        var row = browser.Open("/quota/streamlining").Find("main tbody tr").TextContent;

        Assert.Contains("01/05/2026", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Dôi dư", row, StringComparison.Ordinal);
    }

    private async Task PlanAsync()
    {
        await _org.SignInAsync("hr");
        await _org.Get<StreamliningService>().PlanAsync(await _org.PersonIdAsync("CB035"), new("154/2025", "R1", "P1", new(2026, 5, 1)));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
