using Bunit;
using OrgManager.Access;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Access;

/// <summary>Accounts, grants and backups as an administrator keeps them on the pages, and as others do not see them.</summary>
public class AccountPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_list_tells_whose_an_account_is_and_what_it_may_do_and_is_narrowed_by_the_address()
    {
        await using var browser = await SignInAsync("admin");

        var all = browser.Open("/admin");
        Assert.Equal(9, all.FindAll("main tbody tr").Count);
        var row = all.FindAll("main tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == "unithead").TextContent;
        Assert.All(["Lục Đình Vạn · CB033", "Trưởng đơn vị · Phòng Quản lý công nghiệp", "Đang dùng", "Chưa đăng nhập"], part => Assert.Contains(part, row, StringComparison.Ordinal));

        Assert.Equal(["inspector"], browser.Open("/admin/accounts?role=Inspector").FindAll("main tbody th").Select(th => th.TextContent));
        Assert.Equal(["hr"], browser.Open("/admin/accounts?search=lan+huong").FindAll("main tbody th").Select(th => th.TextContent));
        Assert.NotNull(browser.Open("/admin/accounts?state=Locked").Find("main .empty a"));
    }

    [Fact]
    public async Task A_new_account_is_linked_granted_and_shows_its_password_once()
    {
        await using var browser = await SignInAsync("admin");
        var page = browser.Open("/admin/accounts");
        await page.ClickAsync(".actions .btn");
        await page.TypeAsync("#account-name", "lam.trieu");
        await page.TypeAsync("#account-person", "trieu van lam");
        await page.ClickAsync(".choice", choice => choice.TextContent.Contains("CB035", StringComparison.Ordinal));
        await page.TypeAsync("#grant-role", nameof(Role.UnitHead));
        await page.SaveAsync();
        Assert.Contains("Chọn đơn vị", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#grant-unit", "van phong");
        Assert.DoesNotContain("CB-VP", page.Find(".found").TextContent, StringComparison.Ordinal); // a cell is of the other tree
        await page.ClickAsync(".choice", choice => choice.TextContent.Contains("· VP", StringComparison.Ordinal));
        var password = page.Find("#account-password").GetAttribute("value")!;
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Equal("lam.trieu", page.Find("h1").TextContent));
        Assert.DoesNotContain(password, page.Markup, StringComparison.Ordinal);
        Assert.Equal(SignInOutcome.Ok, (await _org.Get<AccountService>().SignInAsync("lam.trieu", password)).Outcome);
        await _org.SignInAsync("lam.trieu");
        Assert.Equal((Role.UnitHead, await _org.UnitIdAsync("VP")), (Assert.Single(_org.Actor.Grants).Role, _org.Actor.Grants[0].ScopeUnitId!.Value));
    }

    [Fact]
    public async Task Who_lent_a_right_stands_beside_it_in_the_list_and_on_the_page()
    {
        await _org.SignInAsync("cell1");
        var lender = _org.Actor.Name;
        await _org.Get<DelegationService>().GiveAsync("CB-VP", "CB009", _org.Today, _org.Today.AddDays(10));
        await using var browser = await SignInAsync("admin");

        Assert.Contains($"do {lender} ủy quyền", browser.Open("/admin").FindAll("main tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent == "hr").TextContent, StringComparison.Ordinal);
        Assert.Contains($"do {lender} ủy quyền", browser.Open("/admin/accounts/hr").Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_is_given_until_a_day_and_taken_back_at_once()
    {
        await using var browser = await SignInAsync("admin");
        var page = browser.Open("/admin/accounts/self");
        await page.ClickAsync(".actions .btn");
        await page.TypeAsync("#grant-role", nameof(Role.Inspector));
        await page.ClickAsync(".modes button", button => button.GetAttribute("aria-pressed") == "false");
        await page.SaveAsync();
        Assert.NotEmpty(page.FindAll(".sheet [role=alert]"));
        await page.TypeAsync("#grant-last", "31/3/2026");
        await page.SaveAsync();
        Assert.Contains("từ 15/01/2026 đến hết 31/03/2026", Grant(page, "Kiểm tra"), StringComparison.Ordinal);
        Assert.Contains("Cấp quyền", page.Find("table.trail").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("main td .btn", button => button.TextContent.Contains("Kiểm tra", StringComparison.Ordinal));
        Assert.Contains("Hết quyền ngay", page.Find(".sheet .preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();
        Assert.Contains("Đã hết", Grant(page, "Kiểm tra"), StringComparison.Ordinal);
        await _org.SignInAsync("self");
        Assert.Equal([Role.Self], _org.Actor.Roles);
    }

    [Fact]
    public async Task The_last_administrator_is_kept_and_ones_own_rights_are_not_offered()
    {
        await using var browser = await SignInAsync("admin");
        var page = browser.Open("/admin/accounts/admin");
        Assert.Empty(page.FindAll(".actions .btn"));
        Assert.DoesNotContain("Khóa tài khoản", page.Find("main").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("main td .btn");
        await page.SaveAsync();
        Assert.Contains("không còn ai quản trị", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_disabled_and_opened_again()
    {
        await using var browser = await SignInAsync("admin");
        var page = browser.Open("/admin/accounts/hr");
        await ActAsync(page, "Khóa tài khoản");
        Assert.Contains("Đã khóa", page.Find("main .st").TextContent, StringComparison.Ordinal);
        Assert.Equal(SignInOutcome.Disabled, (await _org.Get<AccountService>().SignInAsync("hr", AccountService.SamplePassword)).Outcome);
        await ActAsync(page, "Mở lại tài khoản");
        Assert.Contains("Đang dùng", page.Find("main .st").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_over_a_unit_that_has_ended_is_a_finding()
    {
        await _org.Get<UserService>().AddAsync(new("truongphong", AccountService.SamplePassword, Role.UnitHead, "QLTM"));
        await using var browser = await SignInAsync("admin");
        Assert.Contains("đã kết thúc hoạt động", browser.Open("/admin/accounts/truongphong").Find("main .finding.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_administers_is_led_to_accounts_from_home()
    {
        await using var admin = await SignInAsync("admin");
        var home = admin.Open("/");
        home.WaitForState(() => home.FindAll("main a.btn[href='/admin/accounts']").Count == 1);
        await using var director = await SignInAsync("director");
        Assert.Empty(director.Open("/").FindAll("main a.btn[href='/admin/accounts']"));
    }

    [Theory]
    [InlineData("hr"), InlineData("partyclerk"), InlineData("secretary"), InlineData("cell1"), InlineData("director"), InlineData("unithead"), InlineData("inspector"), InlineData("self")]
    public async Task Nobody_else_sees_accounts_or_backups(string user)
    {
        await using var browser = await SignInAsync(user);
        foreach (var path in new[] { "/admin", "/admin/accounts/unithead", "/admin/backup" })
        {
            var main = browser.Open(path).Find("main");
            Assert.Contains("không có quyền xem nội dung này", main.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Lục Đình Vạn", main.TextContent, StringComparison.Ordinal);
            Assert.Empty(main.QuerySelectorAll("table, .actions .btn"));
        }
    }

    private static async Task ActAsync(IRenderedComponent<Routes> page, string act)
    {
        await page.ClickAsync("main .btn", button => button.TextContent == act);
        await page.SaveAsync();
    }

    private static string Grant(IRenderedComponent<Routes> page, string role) => page.FindAll("main tbody tr").First(tr => tr.QuerySelector("th")?.TextContent.StartsWith(role, StringComparison.Ordinal) == true).TextContent;

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
