using AngleSharp.Dom;
using Bunit;
using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>Rewards, discipline and grades on the page of a member, and days typed as the papers have them.</summary>
public class MemberRecordPageTests : IAsyncLifetime
{
    private const string Address = "/members/CB034";
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Days_are_typed_as_the_paper_has_them_and_shown_so_with_an_age_that_is_said_to_be_approximate()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open(Address);
        await page.ClickAsync(".actions .btn:not(.primary)");
        await page.TypeAsync("#admit-day", "tháng 5");
        Assert.Contains("không phải là ngày, tháng hoặc năm", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
        await page.TypeAsync("#admit-day", "5/1987");
        await page.TypeAsync("#admit-ceremony", "1987");
        await page.TypeAsync("#admit-official", "19/5/88");
        await page.ClickAsync(".sheet .btn.small:not(.quiet)");
        await page.TypeAsync("#admit-out0-from", "1990");
        await page.TypeAsync("#admit-out0-until", "1/3/1991");
        await page.TypeAsync("#amend-reason", "Lý lịch chỉ ghi tháng");
        await page.SaveAsync();

        Assert.Contains("05/1987", page.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains("19/05/1988", page.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains("Từ 1990, trở lại từ 01/03/1991", page.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains("tuổi đảng và đợt trao là khoảng", page.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reward_discipline_and_an_earlier_grade_are_entered_and_stand_on_the_page()
    {
        await using var browser = await SignInAsync("partyclerk");
        var page = browser.Open(Address);
        await page.ClickAsync("#record h3:nth-of-type(1) .btn");
        await page.TypeAsync("#honour-name", "Giấy khen");
        await page.TypeAsync("#honour-day", "2010");
        await page.SaveAsync();
        Assert.Contains("Giấy khen", page.Find("#record").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("#record h3:nth-of-type(2) .btn");
        await page.TypeAsync("#discipline-day", "10/3/2025");
        await page.TypeAsync("#discipline-number", "4-QĐ/ĐU");
        await page.TypeAsync("#discipline-because", "Vi phạm quy định");
        Assert.Contains("đến hết ngày 09/03/2026", page.Find("#discipline-end-note").TextContent, StringComparison.Ordinal);
        await page.SaveAsync();
        Assert.Contains("Khiển trách", page.Find("#record").TextContent, StringComparison.Ordinal);
        Assert.Contains("Còn hiệu lực", page.Find("#record").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("#record h3:nth-of-type(3) .btn");
        await page.TypeAsync("#year-year", "2016");
        await page.TypeAsync("#year-grade", "DTC-HTTNV");
        await page.SaveAsync();
        Assert.Contains("Đủ tư cách, hoàn thành tốt nhiệm vụ", page.Find("#record").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oneself_reads_all_of_it_and_enters_nothing()
    {
        await _org.Get<DisciplineService>().EnterAsync("CB035", new(DisciplineKind.Warning, PartialDay.OfYear(2025), "1-QĐ", "Vi phạm"));
        await using var browser = await SignInAsync("self");
        var page = browser.Open("/members/CB035");
        Assert.Contains("Cảnh cáo", page.Find("#record").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#record button"));
    }

    [Theory]
    [InlineData("hr", true), InlineData("unithead", false)]
    public async Task The_party_tab_of_a_person_tells_discipline_to_who_may_see_it(string user, bool sees)
    {
        await _org.Get<DisciplineService>().EnterAsync("CB034", new(DisciplineKind.Warning, PartialDay.OfYear(2025), "1-QĐ", "Vi phạm"));
        await using var browser = await SignInAsync(user);
        Assert.Equal(sees, browser.Open("/staff/CB034?tab=party").Markup.Contains("Cảnh cáo", StringComparison.Ordinal));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
