using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation;

/// <summary>The rules about units as everybody reads them.</summary>
public class RulesPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_page_tells_each_kind_s_rules_of_the_day_and_marks_what_is_not_confirmed()
    {
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("self");

        var page = browser.Open("/units/rules?on=2021-06-30");

        var division = page.FindAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Phòng chuyên môn");
        Assert.Contains("¿", division.QuerySelector("td[data-l='Biên chế tối thiểu']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("NĐ 107/2020", division.QuerySelector("td[data-l='Cấp phó tối đa']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tỉnh loại II", page.Find(".head p").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "Chi bộ", "Dưới Đảng bộ cơ sở, hoặc không trực thuộc đơn vị nào"), InlineData("en", "Party cell", "Under Grassroots party committee, or at the top of the tree")]
    public async Task Kinds_are_called_by_their_names_also_those_about_which_no_rule_says_anything(string language, string kind, string place)
    {
        await using var browser = new TestBrowser(_org, language);
        await _org.SignInAsync("self");

        var cell = browser.Open("/units/rules").FindAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == kind);

        Assert.Contains(place, cell.QuerySelector("td")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_keep_to_them_leads_to_its_unit()
    {
        await using var browser = new TestBrowser(_org);
        await _org.SignInAsync("director");

        var links = browser.Open("/units/rules?on=2021-06-30").FindAll(".finding a").Select(a => a.GetAttribute("href"));

        Assert.Contains("/units/NLATMT?on=2021-06-30", links);
    }
}
