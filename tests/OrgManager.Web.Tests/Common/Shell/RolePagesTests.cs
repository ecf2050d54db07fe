using Bunit;
using OrgManager.Access;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Common.Shell;

/// <summary>Each account of the sample sees in menu and pages what its role is granted, and is told where it is refused.</summary>
public class RolePagesTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private const string On = "?on=2019-10-21", Refused = "không có quyền xem nội dung này";

    public static TheoryData<string, Role> Accounts => new()
    {
        { "admin", Role.Admin }, { "hr", Role.HrOfficer }, { "partyclerk", Role.PartyClerk }, { "secretary", Role.CommitteeSecretary }, { "cell1", Role.CellSecretary },
        { "director", Role.Director }, { "unithead", Role.UnitHead }, { "inspector", Role.Inspector }, { "self", Role.Self },
    };

    [Theory, MemberData(nameof(Accounts))]
    public async Task The_menu_offers_what_the_role_may_see(string user, Role role)
    {
        await using var browser = await SignInAsync(user);
        var expected = new[] { ("/", Permission.ViewOrganisation), ("/units", Permission.ViewOrganisation), ("/quota", Permission.ViewQuota), ("/staff", Permission.ViewStaffWork), ("/decisions", Permission.ViewOrganisation),
            ("/cells", Permission.ViewPartyBasics), ("/reviews", Permission.ViewReviews), ("/reviews/staff", Permission.GradeStaff), ("/reviews/above", Permission.ChangeStaffPersonal), ("/reviews/comments", Permission.GradeStaff), ("/targets", Permission.ViewOrganisation), ("/audit", Permission.ViewAuditTrail), ("/admin", Permission.Administer) }
            .Where(entry => May(role, entry.Item2)).Select(entry => entry.Item1).ToList();
        if (May(role, Permission.DraftScenarios) || May(role, Permission.ApproveScenarios) || May(role, Permission.Administer)) expected.Insert(expected.IndexOf("/targets"), "/scenarios");
        if (May(role, Permission.ViewReviews) && May(role, Permission.ViewStaffWork)) expected.Insert(expected.IndexOf("/reviews") + 1, "/reviews/staff"); // who sees reviews in both trees
        if (role != Role.Admin) expected.Insert(expected.IndexOf("/targets") + 1, "/me"); // whose account it is

        var menu = browser.Open($"/targets{On}").FindAll("nav#menu > a");

        Assert.Equal(expected.Select(path => path + On), menu.Select(link => link.GetAttribute("href")));
        Assert.Equal($"/targets{On}", Assert.Single(menu, link => link.GetAttribute("aria-current") == "page").GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Accounts))]
    public async Task Targets_are_for_everybody(string user, Role role)
    {
        Assert.True(May(role, Permission.ViewOrganisation));
        await using var browser = await SignInAsync(user);

        Assert.Contains("−6,3\u00A0%", Shown(browser, "/"), StringComparison.Ordinal);
        Assert.Contains("−6,3\u00A0%", Shown(browser, "/targets"), StringComparison.Ordinal);
        Assert.Contains("3215/QĐ-UBND", Shown(browser, "/targets/B"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Accounts))]
    public async Task People_are_listed_to_whom_staff_is_granted_and_to_nobody_else(string user, Role role)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open($"/staff{On}");

        var names = page.FindAll("main .lead b").Select(name => name.TextContent).ToList();
        Assert.Equal(!May(role, Permission.ViewStaffWork) ? 0 : role == Role.UnitHead ? 6 : 50, names.Count);
        Assert.Equal(names.Count == 0, Text(page).Contains(Refused, StringComparison.Ordinal));
        Assert.Equal(May(role, Permission.ViewStaffPersonal), page.FindAll("main th").Any(head => head.TextContent.Contains("Ngày sinh", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Accounts))]
    public async Task Cells_are_listed_to_whom_party_data_is_granted_and_to_nobody_else(string user, Role role)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open($"/cells{On}");

        var cells = page.FindAll("main tbody th").Select(cell => cell.TextContent).ToList();
        if (!May(role, Permission.ViewPartyBasics)) Assert.Contains(Refused, Text(page), StringComparison.Ordinal);
        else if (role == Role.CellSecretary) Assert.Equal(["Chi bộ Văn phòng"], cells);
        else Assert.Equal(9, cells.Count);
        if (!May(role, Permission.ViewPartyBasics)) Assert.Empty(cells);
        Assert.Equal(May(role, Permission.ViewPartyRecord), page.FindAll("main th").Any(head => head.TextContent.Contains("Bí thư", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Accounts))]
    public async Task The_tree_is_for_everybody_and_its_figures_for_whom_quota_is_granted(string user, Role role)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open($"/units{On}");

        var row = page.FindAll("main tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent.Contains("Phòng Quản lý công nghiệp", StringComparison.Ordinal));
        var figures = row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(May(role, Permission.ViewQuota) ? ["", "7", "6", "1", "0"] : [], figures);
        if (!May(role, Permission.ViewQuota)) Assert.Contains("được giao 93", Text(page), StringComparison.Ordinal);
        if (role == Role.UnitHead) Assert.Contains("–", page.FindAll("main tbody tr").Single(tr => tr.TextContent.Contains("Thanh tra", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_no_party_data_anywhere()
    {
        await using var browser = await SignInAsync("admin");

        foreach (var path in new[] { "/", "/units", "/cells", "/targets" })
        {
            var text = Shown(browser, path);
            Assert.DoesNotContain("đảng viên chính thức", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("(?<![0-9])(75|77)(?![0-9])[^%→]{0,3}đảng viên", text);
        }
        var party = browser.Open("/units?branch=party&on=2019-10-21");
        Assert.Contains("chỉ hiện với người được phân quyền", Text(party), StringComparison.Ordinal);
        Assert.Empty(party.FindAll("main td.num"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_away_before_anything_is_read()
    {
        model.Org.Actor = Actor.Nobody;
        await using var browser = new TestBrowser(model.Org);
        browser.SignOut();
        browser.Address.NavigateTo("/staff?on=2019-10-21");

        var shell = browser.Render<Routes>();

        shell.WaitForAssertion(() => Assert.EndsWith("/account/signin?returnUrl=%2Fstaff%3Fon%3D2019-10-21", browser.Address.Uri, StringComparison.Ordinal));
        Assert.Empty(shell.FindAll("main table"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/targets")]
    [InlineData("/targets/B")]
    [InlineData("/units")]
    [InlineData("/staff")]
    [InlineData("/cells")]
    [InlineData("/quota")]
    [InlineData("/quota/forecast")]
    [InlineData("/quota/streamlining")]
    [InlineData("/quota/positions")]
    [InlineData("/reviews")]
    [InlineData("/reports/headcount")]
    [InlineData("/audit")]
    [InlineData("/admin")]
    [InlineData("/admin/accounts/hr")]
    [InlineData("/admin/backup")]
    [InlineData("/me")]
    [InlineData("/privacy")]
    [InlineData("/why?person=CB035")]
    [InlineData("/decisions")]
    [InlineData("/decisions/missing")]
    [InlineData("/import")]
    public async Task A_session_whose_account_is_gone_reads_nothing(string path)
    {
        model.Org.Actor = Actor.Nobody;
        await using var browser = new TestBrowser(model.Org);

        var page = browser.Open(path);

        Assert.Contains(Refused, Text(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main table"));
        Assert.Empty(page.FindAll("nav#menu > a"));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }

    /// <summary>Over more than oneself.</summary>
    private static bool May(Role role, Permission permission) => RoleGrants.Of(role, permission) is not (Reach.None or Reach.OwnPerson);

    private static string Shown(TestBrowser browser, string path) => Text(browser.Open(path + On));

    private static string Text(IRenderedComponent<Routes> page) => page.Find("main").TextContent;
}
