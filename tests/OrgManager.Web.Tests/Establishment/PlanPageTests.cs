using Bunit;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Establishment;

/// <summary>The plan of a year on its pages: drafted, typed, submitted, returned and locked.</summary>
public class PlanPageTests : IAsyncLifetime
{
    private const string Office = "input[aria-label='Kế hoạch: Văn phòng, Công chức, Phân bổ']", OfficeReason = "input[aria-label='Lý do: Văn phòng, Công chức, Phân bổ']";
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_plan_is_drafted_from_the_list_and_opens()
    {
        await using var browser = new TestBrowser(_org);
        var list = browser.Open("/quota/plans");
        Assert.Contains("Chưa có kế hoạch nào", list.Find(".empty").TextContent, StringComparison.Ordinal);

        await list.ClickAsync(".actions .btn.primary");
        await list.SaveAsync();

        list.WaitForState(() => list.FindAll(".plan-grid").Count == 1);
        Assert.Contains("Kế hoạch biên chế năm 2027", list.Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_and_findings_follow_what_is_typed_and_a_reason_is_asked_for()
    {
        var id = await DraftAsync();
        await using var browser = new TestBrowser(_org);
        var page = browser.Open($"/quota/plans/{id}");
        await page.TypeAsync(Office, "8");

        Assert.Contains("còn 1 chưa phân bổ", page.Find("main .finding.boxed").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 dòng thay đổi chưa ghi lý do", page.Find("main").TextContent, StringComparison.Ordinal);
        await page.ClickAsync(".actions .btn.primary");
        page.WaitForState(() => page.FindAll("main p[role=alert]").Count == 1);
        Assert.Contains("Chưa ghi lý do thay đổi: Văn phòng", page.Find("main p[role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync(OfficeReason, "Giảm theo lộ trình");
        await page.ClickAsync(".actions .btn.primary");
        page.WaitForState(() => page.FindAll(Office).Count == 0);
        Assert.Equal(QuotaPlanState.Submitted, (await Plans.GetAsync(id)).State);
    }

    [Fact]
    public async Task The_director_sees_what_changes_and_locks_it_by_a_decision()
    {
        await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "400/QĐ-SCT", "Sở Công Thương", new(2026, 12, 20), new(2027, 1, 1), "Giao biên chế"));
        var id = await SubmittedAsync();
        await _org.SignInAsync("director");
        await using var browser = new TestBrowser(_org);
        var page = browser.Open($"/quota/plans/{id}");
        await page.ClickAsync(".actions .btn.primary");
        Assert.Contains("Văn phòng", page.Find(".sheet tbody").TextContent, StringComparison.Ordinal);

        await page.ChooseAsync("#decision-find", "400");
        await page.SaveAsync();

        page.WaitForState(() => page.Find(".head").TextContent.Contains("Đã chốt", StringComparison.Ordinal));
        Assert.Equal(8, (await _org.SnapshotAsync(new(2027, 1, 1))).Unit("VP")!.Allocated.CivilServant);
    }

    [Fact]
    public async Task A_returned_plan_tells_its_author_why()
    {
        var id = await SubmittedAsync();
        await _org.SignInAsync("director");
        await using (var director = new TestBrowser(_org))
        {
            var page = director.Open($"/quota/plans/{id}");
            await page.ClickAsync(".actions .btn:not(.primary)");
            await page.TypeAsync("#plan-remark", "Chưa rõ lý do");
            await page.SaveAsync();
        }

        await _org.SignInAsync("hr");
        await using var browser = new TestBrowser(_org);
        Assert.Contains("Chưa rõ lý do", browser.Open($"/quota/plans/{id}").Find("main .finding.boxed").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_was_quicker_is_told_and_what_was_typed_stays()
    {
        var id = await DraftAsync();
        await using var browser = new TestBrowser(_org);
        var page = browser.Open($"/quota/plans/{id}");
        await page.TypeAsync(Office, "8");
        var plan = await Plans.GetAsync(id);
        await Plans.ReviseAsync(plan.Seen, [.. plan.Lines.Select(l => new PlanLine(l.Unit.Id, l.Kind, l.Category, l.Posts, "Người khác"))]);

        await page.ClickAsync(".actions .btn", button => button.TextContent.Contains("Lưu dự thảo", StringComparison.Ordinal));

        page.WaitForState(() => page.FindAll("main p[role=alert]").Count == 1);
        Assert.Equal("8", page.Find(Office).GetAttribute("value"));
    }

    private QuotaPlanService Plans => _org.Get<QuotaPlanService>();

    private async Task<Guid> DraftAsync() => await Plans.DraftAsync(await _org.UnitIdAsync("SCT"), 2027);

    private async Task<Guid> SubmittedAsync()
    {
        var id = await DraftAsync();
        var plan = await Plans.GetAsync(id);
        await Plans.ReviseAsync(plan.Seen, [.. plan.Lines.Select(l => l is { Unit.Code: "VP", Category: QuotaCategory.CivilServant }
            ? new PlanLine(l.Unit.Id, l.Kind, l.Category, 8, "Giảm theo lộ trình") : new PlanLine(l.Unit.Id, l.Kind, l.Category, l.Posts, null))]);
        await Plans.SubmitAsync((await Plans.GetAsync(id)).Seen);
        return id;
    }
}
