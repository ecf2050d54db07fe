using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgManager.Establishment;
using OrgManager.Staff;
using OrgManager.Tests;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Home;

public class HomePageTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task It_says_what_day_it_is_of_and_how_big_the_organisation_is()
    {
        await using var browser = await SignInAsync();

        var facts = browser.Open("/?on=2019-10-21").Find(".head p").TextContent;

        Assert.Contains("Thứ Hai, 21/10/2019", facts, StringComparison.Ordinal);
        Assert.Contains("9 chi bộ", facts, StringComparison.Ordinal);
        Assert.Contains("77 đảng viên", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headcount_stands_by_block_and_category_with_what_is_unused()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/?on=2019-10-21");

        var rows = page.FindAll(".cols2 table.nums tr").Skip(1).Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())));
        Assert.Equal(["60 60 58 2 0", "55 55 53 2 0", "5 5 5 0 0", "33 33 31 2 0", "20 20 19 1 0", "11 11 10 1 0", "2 2 2 0 0", "93 93 89 4 0"], rows);
        Assert.Contains(page.FindAll("main .finding"), finding => finding.TextContent.Contains("TTR 1 · QLCN 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_figure_of_people_opens_the_people()
    {
        await using var browser = await SignInAsync();

        var links = browser.Open("/?on=2019-10-21").FindAll(".cols2 a.fig").Select(link => link.GetAttribute("href"));

        Assert.Contains("/staff?unit=SCT&category=CivilServant&on=2019-10-21", links);
    }

    [Fact]
    public async Task A_target_that_is_behind_is_a_finding_that_leads_to_it()
    {
        await using var browser = await SignInAsync();

        var findings = browser.Open("/?on=2020-12-31").FindAll("main .finding.warn");

        var behind = findings.Single(finding => finding.QuerySelector("a[href^='/targets/']") is not null);
        Assert.Equal("/targets/C?on=2020-12-31", behind.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Cần thêm 1 đơn vị", behind.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_soon_is_named_with_the_day_and_the_decision()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/?on=2019-10-21");

        Assert.Equal(["01/01/2020", "01/07/2020"], page.FindAll(".ahead table")[0].QuerySelectorAll("tbody td:first-child").Select(cell => cell.TextContent));
        Assert.Contains("2 người nghỉ hưu", page.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bell_counts_what_the_page_finds_and_one_page_can_be_printed()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/reports/headcount?on=2019-10-21");
        page.WaitForState(() => page.FindAll(".bell").Count == 1);
        var counted = page.Find(".bell .dot").TextContent;

        Assert.Equal(3, page.FindAll(".a4 table").Count);
        Assert.Equal(browser.Open("/?on=2019-10-21").FindAll("main .finding").Count.ToString(System.Globalization.CultureInfo.InvariantCulture), counted);
    }

    [Fact]
    public async Task The_clerk_finds_what_is_the_matter_with_cells_and_members_and_it_opens_them()
    {
        await using var browser = await SignInAsync("partyclerk");

        var found = browser.Open("/?on=2020-02-01").FindAll("main .finding").Single(finding => finding.TextContent.Contains("chi bộ, đảng viên", StringComparison.Ordinal));

        Assert.Contains("Sắp hết thời gian dự bị: 1", found.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cells?on=2020-02-01", found.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_bell_counts_again_when_something_was_changed_here_and_when_another_page_is_opened_after_a_change_elsewhere()
    {
        await using var org = await TestOrg.StartModelAsync();
        await org.SignInAsync("hr");
        await using var browser = new TestBrowser(org);
        var page = browser.Open("/units/VP?on=2019-10-21");
        page.WaitForState(() => page.FindAll(".bell").Count == 1);
        Assert.DoesNotContain("Phân bổ vượt", page.Find(".bell-pop").TextContent, StringComparison.Ordinal);

        var quota = org.Get<QuotaService>();
        await quota.SetAsync([new(await org.UnitIdAsync("VP"), QuotaKind.Allocated, QuotaCategory.CivilServant, 12)], new(2019, 6, 1));
        browser.Address.NavigateTo("/units/TTR?on=2019-10-21");
        page.WaitForAssertion(() => Assert.Contains("Phân bổ vượt", page.Find(".bell-pop").TextContent, StringComparison.Ordinal));

        await quota.SetAsync([new(await org.UnitIdAsync("VP"), QuotaKind.Allocated, QuotaCategory.CivilServant, 8)], new(2019, 6, 2));
        browser.Services.GetRequiredService<ChangeNotice>().Tell();
        page.WaitForAssertion(() => Assert.DoesNotContain("Phân bổ vượt", page.Find(".bell-pop").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_allocated_than_assigned_must_be_settled()
    {
        await using var org = await TestOrg.StartModelAsync();
        await org.Get<QuotaService>().SetAsync([new(await org.UnitIdAsync("VP"), QuotaKind.Allocated, QuotaCategory.CivilServant, 12)], new(2019, 6, 1));
        await org.SignInAsync("director");
        await using var browser = new TestBrowser(org);

        var block = browser.Open("/?on=2019-10-21").Find("main .finding.block");

        Assert.Contains("3", block.TextContent, StringComparison.Ordinal);
        Assert.Equal("/quota?category=CivilServant&on=2019-10-21", block.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_unit_without_a_head_is_found_and_opens_alone()
    {
        await using var org = await TestOrg.StartModelAsync();
        var staff = org.Get<StaffService>();
        var head = await staff.EmploymentOnAsync(await org.PersonIdAsync("CB033"), org.Today);
        await staff.EndAsync([head.Seen], org.Today, EmploymentEnd.Resignation);
        await org.SignInAsync("director");
        await using var browser = new TestBrowser(org);

        var link = browser.Open("/").FindAll("main .finding").Single(finding => finding.TextContent.Contains("chưa có cấp trưởng", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href");

        Assert.Equal("/units?only=nohead", link);
        Assert.Equal("Phòng Quản lý công nghiệp", browser.Open(link!).FindAll("main tbody tr:not(.sum) a.name").Single().TextContent);
    }

    [Fact]
    public async Task The_director_reads_what_is_known_to_come_in_whole_things_and_what_it_does_to_the_targets()
    {
        await using var browser = await SignInAsync();

        var ahead = browser.Open("/?on=2020-12-31").Find(".ahead");

        Assert.Equal("Sắp tới trong 12 tháng", ahead.QuerySelector("h2")!.TextContent);
        Assert.Contains("Hợp nhất Phòng", ahead.TextContent, StringComparison.Ordinal);
        Assert.Contains("KC: được giao VC ngân sách 7 → 6, VC nguồn thu 9 → 10 từ 01/01/2021", ahead.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/targets/A?on=2021-01-01", "/targets/B?on=2021-01-01"], ahead.QuerySelectorAll("a[href^='/targets/']").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Contains("B: −8,8\u00a0% → −10,0\u00a0%", ahead.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_surplus_of_deputies_is_found_on_the_page_and_by_the_bell_and_leads_to_the_unit()
    {
        await using var browser = await SignInAsync();

        var page = browser.Open("/?on=2021-03-01");
        page.WaitForState(() => page.FindAll(".bell").Count == 1);

        var found = page.FindAll("main .finding").Single(f => f.TextContent.Contains("cấp phó", StringComparison.Ordinal));
        Assert.Contains("NLATMT: 3 cấp phó, tối đa 2 (NĐ 107/2020)", found.TextContent, StringComparison.Ordinal);
        Assert.Equal("/units/NLATMT?on=2021-03-01", found.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("NLATMT: 3 cấp phó", page.Find(".bell-pop").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_staff_officer_begins_with_what_is_missing_and_ends_with_the_targets()
    {
        await using var browser = await SignInAsync("hr");

        var page = browser.Open("/?on=2019-10-21");

        Assert.Equal("Công tác tổ chức, cán bộ", page.Find("h1").TextContent);
        Assert.Equal(["Vấn đề cần xem xét", "Biên chế theo khối", "Nghỉ hưu, thôi việc trong 12 tháng tới", "Việc hay làm", "Thay đổi gần đây"], page.FindAll("main .card h2").Select(h => h.TextContent));
        Assert.True(page.Markup.IndexOf("class=\"tiles\"", StringComparison.Ordinal) > page.Markup.IndexOf("Biên chế theo khối", StringComparison.Ordinal));
        Assert.DoesNotContain("Mục tiêu", page.Find("main .finding").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clerk_sees_cells_reviews_what_falls_due_and_the_latest_of_the_party_alone()
    {
        await using var browser = await SignInAsync("partyclerk");

        var page = browser.Open("/?on=2020-02-01");

        Assert.Equal(["/cells?act=admit&on=2020-02-01", "/cells?on=2020-02-01", "/reviews?on=2020-02-01", "/decisions?act=enter&on=2020-02-01"], page.FindAll(".quick a").Select(a => a.GetAttribute("href")));
        Assert.Equal(9, page.FindAll("main table tbody tr").Count);
        Assert.Contains("9/9 chi bộ đã nhập đủ · 9/9 chi bộ đã quyết định xong", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("Hết thời gian dự bị", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("Giao chức vụ đảng", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Khai báo mục tiêu", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.True(page.Markup.IndexOf("class=\"tiles\"", StringComparison.Ordinal) > page.Markup.IndexOf("Các chi bộ", StringComparison.Ordinal));
        Assert.DoesNotContain("Biên chế theo khối", page.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quick_act_of_the_clerk_opens_its_dialog()
    {
        await using var browser = await SignInAsync("partyclerk");

        Assert.Contains("Kết nạp", browser.Open("/cells?act=admit").Find("dialog.sheet h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_of_one_cell_sees_that_cell()
    {
        await using var browser = await SignInAsync("cell1");

        var page = browser.Open("/?on=2019-12-31");

        Assert.Contains("Chi bộ Văn phòng", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("/cells/CB-VP?on=2019-12-31", Assert.Single(page.FindAll("main table tbody th a")).GetAttribute("href"));
        Assert.Contains("1/1 chi bộ đã nhập đủ", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Thay đổi gần đây", page.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_see_no_findings_is_not_told_that_there_are_none()
    {
        await using var browser = await SignInAsync("self");

        var page = browser.Open("/");

        Assert.Equal("Trang của tôi", page.Find("h1").TextContent);
        Assert.DoesNotContain("Không có vấn đề nào", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("main a[href='/me']"));
    }

    private async Task<TestBrowser> SignInAsync(string user = "director")
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }
}
