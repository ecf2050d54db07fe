using Bunit;
using OrgManager.Organisation;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation;

/// <summary>Functions on the page of a unit, and the dialog by which they are given and changed.</summary>
public class UnitFunctionPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_page_lists_what_the_unit_leads_and_where_it_co_ordinates()
    {
        await using var browser = await SignInAsync("director");
        var page = browser.Open("/units/NLATMT?on=2021-06-30");

        Assert.Equal([3, 1], page.FindAll(".duties").Select(list => list.Children.Length));
        Assert.Contains("3466/QĐ-UBND", page.Find(".duties").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".duties .amend"));
        Assert.Equal("/units/QLCN?on=2021-06-30", page.FindAll(".duties")[1].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_function_is_given_changed_and_ended_in_the_dialog()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/TTR");
        await page.ClickAsync(".card > header .btn");
        await page.TypeAsync("#change-day", "1/1/2026");
        await page.TypeAsync("#function-name", "Kiểm soát thủ tục hành chính");
        await page.TypeAsync("#function-field", "Cải cách hành chính");
        await page.SaveAsync();

        Assert.Contains("Kiểm soát thủ tục hành chính", page.Find(".duties").TextContent, StringComparison.Ordinal);

        await page.ClickAsync(".duties .amend", button => button.GetAttribute("aria-label")!.EndsWith("Kiểm soát thủ tục hành chính", StringComparison.Ordinal));
        await page.TypeAsync("#function-lead", (await _org.UnitIdAsync("VP")).ToString());
        await page.SaveAsync();

        Assert.DoesNotContain("Kiểm soát thủ tục hành chính", page.Find(".duties").TextContent, StringComparison.Ordinal);
        var led = (await _org.Get<UnitFunctionService>().OfUnitAsync("VP", _org.Today)).Led;
        Assert.Contains(led, row => (row.Name, row.Field, row.Since) == ("Kiểm soát thủ tục hành chính", "Cải cách hành chính", _org.Today));
    }

    [Fact]
    public async Task What_a_rule_refuses_is_told_in_the_dialog()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/units/TTR");
        await page.ClickAsync(".card > header .btn");

        await page.SaveAsync();

        Assert.Contains("Nhập nội dung nhiệm vụ", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_ended_shows_what_it_left_without_a_lead()
    {
        var unit = await _org.Units.FoundAsync(new("TAM", Branch.Government, new("Phòng Tạm", "Division", await _org.UnitIdAsync("SCT"))), new(2025, 1, 1));
        await _org.Get<UnitFunctionService>().BeginAsync(new("Việc tạm", unit), new(2025, 1, 1));
        await _org.Units.EndAsync((await _org.Units.GetAsync(unit)).Seen, new(2025, 7, 1));
        await using var browser = await SignInAsync("hr");

        Assert.Contains("chưa có đơn vị chủ trì", browser.Open("/units/TAM").Find(".duties").TextContent, StringComparison.Ordinal);
        Assert.Contains("Việc tạm", browser.Open("/units").Find("main .finding.boxed.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_and_bell_say_what_nobody_leads_to_who_can_mend_it_or_oversees_the_house()
    {
        var unit = await _org.Units.FoundAsync(new("TAM", Branch.Government, new("Phòng Tạm", "Division", await _org.UnitIdAsync("SCT"))), new(2025, 1, 1));
        foreach (var name in new[] { "Việc một", "Việc hai" }) await _org.Get<UnitFunctionService>().BeginAsync(new(name, unit), new(2025, 1, 1));
        await _org.Units.EndAsync((await _org.Units.GetAsync(unit)).Seen, new(2025, 7, 1));

        foreach (var (user, shown) in new[] { ("hr", 1), ("director", 1), ("partyclerk", 0), ("unithead", 0) })
        {
            await using var browser = await SignInAsync(user);
            var page = browser.Open("/");
            page.WaitForState(() => page.FindAll(".bell").Count == 1);
            var found = page.FindAll("main .finding").Where(IsAboutFunctions).ToList();

            Assert.Equal((user, shown, shown), (user, found.Count, page.FindAll(".bell-pop .finding").Count(IsAboutFunctions)));
            Assert.All(found, finding => Assert.Equal(("/units/functions?finding=nolead", true), (finding.QuerySelector("a")!.GetAttribute("href"), finding.TextContent.Contains("Việc hai · Việc một", StringComparison.Ordinal))));
        }

        static bool IsAboutFunctions(AngleSharp.Dom.IElement finding) => finding.TextContent.Contains("2 chức năng, nhiệm vụ chưa có đơn vị chủ trì", StringComparison.Ordinal);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
