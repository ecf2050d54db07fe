using AngleSharp.Dom;
using Bunit;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>The page of one member, and the dialogs by which the file changes and is put right.</summary>
public class MemberPageTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_shows_the_file_of_the_day_the_periods_and_the_next_badge()
    {
        await using var browser = await SignInAsync("secretary");

        var page = browser.Open("/members/CB001?on=2019-10-21");

        Assert.Equal("Trịnh Hữu Thuyên", page.Find("h1").TextContent);
        Assert.Contains("Bí thư Đảng ủy (bầu, chuẩn y)", page.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains("30 năm tuổi đảng 25/02/2023 19/05/2023", string.Join(' ', page.FindAll("main tbody")[1].QuerySelectorAll("th, td").Select(cell => cell.FirstChild!.TextContent.Trim())), StringComparison.Ordinal);
        Assert.Equal("Dự kiến", page.FindAll("main tbody")[1].QuerySelector(".tag")!.TextContent);
        Assert.Empty(page.FindAll(".actions .primary"));
    }

    [Theory]
    [InlineData("hr"), InlineData("director"), InlineData("cell1"), InlineData("unithead"), InlineData("self"), InlineData("admin")]
    public async Task Whom_the_file_is_not_for_gets_a_sentence_and_no_name(string user)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open("/members/CB049?on=2019-10-21");

        Assert.Contains("không có quyền xem", page.Find("main .empty").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nhàn", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspector", true), InlineData("hr", false)]
    public async Task Staff_record_and_party_file_lead_to_each_other_for_whom_both_are(string user, bool leads)
    {
        await using var browser = await SignInAsync(user);
        Assert.Equal(leads, browser.Open("/staff/CB013?on=2019-10-21").FindAll(".person a[href='/members/CB013?on=2019-10-21']").Count == 1);
        if (leads) Assert.Single(browser.Open("/members/CB013?on=2019-10-21").FindAll(".person a[href='/staff/CB013?on=2019-10-21']"));
    }

    [Theory]
    [InlineData("inspector", "CB008", true), InlineData("cell1", "CB008", false), InlineData("cell1", "CB005", true)]
    public async Task Who_may_read_the_trail_and_oneself_ask_from_here_who_sees_the_record(string user, string member, bool asks)
    {
        await using var browser = await SignInAsync(user);

        var page = browser.Open($"/members/{member}?on=2019-10-21");

        Assert.Single(page.FindAll(".person"));
        Assert.Equal(asks, page.FindAll($"main a[href='/why?person={member}&on=2019-10-21']").Count == 1);
    }

    [Fact]
    public async Task A_probationer_is_made_official()
    {
        await _org.Get<PartyService>().JoinAsync(await _org.PersonIdAsync("CB071"), new(new(2024, 12, 1), new(2025, 1, 9), null), await _org.UnitIdAsync("CB-KC"), new(2024, 12, 1));
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/members/CB071");
        Assert.Contains("Quá thời gian dự bị", page.Find(".person").TextContent, StringComparison.Ordinal);
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#change-day", "9/1/2026");
        Assert.Contains("Đảng viên chính thức, từ ngày 09/01/2026", page.Find(".preview").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();

        Assert.Contains("09/01/2026", page.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains("công nhận chính thức", page.Find("main tr.sel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_moves_to_a_cell_that_is_there_and_to_nothing_else()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/members/CB036");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#change-day", "10/1/2026");
        Assert.DoesNotContain("Chi bộ Năng lượng", page.FindAll("#member-cell option").Select(option => option.TextContent));

        await page.TypeAsync("#member-cell", $"{await _org.UnitIdAsync("DB-SCT")}");
        await page.SaveAsync();
        Assert.Contains("không phải là chi bộ", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#member-cell", $"{await _org.UnitIdAsync("CB-NL")}");
        await page.SaveAsync();
        Assert.Contains("kết thúc hoạt động từ ngày 01/01/2021", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#member-cell", $"{await _org.UnitIdAsync("CB-VP")}");
        await page.SaveAsync();

        Assert.Contains("Chi bộ Văn phòng", page.Find(".person").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_stays_on_the_page_with_the_reason_and_the_leaving_is_called_off()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/members/CB033");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#member-act", "Leave");
        await page.TypeAsync("#change-day", "1/6/2026");
        await page.TypeAsync("#member-reason", "TransferOut");
        await page.SaveAsync();
        Assert.Contains("Thôi sinh hoạt tại đảng bộ: chuyển sinh hoạt đi nơi khác", page.Find("main table").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".actions .primary"));

        await page.ClickAsync("main tbody tr td > .btn", button => button.Closest("tr")!.TextContent.Contains("Thôi sinh hoạt", StringComparison.Ordinal));
        await page.SaveAsync();
        Assert.DoesNotContain("Thôi giữ chức vụ", page.Find("main table").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".actions .primary"));
    }

    [Fact]
    public async Task An_exemption_and_an_office_of_the_committee_are_entered()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/members/CB036");
        await ActAsync(page, "Participation", ("#member-participation", "Suspended"));
        Assert.Contains("Đình chỉ sinh hoạt", page.Find(".person").TextContent, StringComparison.Ordinal);

        await ActAsync(page, "GiveOffice", ("#member-unit", $"{await _org.UnitIdAsync("DB-SCT")}"), ("#office-post", "InspectionMember"), ("#office-basis", "Appointed"));
        Assert.Contains("Ủy viên Ủy ban Kiểm tra (chỉ định)", page.Find(".person").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_made_of_the_member_is_shown_and_what_was_typed_stays()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open("/members/CB036");
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#member-cell", $"{await _org.UnitIdAsync("CB-VP")}");
        var party = _org.Get<PartyService>();
        var seen = (await party.MemberOnAsync(await _org.PersonIdAsync("CB036"), _org.Today)).Seen;
        await party.SetParticipationAsync(seen, Participation.Exempt, new(2026, 1, 10));

        await page.SaveAsync();

        Assert.Contains("Miễn sinh hoạt", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"{await _org.UnitIdAsync("CB-VP")}", page.Find("#member-cell").GetAttribute("value"));
        await page.SaveAsync();
        Assert.Empty(page.FindAll(".sheet"));
    }

    [Fact]
    public async Task A_wrong_office_and_wrong_admission_days_are_corrected_with_a_reason()
    {
        await using var browser = await SignInAsync("secretary");
        var page = browser.Open("/members/CB034");
        await page.ClickAsync("main tbody tr td > .btn", button => button.Closest("tr")!.TextContent.Contains("Phó Bí thư", StringComparison.Ordinal));
        await page.TypeAsync("#office-basis", "InCharge");
        await page.SaveAsync();
        Assert.Contains("lý do", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();
        Assert.Contains("Phó Bí thư (phân công phụ trách)", page.Find(".person").TextContent, StringComparison.Ordinal);

        await page.ClickAsync(".actions .btn");
        await page.TypeAsync("#admit-day", "2/3/1999");
        await page.TypeAsync("#admit-ceremony", "20/3/1999");
        await page.TypeAsync("#amend-reason", "Gõ nhầm");
        await page.SaveAsync();
        Assert.Contains("02/03/1999", page.Find(".person").TextContent, StringComparison.Ordinal);
    }

    private static async Task ActAsync(IRenderedComponent<Routes> page, string act, params (string Field, string Value)[] fields)
    {
        await page.ClickAsync(".actions .btn.primary");
        await page.TypeAsync("#member-act", act);
        await page.TypeAsync("#change-day", "10/1/2026");
        foreach (var (field, value) in fields) await page.TypeAsync(field, value);
        await page.SaveAsync();
        Assert.Empty(page.FindAll(".sheet"));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
