using Bunit;
using OrgManager.Organisation;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation;

/// <summary>The register of functions and the matrix of units and fields.</summary>
public class FunctionPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_register_shows_what_the_address_asks_for()
    {
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("director");

        var page = browser.Open("/units/functions?field=N%C4%83ng%20l%C6%B0%E1%BB%A3ng&on=2019-10-21");

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.All(page.FindAll("tbody tr"), row => Assert.Equal("/units/QLNL?on=2019-10-21", row.QuerySelector("td[data-l='Chủ trì'] a")!.GetAttribute("href")));
        Assert.Empty(page.FindAll(".head .actions button, tbody td.acts button"));
        Assert.NotEmpty(browser.Open("/units/functions?search=khong%20co").FindAll(".empty"));
    }

    [Fact]
    public async Task A_function_is_added_from_the_register_with_the_person_who_leads_it()
    {
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("hr");
        var page = browser.Open("/units/functions");
        var vp = await _org.UnitIdAsync("VP");
        var person = (await _org.SnapshotAsync(_org.Today)).Unit(vp)!.Posts[^1].Person;

        await page.ClickAsync(".head .actions .primary");
        page.WaitForElement("#function-name");
        await page.TypeAsync("#function-name", "Chuyển đổi số");
        await page.SaveAsync();
        Assert.Contains("Chọn đơn vị chủ trì", page.Find(".sheet .block").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#function-lead", vp.ToString());
        page.WaitForElement("#function-person");
        await page.TypeAsync("#function-person", person.Id.ToString());
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tbody tr"), row => row.TextContent.Contains("Chuyển đổi số", StringComparison.Ordinal) && row.TextContent.Contains(person.FullName, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_leads_of_one_task_are_told_and_the_home_page_leads_there()
    {
        foreach (var unit in new[] { "VP", "TTR" }) await _org.Get<UnitFunctionService>().BeginAsync(new("Cải cách hành chính", await _org.UnitIdAsync(unit)), new(2025, 1, 1));
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("hr");

        Assert.Contains(browser.Open("/").FindAll(".finding a"), link => link.GetAttribute("href") == "/units/functions?finding=manyleads");
        Assert.Equal(2, browser.Open("/units/functions?finding=manyleads").FindAll("tbody .fb.warn").Count);
    }

    [Fact]
    public async Task The_matrix_marks_who_leads_and_each_cell_opens_its_functions()
    {
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("self");

        var page = browser.Open("/units/functions/matrix?on=2019-10-21");

        var row = page.FindAll(".matrix tbody tr").Single(r => r.QuerySelector("th a")!.GetAttribute("href") == "/units/QLTM?on=2019-10-21");
        var cell = row.QuerySelector("td.leads a")!;
        Assert.Equal("C 2 · P 2", cell.TextContent);
        Assert.Equal(4, browser.Open(cell.GetAttribute("href")!).FindAll("tbody tr").Count);
    }
}
