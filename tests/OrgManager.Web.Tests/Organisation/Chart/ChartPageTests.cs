using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Organisation.Chart;

/// <summary>The chart and the comparison of the model organisation as pages.</summary>
public class ChartPageTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task A_merger_is_drawn_with_what_ended_under_what_became_of_it()
    {
        await using var browser = await OpenAsync("hr");

        var page = browser.Open("/units/chart?on=2021-01-01&with=2019-10-21");

        Assert.Equal(["NLATMT", "TM"], Codes(page, ".box.new"));
        Assert.Equal(["KTATMT", "QLNL", "QLTM", "XNK"], Codes(page, ".box.gone"));
        Assert.Equal("NLATMT", page.Find("[data-code=QLNL]").GetAttribute("data-parent"));
        Assert.Equal("/units/TM?on=2021-01-01", page.Find("[data-code=TM]").GetAttribute("href"));
        Assert.Contains("hợp nhất 01/07/2020", page.FindAll("text.how").Select(text => text.TextContent));
    }

    [Fact]
    public async Task Beside_a_later_day_a_unit_that_ends_is_drawn_once()
    {
        await using var browser = await OpenAsync("hr");

        Assert.Equal(["KTATMT", "QLNL", "QLTM", "XNK"], Codes(browser.Open("/units/chart?on=2019-10-21&with=2021-01-01"), ".box.gone"));
    }

    [Fact]
    public async Task A_branch_is_closed_and_opened_by_its_address()
    {
        await using var browser = await OpenAsync("hr");

        var page = browser.Open("/units/chart?on=2021-01-01");
        var close = page.Find("[data-toggle=KC]").GetAttribute("href")!;
        Assert.Equal(2, page.FindAll("[data-parent=KC]").Count);
        browser.Address.NavigateTo(close);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-parent=KC]")));
        Assert.Equal("+2", page.Find("[data-toggle=KC] text").TextContent);
    }

    [Fact]
    public async Task What_is_sought_is_found_without_accents_and_its_way_to_the_top_is_drawn()
    {
        await using var browser = await OpenAsync("director");

        var page = browser.Open("/units/chart?on=2021-01-01&depth=1&find=khuyen cong va tu van&closed=KC");

        Assert.Contains(page.FindAll(".box.found"), box => box.GetAttribute("data-parent") == "KC");
        Assert.Contains("SCT", Codes(page, ".box.leads"));
    }

    [Fact]
    public async Task Figures_are_drawn_only_for_who_may_see_them()
    {
        await using var browser = await OpenAsync("unithead");

        var page = browser.Open("/units/chart?on=2019-10-21");

        Assert.Equal(["QLCN"], page.FindAll(".box:has(.figures)").Select(box => box.GetAttribute("data-code")!));
    }

    [Fact]
    public async Task The_comparison_leads_from_what_happened_to_its_decision_and_to_the_units_of_each_day()
    {
        await using var browser = await OpenAsync("hr");

        var page = browser.Open("/units/compare?on=2021-01-01&with=2019-10-21");

        Assert.Contains("1897/QĐ-UBND", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("a[href='/units/QLTM?on=2020-06-30']"));
        Assert.NotEmpty(page.FindAll("a[href='/units/TM?on=2020-07-01']"));
        Assert.Contains("6 → 0", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_days_alike_say_so()
    {
        await using var browser = await OpenAsync("self");

        Assert.NotEmpty(browser.Open("/units/compare?on=2020-08-01&with=2020-08-02").FindAll(".empty"));
    }

    private async Task<TestBrowser> OpenAsync(string user)
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }

    private static IEnumerable<string> Codes(IRenderedComponent<Routes> page, string boxes) => page.FindAll(boxes).Select(box => box.GetAttribute("data-code")!).Order(StringComparer.Ordinal);
}
