using Bunit;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Reviews;

/// <summary>The versions of the rules on the site: read by many, copied and edited by an administrator.</summary>
public class RuleSetPagesTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Rules_are_read_with_their_sources_and_what_is_unconfirmed()
    {
        await using var browser = await SignInAsync("secretary");

        Assert.Contains("/reviews/rules/366-2025", browser.Open("/reviews/rules").FindAll("tbody a").Select(a => a.GetAttribute("href")));
        var page = browser.Open("/reviews/rules/366-2025");

        Assert.Contains("Vượt yêu cầu", page.Markup.Replace("vượt yêu cầu", "Vượt yêu cầu", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("366-QĐ/TW (2025), Điều 11", page.Markup, StringComparison.Ordinal);
        Assert.Contains("366-QĐ/TW (2025), Điều 12", page.Markup, StringComparison.Ordinal);
        Assert.Contains("(a + b + c)/3", browser.Open("/reviews/rules/335-2025").Markup, StringComparison.Ordinal);
        page = browser.Open("/reviews/rules/366-2025");
        Assert.Contains("từ 70 đến dưới 90 điểm", page.Markup, StringComparison.Ordinal);
        Assert.Contains("¿ Chưa đối chiếu", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent is "Sao chép thành bản mới" or "Sửa");
    }

    [Fact]
    public async Task An_administrator_copies_a_version_edits_it_and_is_told_at_once_what_contradicts()
    {
        await using var browser = await SignInAsync("admin");
        var page = browser.Open("/reviews/rules/366-2025");
        await page.ClickAsync(".actions button", b => b.TextContent.Contains("Sao chép", StringComparison.Ordinal));
        await page.TypeAsync("#rules-code", "366-SCT");
        await page.SaveAsync();
        page.WaitForAssertion(() => Assert.EndsWith("/reviews/rules/366-SCT", browser.Address.Uri, StringComparison.Ordinal));

        await page.ClickAsync(".actions button", b => b.TextContent == "Sửa");
        await page.TypeAsync("#max-CHUNG", "40");
        Assert.Contains("tổng điểm các nhóm là 110, phải bằng 100", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Find("button[form=rules]").HasAttribute("disabled"));
        await page.TypeAsync("#max-KETQUA", "60");
        await page.TypeAsync("#k1-rounding", "Round");
        await page.SubmitAsync("#rules");

        var facts = (await _org.Get<RuleSetService>().GetAsync("366-SCT")).Facts;
        Assert.Equal((40, 60, "Round"), (facts.Scale.Groups[0].Max, facts.Scale.Groups[1].Max, facts.Caps[0].Rounding));
    }

    [Fact]
    public async Task An_administrator_sees_rules_and_no_reviews()
    {
        await using var browser = await SignInAsync("admin");
        Assert.Contains("quyền", browser.Open("/reviews?year=2019").Find("main").TextContent, StringComparison.Ordinal);
        Assert.Equal(7, browser.Open("/reviews/rules").FindAll("tbody tr").Count);
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await _org.SignInAsync(user);
        return new(_org);
    }
}
