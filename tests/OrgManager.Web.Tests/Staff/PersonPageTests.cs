using Bunit;
using OrgManager.Staff;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Staff;

/// <summary>The page of one person, and the dialogs by which people come, move and leave.</summary>
public class PersonPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_shows_the_post_of_the_day_and_those_before()
    {
        await using var browser = await SignInAsync("director");

        var page = browser.Open("/staff/CB049?on=2021-06-30");

        Assert.Equal("Đàm Thị Ngọc Nhàn", page.Find("h1").TextContent);
        Assert.Contains("Trưởng phòng", page.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("main tbody tr").Count);
        Assert.DoesNotContain("Ngày sinh", page.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_out_of_reach_is_refused_without_a_name()
    {
        await using var browser = await SignInAsync("unithead");

        var page = browser.Open("/staff/CB049?on=2021-06-30");

        Assert.NotNull(page.Find("main .empty"));
        Assert.DoesNotContain("Nhàn", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("director", "/staff/CB035", true), InlineData("self", "/staff/CB035", false), InlineData("secretary", "/members/CB035", true), InlineData("self", "/members/CB035", false)]
    public async Task Only_of_others_it_is_said_that_reading_is_logged(string user, string path, bool said)
    {
        await using var browser = await SignInAsync(user);

        Assert.Equal(said, browser.Open(path).Find("main").TextContent.Contains("được ghi nhật ký", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_are_moved_by_one_decision_from_the_roster()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff?unit=QLCN");
        var chosen = page.FindAll("tbody input.chk").Take(2).Select(box => box.GetAttribute("aria-label")!).ToList();
        foreach (var label in chosen) await page.TickAsync($"tbody input.chk[aria-label='{label}']");
        await page.ClickAsync(".chosen .btn", button => button.TextContent.Contains("Cập nhật biến động", StringComparison.Ordinal));
        var before = await _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

        await page.TypeAsync("#change-day", "1/2/2026");
        await page.TypeAsync("#post-unit", $"{await _org.UnitIdAsync("VP")}");
        await page.TypeAsync("#post-headship", "None");
        await page.TypeAsync("#post-position", "Chuyên viên");
        Assert.Equal(2, page.FindAll(".preview p").Count(line => line.TextContent.Contains("Chuyên viên, Văn phòng", StringComparison.Ordinal)));
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        var (after, there) = await _org.Database.ReadAsync(db => Task.FromResult((db.Timeline.Seq, db.Timeline.On(new(2026, 2, 1)).Unit("VP")!.Posts.Select(p => p.Person.FullName).ToList())));
        Assert.Equal(before + 1, after);
        Assert.All(chosen, label => Assert.Contains(there, name => label.EndsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_new_is_recruited_and_their_page_opens()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff?unit=VP");
        await page.ClickAsync(".actions button.btn");
        await page.TypeAsync("#person-name", "Trần Thị Mới");
        await page.TypeAsync("#person-code", "CB200");
        await page.SaveAsync();
        Assert.Contains("ngày sinh", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#person-born", "1/5/1995");
        await page.TypeAsync("#post-position", "Văn thư");
        await page.SaveAsync();

        page.WaitForAssertion(() => Assert.Equal("Trần Thị Mới", page.Find("h1").TextContent));
        Assert.Contains("Văn thư", page.Find(".person").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_retires_stays_on_the_page_with_the_day()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB034");
        await page.ClickAsync(".actions .btn.primary");
        await page.ClickAsync(".modes button", button => button.TextContent.StartsWith("Nghỉ", StringComparison.Ordinal));
        await page.TypeAsync("#change-day", "1/6/2026");
        await page.SaveAsync();

        Assert.Contains("Sẽ rời cơ quan", page.Find("main table").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".actions .btn"));
    }

    [Fact]
    public async Task What_somebody_else_made_of_the_post_is_shown_and_what_was_typed_stays()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB034");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#post-position", "Chuyên viên chính");
        var staff = _org.Get<StaffService>();
        var employment = await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB034"), _org.Today);
        await staff.ChangeAsync([(employment.Seen, new() { UnitId = await _org.UnitIdAsync("VP") })], new(2026, 1, 10));

        await page.SaveAsync();

        Assert.Contains("Văn phòng", page.Find(".sheet .conflict").TextContent, StringComparison.Ordinal);
        Assert.Equal("Chuyên viên chính", page.Find("#post-position").GetAttribute("value"));

        await page.SaveAsync();
        Assert.Empty(page.FindAll(".sheet"));
    }

    [Fact]
    public async Task Of_two_who_set_the_same_the_slower_chooses_which_value_holds()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB034");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#post-position", "Văn thư");
        var staff = _org.Get<StaffService>();
        var person = await _org.PersonIdAsync("CB034");
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(person, _org.Today)).Seen, new() { Position = "Kế toán" })], _org.Today);
        await page.SaveAsync();
        var told = page.Find(".sheet .conflict").TextContent;
        Assert.True(told.Contains("Kế toán", StringComparison.Ordinal) && told.Contains("Văn thư", StringComparison.Ordinal) && told.Contains("Mè Thị Lan Hương đã lưu lúc", StringComparison.Ordinal), told);

        await page.TickAsync(".conflict td:nth-child(2) input");
        Assert.Equal("", page.Find("#post-position").GetAttribute("value") ?? "");
        await page.TickAsync(".conflict td:nth-child(3) input");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#change-correcting", "Hai người cùng sửa");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.Equal("Văn thư", (await staff.EmploymentOnAsync(person, _org.Today)).Posts[^1].Facts.Position);
    }

    [Fact]
    public async Task A_later_known_change_is_named_and_what_holds_until_then_and_after()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB055?on=2020-03-01");
        Assert.Empty(page.FindAll(".sheet"));
        page = browser.Open("/staff/CB050?on=2020-03-01");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#post-position", "Kế toán");

        var told = page.Find(".sheet").TextContent;
        Assert.Contains("Đã có biến động sau ngày này: 01/07/2020", told, StringComparison.Ordinal);
        Assert.Contains("từ ngày 01/03/2020 đến hết 30/06/2020", told, StringComparison.Ordinal);
        Assert.Contains("từ ngày 01/07/2020, chưa có ngày kết thúc", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_holds_a_post_beside_their_own_and_it_ends()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB034");
        await page.ClickAsync(".actions .btn.primary");
        await page.ClickAsync(".modes button", button => button.TextContent.Contains("Kiêm nhiệm", StringComparison.Ordinal));
        await page.TypeAsync("#post-unit", $"{await _org.UnitIdAsync("VP")}");
        await page.TypeAsync("#post-position", "Kế toán");
        await page.SaveAsync();

        var row = page.FindAll("main tbody tr").Single(r => r.TextContent.Contains("Kiêm nhiệm", StringComparison.Ordinal));
        Assert.Contains("Văn phòng", row.TextContent, StringComparison.Ordinal);
        await page.ClickAsync("main tbody button", button => button.TextContent == "Kết thúc");
        await page.TypeAsync("#change-day", "1/6/2026");
        await page.SaveAsync();
        Assert.Contains("31/05/2026", page.FindAll("main tbody tr").Single(r => r.TextContent.Contains("Kiêm nhiệm", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hr", "salary", "Hệ số"), InlineData("hr", "personal", "Ngày sinh"), InlineData("hr", "party", "thông tin cơ bản"), InlineData("hr", "decisions", "Nội dung áp dụng")]
    [InlineData("director", "salary", "Quá trình"), InlineData("director", "decisions", "Nội dung áp dụng"), InlineData("unithead", "party", "Quá trình")]
    public async Task A_tab_for_each_class_of_fields_opens_only_what_is_in_reach(string user, string tab, string shown)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open($"/staff/{(user == "unithead" ? "CB036" : "CB034")}?tab={tab}");

        Assert.Contains(shown, page.Find(".cols2 > .stack").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".tabs a[aria-current]"));
    }

    [Fact]
    public async Task A_wrong_step_of_the_salary_is_corrected_where_it_stands()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB034?tab=salary");
        await page.ClickAsync("main tbody button", button => button.TextContent == "Đính chính");
        await page.TypeAsync("#salary-coefficient", "4,11");
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
        Assert.Contains("4,11", page.Find("main table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_post_is_corrected_with_a_reason()
    {
        await using var browser = await SignInAsync("hr");
        var page = browser.Open("/staff/CB034");
        await page.ClickAsync("main tr.sel td > .btn");
        await page.TypeAsync("#post-position", "Kỹ sư");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);

        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();

        Assert.Empty(page.FindAll(".sheet"));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
