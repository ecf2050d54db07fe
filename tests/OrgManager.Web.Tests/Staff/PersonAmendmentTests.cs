using Bunit;
using OrgManager.Establishment;
using OrgManager.Staff;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Staff;

/// <summary>On the page of one person: a leaving corrected or called off, the day of a post corrected, a salary entered.</summary>
public class PersonAmendmentTests : IAsyncLifetime
{
    private const string LeavingRow = ".cols2 > .stack tbody tr:first-child";
    private static readonly DateOnly Past = new(2026, 1, 10), Ahead = new(2026, 6, 1);
    private TestOrg _org = null!;
    private StaffService Staff => _org.Get<StaffService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_leaving_ahead_is_called_off()
    {
        await Staff.EndAsync([await SeeAsync()], Ahead, EmploymentEnd.Retirement);
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036");
        Assert.Contains("Nghỉ hưu", page.Find(LeavingRow).TextContent, StringComparison.Ordinal);

        await page.ClickAsync("main td > .btn", button => button.TextContent == "Hủy");
        page.WaitForAssertion(() => Assert.Contains("tiếp tục công tác", page.Find(".preview").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#amend-reason"));
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.DoesNotContain("Sẽ rời cơ quan", page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.NotNull((await _org.SnapshotAsync(Ahead)).Post(await _org.PersonIdAsync("CB036")));
    }

    [Fact]
    public async Task A_leaving_in_force_is_corrected_with_a_reason()
    {
        await Staff.EndAsync([await SeeAsync()], Past, EmploymentEnd.Retirement);
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036");
        await page.ClickAsync(LeavingRow + " td > .btn");
        await page.TypeAsync("#amend-day", "12/1/2026");
        await page.TypeAsync("#amend-why", "Transfer");
        Assert.Contains("Chuyển công tác, làm việc đến hết 11/01/2026", page.Find(".preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        var row = page.Find(LeavingRow).TextContent;
        Assert.Contains("12/01/2026", row, StringComparison.Ordinal);
        Assert.Contains("Chuyển công tác", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_left_is_in_post_again()
    {
        await Staff.EndAsync([await SeeAsync()], Past, EmploymentEnd.Retirement);
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036");
        await page.ClickAsync(LeavingRow + " td > .btn");
        await page.TickAsync("#amend-never");
        await page.TypeAsync("#amend-reason", "Nhầm người");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.NotNull(page.Find(".actions .btn.primary"));
    }

    [Fact]
    public async Task What_somebody_else_made_of_the_leaving_is_told_and_what_was_typed_stays()
    {
        await Staff.EndAsync([await SeeAsync()], Past, EmploymentEnd.Retirement);
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036");
        await page.ClickAsync(LeavingRow + " td > .btn");
        await page.TypeAsync("#amend-day", "12/1/2026");
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await Staff.CorrectEndAsync(await SeeAsync(Past.AddDays(-1)), new(2026, 1, 14), null, "Gõ nhầm");

        await page.SaveAsync();

        var told = page.Find(".sheet [role=alert]").TextContent;
        Assert.Contains("10/01/2026", told, StringComparison.Ordinal);
        Assert.Contains("14/01/2026", told, StringComparison.Ordinal);
        Assert.Equal("12/01/2026", page.Find("#amend-day").GetAttribute("value"));

        await page.SaveAsync();
        Assert.Contains("12/01/2026", page.Find(LeavingRow).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_is_offered_nothing_to_change()
    {
        await Staff.EndAsync([(await Staff.EmploymentOnAsync(await _org.PersonIdAsync("CB035"), _org.Today)).Seen], Ahead, EmploymentEnd.Retirement);
        await using var browser = await SignInAsync("self");

        var page = browser.Open("/staff/CB035");

        Assert.Contains("Nghỉ hưu", page.Find(LeavingRow).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main td > .btn, #pay"));
    }

    [Fact]
    public async Task The_wrong_day_of_a_post_is_corrected()
    {
        await Staff.ChangeAsync([(await SeeAsync(), new() { Position = "Kỹ sư" })], Past);
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036");
        await page.ClickAsync("main tr.sel td > .btn");
        await page.ClickAsync(".modes button", button => button.GetAttribute("aria-pressed") == "false");
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();
        Assert.NotNull(page.Find(".sheet [role=alert]")); // the same day

        await page.TypeAsync("#amend-day", "5/1/2026");
        Assert.Contains("từ ngày 05/01/2026", page.Find(".preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.Contains("05/01/2026", page.Find("main tr.sel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_made_of_the_post_is_told_beside_what_it_was()
    {
        await Staff.ChangeAsync([(await SeeAsync(), new() { Position = "Kỹ sư" })], Past);
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036");
        await page.ClickAsync("main tr.sel td > .btn");
        await page.TypeAsync("#post-position", "Kế toán");
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        var now = await Staff.EmploymentOnAsync(await _org.PersonIdAsync("CB036"), Past);
        await Staff.CorrectAsync(now.Seen, now.Posts.Single(p => p.From == Past).Id, new() { Position = "Văn thư" }, "Gõ nhầm");

        await page.SaveAsync();

        var told = page.Find(".sheet [role=alert]").TextContent;
        Assert.Contains("Kỹ sư", told, StringComparison.Ordinal);
        Assert.Contains("Văn thư", told, StringComparison.Ordinal);
        Assert.Equal("Kế toán", page.Find("#post-position").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_lacks_a_salary_gets_one_on_the_page()
    {
        var post = new AssignmentFacts(await _org.UnitIdAsync("QLCN"), QuotaCategory.CivilServant);
        await Staff.RecruitAsync(new(new("CB200", "Trần Thị Mới", Sex.Female, new(1995, 5, 1)), post), new(2026, 1, 1));
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB200?tab=salary");
        Assert.Contains("Chưa có ngạch", page.Find(".stack").TextContent, StringComparison.Ordinal);
        await page.ClickAsync("#pay");
        await page.TypeAsync("#change-day", "1/1/2026");
        await page.TypeAsync("#salary-rank", "01.003");
        await page.SaveAsync();
        Assert.Contains("hệ số", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#salary-step", "6");
        await page.TypeAsync("#salary-coefficient", "3,99");
        Assert.Contains("ngạch 01.003, bậc 6, hệ số 3,99", page.Find(".preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.Contains("3,99", page.Find(".stack table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_salary_somebody_else_entered_is_told_and_what_was_typed_stays()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB036?tab=salary");
        await page.ClickAsync("#pay");
        await page.TypeAsync("#salary-rank", "01.003");
        await page.TypeAsync("#salary-step", "8");
        await page.TypeAsync("#salary-coefficient", "4,65");
        await Staff.SetSalaryAsync(await SeeAsync(), new("01.002", 2, 4.74m), Past);

        await page.SaveAsync();

        Assert.Contains("nay là ngạch 01.002, bậc 2, hệ số 4,74", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("4,65", page.Find("#salary-coefficient").GetAttribute("value"));
    }

    private async Task<OrgManager.Common.Seen> SeeAsync(DateOnly? on = null) => (await Staff.EmploymentOnAsync(await _org.PersonIdAsync("CB036"), on ?? _org.Today)).Seen;

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
