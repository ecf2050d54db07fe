using Bunit;
using OrgManager.Access;
using OrgManager.Staff;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Access;

/// <summary>The change log and one's own data on the pages: in words, as far as the reader may see, and not a name further.</summary>
public class TrailPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_change_opens_to_what_was_and_what_is()
    {
        await using var browser = await SignInAsync("hr");
        var staff = _org.Get<StaffService>();
        var employment = await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB034"), _org.Today);
        await staff.ChangeAsync([(employment.Seen, new() { UnitId = await _org.UnitIdAsync("VP") })], _org.Today);

        var page = browser.Open("/audit");
        var first = page.Find("main tbody tr").TextContent;
        Assert.All(["15/01/2026 09:00", "Điều động, bổ nhiệm", "Mè Thị Lan Hương"], part => Assert.Contains(part, first, StringComparison.Ordinal));
        Assert.Contains("Nhật ký toàn vẹn đến mục số", page.Find("main .pages").TextContent, StringComparison.Ordinal);

        var open = browser.Open(page.Find("main a.expand").GetAttribute("href")!);
        var entries = open.Find("main td.entries").TextContent;
        Assert.All(["Bố trí công tác", "Đơn vị", "Văn phòng", "chưa xác định", "15/01/2026", "Công tác"], part => Assert.Contains(part, entries, StringComparison.Ordinal));
        Assert.DoesNotContain("{", entries, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_narrows_the_log_and_older_changes_are_one_link_away()
    {
        await using var browser = await SignInAsync("inspector");
        var page = browser.Open("/audit?area=Staff");
        var shown = Numbers(page).ToList();
        Assert.Equal(30, shown.Count);
        var older = browser.Open(page.FindAll("main .pages a").Single(a => a.TextContent.StartsWith("Cũ hơn", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.True(Numbers(older).Max() < shown.Min());
        Assert.Contains("Mới nhất", older.Find("main .pages").TextContent, StringComparison.Ordinal);

        Assert.NotNull(browser.Open("/audit?from=2030-01-01").Find("main .empty"));
        Assert.All(browser.Open("/audit?person=CB034").FindAll("main tbody td[data-l='Đối tượng']"), cell => Assert.DoesNotContain("CB035", cell.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(browser.Open("/audit").FindAll("main tbody th"), th => th.TextContent.Trim() == "Đăng nhập");
    }

    [Fact]
    public async Task Targets_are_named_by_their_titles_in_the_log_and_at_home()
    {
        await using var browser = await SignInAsync("hr");

        Assert.Contains("A · Số phòng và tương đương", browser.Open("/audit?area=Targets").Find("main tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("A · Số phòng và tương đương", browser.Open("/").Find("main .tl").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cell1"), InlineData("unithead")]
    public async Task Who_reads_no_log_of_others_reads_the_own_and_sees_no_name(string user)
    {
        await using var browser = await SignInAsync(user);
        Assert.NotEmpty(browser.Open("/audit").FindAll("main tbody tr"));
        var main = browser.Open("/audit?person=CB035").Find("main");
        Assert.Empty(main.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("Triệu Văn Lâm", main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_reads_of_accounts_and_of_nobodys_record()
    {
        await using var browser = await SignInAsync("admin");
        var main = browser.Open("/audit").Find("main");
        Assert.All(main.QuerySelectorAll("tbody th"), th => Assert.Equal("Tạo tài khoản", th.TextContent.Trim()));
        Assert.Empty(browser.Open("/audit?person=CB035").FindAll("main tbody tr"));
        Assert.Contains("không có quyền", browser.Open("/why?person=CB035").Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_in_is_shown_to_an_administrator_who_asks()
    {
        await _org.Get<AccountService>().SignInAsync("hr", AccountService.SamplePassword);
        await _org.Get<AccountService>().SignInAsync("hr", "Wrong#Horse-2026");
        await using var browser = await SignInAsync("admin");

        var page = browser.Open("/audit");

        Assert.DoesNotContain("Đăng nhập", page.FindAll("main tbody th").Select(verb => verb.TextContent.Trim()));
        Assert.Contains(page.FindAll("main tbody th"), verb => verb.TextContent.Contains("không thành", StringComparison.OrdinalIgnoreCase) || verb.TextContent.Contains("sai", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Đăng nhập", browser.Open("/audit?signins=1").FindAll("main tbody th").Select(verb => verb.TextContent.Trim()));
    }

    [Fact]
    public async Task One_sees_who_sees_ones_data_by_which_right_and_who_has_just_read_it()
    {
        await _org.SignInAsync("director");
        await _org.Get<PersonService>().CardAsync("CB035", _org.Today);
        await using var browser = await SignInAsync("self");

        var page = browser.Open("/privacy");

        Assert.Contains("Trưởng đơn vị · Phòng Quản lý công nghiệp · từ", page.Find("table.sight").TextContent, StringComparison.Ordinal);
        var reading = Assert.Single(page.FindAll("#readings tbody tr")).TextContent;
        Assert.All(["15/01/2026 09:00", "Trịnh Hữu Thuyên", "Hồ sơ cán bộ", "hồ sơ đảng"], part => Assert.Contains(part, reading, StringComparison.Ordinal));
        Assert.NotNull(page.Find("#account-menu a[href='/privacy']"));
    }

    [Fact]
    public async Task An_account_that_is_nobodys_is_told_what_to_do()
    {
        await using var browser = await SignInAsync("admin");
        foreach (var path in new[] { "/me", "/privacy" })
            Assert.Contains("chưa gắn với cá nhân nào", browser.Open(path).Find("main .empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("Quản trị hệ thống", browser.Open("/me").Find("main tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_record_leads_to_the_page_of_the_person_and_shows_the_member_file()
    {
        await using var browser = await SignInAsync("self");
        var page = browser.Open("/me");
        Assert.NotNull(page.Find("main a.btn[href='/staff/CB035']"));
        Assert.Contains("Chi bộ", page.Find("main .facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("RenderFragment", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_ask_why_gets_the_answer_from_the_page_of_the_person()
    {
        await using var browser = await SignInAsync("inspector");
        var link = browser.Open("/staff/CB035").Find("main a[href^='/why']").GetAttribute("href")!;
        Assert.Equal(7, browser.Open(link).FindAll("main table.sight tr.sum").Count);

        await using var head = await SignInAsync("unithead");
        Assert.Empty(head.Open("/staff/CB035").FindAll("main a[href^='/why']"));
        Assert.DoesNotContain("Triệu Văn Lâm", head.Open("/why?person=CB035").Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Numbers(IRenderedComponent<Routes> page) => page.FindAll("main tbody td.num").Select(td => int.Parse(td.TextContent, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
