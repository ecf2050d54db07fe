using Bunit;
using OrgManager.Establishment;
using OrgManager.Restructuring;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>The page of the years to come.</summary>
public class ForecastPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_draws_tells_every_quarter_and_lists_who_leaves_in_one()
    {
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/quota/forecast?on=2019-10-21");

        Assert.NotEmpty(page.FindAll("main svg.chart[role=img]"));
        Assert.Contains("Quý I/2020", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Đạt từ 01/01/2025 theo các mức đã giao", page.Markup, StringComparison.Ordinal);
        var link = page.FindAll("main a.fig").Select(a => a.GetAttribute("href")!).First(href => href.Contains("period=2020Q3", StringComparison.Ordinal));

        var people = browser.Open(link.Split('#')[0]).WaitForElement("#leaving");

        Assert.Contains("Khổng Văn Trấn", people.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1960", people.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_year_it_is_ten_or_eleven_lines_and_one_category_alone_is_asked_for_in_the_address()
    {
        await using var browser = await SignInAsync("hr");

        var page = browser.Open("/quota/forecast?on=2019-10-21&by=year&category=PublicEmployeeBudget");

        var rows = page.FindAll("main table.t")[1].QuerySelectorAll("tbody tr");
        Assert.Equal(["21/10/2019", "Năm 2019", "Năm 2020"], rows.Take(3).Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(12, rows.Length);
    }

    [Fact]
    public async Task Ages_open_their_people_to_who_sees_days_of_birth()
    {
        await using (var hr = await SignInAsync("hr")) Assert.Contains(hr.Open("/quota/forecast?on=2019-10-21").WaitForElements(".ages a.fig"), a => a.GetAttribute("href")!.StartsWith("/staff?unit=SCT&age=", StringComparison.Ordinal));

        await using var director = await SignInAsync("director");
        Assert.Empty(director.Open("/quota/forecast?on=2019-10-21").FindAll(".ages a.fig"));
        Assert.Empty(director.Open("/quota/forecast?on=2019-10-21&unit=TTR").FindAll(".ages"));
    }

    [Fact]
    public async Task Approved_scenarios_are_named_and_left_out_at_a_click()
    {
        var id = await _org.Get<ScenarioDraftService>().ImportAsync(new() { Name = "Hợp nhất hai phòng", EffectiveOn = new(2026, 7, 1), Decisions = new(), Steps = [new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"))] });
        var (life, view) = (_org.Get<ScenarioLifeService>(), _org.Get<ScenarioViewService>());
        await life.SubmitAsync((await view.GetAsync(id)).Seen);
        await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/quota/forecast");

        Assert.Contains("đã duyệt, chưa áp dụng; tính từ 01/07/2026", page.Find($"main a[href^='/scenarios/{id}']").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phòng Công nghiệp và Thương mại", page.Find("main").TextContent, StringComparison.Ordinal);
        var without = browser.Open(page.Find("main a[href*='approved=0']").GetAttribute("href")!).Find("main").TextContent;
        Assert.Contains("có hiệu lực từ 01/07/2026; không tính", without, StringComparison.Ordinal);
        Assert.DoesNotContain("Phòng Công nghiệp và Thương mại", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_plan_is_named_and_has_a_column_and_a_line_of_its_own()
    {
        await _org.SignInAsync("hr");
        var plans = _org.Get<QuotaPlanService>();
        var draft = await plans.GetAsync(await plans.DraftAsync(await _org.UnitIdAsync("SCT"), 2027));
        await plans.ReviseAsync(draft.Seen, [.. draft.Lines.Select(l => new PlanLine(l.Unit.Id, l.Kind, l.Category, l.Posts, "Giữ nguyên"))]);
        await using var browser = await SignInAsync("hr");
        Assert.Empty(browser.Open("/quota/forecast").FindAll("main path.future"));
        await plans.SubmitAsync((await plans.GetAsync(draft.Seen.Id)).Seen);

        var page = browser.Open("/quota/forecast");

        Assert.Contains("đã trình, chưa chốt", page.Find($"main li a[href^='/quota/plans/{draft.Seen.Id}']").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Theo kế hoạch đã trình", page.FindAll("main table.t th").Select(th => th.TextContent));
        Assert.NotEmpty(page.FindAll("main svg.chart path.future"));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new TestBrowser(_org);
    }
}
