using Bunit;
using OrgManager.Restructuring;
using OrgManager.Tests;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Restructuring;

/// <summary>The pages of scenarios: what each reader sees, and a way from an empty list to the deed.</summary>
public class ScenarioPageTests : IAsyncLifetime
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private static readonly MergeStep Merge = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT", "Phòng CN-TM", 4));

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_list_has_what_was_applied_and_each_leads_to_its_page()
    {
        await using var browser = await SignInAsync("hr");

        var page = browser.Open("/scenarios");

        Assert.Equal(["Phương án 02: hợp nhất QLNL và KTATMT", "Phương án 01: hợp nhất QLTM và XNK", "Phòng Khuyến công và Tư vấn"], page.FindAll("tbody th.title").Select(row => row.TextContent));
        Assert.StartsWith("/scenarios/", page.Find("tbody th.title a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("nav#menu a[href='/scenarios']"));
    }

    [Fact]
    public async Task An_administrator_sees_what_was_applied_to_undo_it_and_opens_nothing()
    {
        await using var browser = await SignInAsync("admin");

        var page = browser.Open("/scenarios");

        Assert.Empty(page.FindAll("tbody th.title a"));
        Assert.Equal(3, page.FindAll("tbody button").Count);
    }

    [Fact]
    public async Task Who_has_to_do_with_none_sees_an_empty_list_and_no_way_to_it_in_the_menu()
    {
        await using var browser = await SignInAsync("unithead");

        Assert.Empty(browser.Open("/").FindAll("nav#menu a[href='/scenarios']"));
        Assert.Contains("Chưa có phương án nào", browser.Open("/scenarios").Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_begun_a_step_added_and_its_effect_shown()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/scenarios");
        await page.ClickAsync(".head .btn.primary");
        await page.TypeAsync("#scenario-name", "Phương án 03");
        await page.TypeAsync("#scenario-day", "01/07/2026");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal("Phương án 03", page.Find("h1").TextContent));

        await page.ClickAsync(".steps footer button");
        page.WaitForState(() => page.FindAll("#step-units").Count == 1);
        await page.ChooseAsync("#step-units", "QLCN");
        await page.ChooseAsync("#step-units", "TM");
        await page.TypeAsync("#step-new-name", "Phòng Công nghiệp và Thương mại");
        await page.TypeAsync("#step-new-code", "CNTM");
        Assert.Equal("Division", page.Find("#step-new-kind").GetAttribute("value")); // as the first of them was, and under the same unit
        Assert.Equal("Hợp nhất Phòng Quản lý công nghiệp và Phòng Quản lý thương mại thành Phòng Công nghiệp và Thương mại", page.Find(".sheet .preview p").TextContent);
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".sl > li")));
        Assert.Equal(["Phòng Quản lý công nghiệp", "Phòng Quản lý thương mại"], page.FindAll(".flow ul:first-of-type li b").Select(box => box.TextContent));
        Assert.Contains("Phòng Công nghiệp và Thương mại chưa có cấp trưởng", page.Find(".effects").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_cannot_be_done_says_why_in_its_place()
    {
        var id = await DraftAsync(Merge, new DissolveStep("QLCN"));
        await using var browser = new TestBrowser(_org);

        var page = browser.Open($"/scenarios/{id}");

        Assert.Contains("Không có đơn vị QLCN", page.Find(".sl > li.bad .err").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".head .btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task On_the_board_a_head_is_chosen_and_a_deputy_keeps_the_allowance()
    {
        var id = await DraftAsync(Merge);
        await using var browser = new TestBrowser(_org);
        var page = browser.Open($"/scenarios/{id}");
        var cards = page.FindAll(".dst .pc").Count;
        Assert.Contains($"{cards} / {cards} đã có nơi", page.Find(".mapping header .st").TextContent, StringComparison.Ordinal);
        var heads = page.FindAll(".dst .pc").Where(card => card.TextContent.Contains("nguyên cấp trưởng", StringComparison.Ordinal)).Select(card => card.QuerySelector("b")!.TextContent).ToList();
        Assert.Equal(2, heads.Count);

        await page.TypeAsync($"select[aria-label='Chức vụ của {heads[0]}']", "Head");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".sl > li").Count));
        await page.TypeAsync($"select[aria-label='Chức vụ của {heads[1]}']", "Deputy");

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".sl > li").Count));
        Assert.Single(page.FindAll(".pc .fb.info"));
        Assert.Equal(heads[0], page.Find(".dst .pc b").TextContent);
    }

    [Fact]
    public async Task Submitted_it_waits_on_the_directors_home_and_is_approved_there()
    {
        var id = await DraftAsync(Merge);
        await _org.Get<ScenarioLifeService>().SubmitAsync((await _org.Get<ScenarioViewService>().GetAsync(id)).Seen);
        await using var browser = await SignInAsync("director");
        Assert.Contains("1 phương án sắp xếp chờ duyệt", browser.Open("/").Find("main").TextContent, StringComparison.Ordinal);

        var page = browser.Open($"/scenarios/{id}");
        Assert.Empty(page.FindAll(".steps .acts"));
        await page.ClickAsync(".head .btn.primary");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Contains("Đã duyệt", page.Find(".titled .st").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_stand_side_by_side()
    {
        var (one, other) = (await DraftAsync(Merge), await DraftAsync(new RenameStep("QLCN", "Phòng Công nghiệp")));
        await using var browser = new TestBrowser(_org);

        var page = browser.Open($"/scenarios/compare?ids={one},{other}");

        Assert.Equal(2, page.FindAll("thead th.num").Count);
        Assert.Contains(page.FindAll("tbody tr"), row => row.QuerySelector("th")!.TextContent.StartsWith("A · ", StringComparison.Ordinal) && row.QuerySelectorAll("td")[0].ClassList.Contains("strong") && !row.QuerySelectorAll("td")[1].ClassList.Contains("strong"));
    }

    private async Task<Guid> DraftAsync(params ScenarioStep[] steps)
    {
        await _org.SignInAsync("hr");
        return await _org.Get<ScenarioDraftService>().ImportAsync(new() { Name = "Phương án 03", EffectiveOn = On, Decisions = new(), Steps = steps });
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org, Language.Vietnamese);
    }
}
