using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Common.Shell;

/// <summary>Ctrl+K finds pages, acts and help for whoever may open them, without accents and by initials.</summary>
public class SearchPaletteTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("admin", "sao luu", "/admin/backup")]
    [InlineData("admin", "tai khoan", "/admin/accounts")]
    [InlineData("hr", "tro giup", "/help")]
    [InlineData("hr", "bien che va nhan su", "/reports/headcount")]
    [InlineData("hr", "van ban chua", "/decisions/missing")]
    [InlineData("hr", "tcbm", "/units")]
    [InlineData("hr", "tiep nhan", "/staff?act=recruit")]
    [InlineData("hr", "phan bo bien che", "/quota?act=allocate")]
    [InlineData("self", "doi mat khau", "/account/password")]
    [InlineData("self", "tro giup muc tieu", "/help/targets")]
    public async Task What_may_be_opened_is_found(string user, string typed, string path)
    {
        await using var browser = await SignInAsync(user);

        Assert.Contains(path, await FindAsync(browser, typed));
    }

    [Theory]
    [InlineData("hr", "sao luu", "/admin/backup"), InlineData("director", "tiep nhan", "/staff?act=recruit"), InlineData("director", "van ban chua", "/decisions/missing"), InlineData("self", "bien che va", "/reports/headcount")]
    public async Task What_may_not_be_opened_is_not(string user, string typed, string path)
    {
        await using var browser = await SignInAsync(user);

        Assert.DoesNotContain(path, await FindAsync(browser, typed));
    }

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }

    private static async Task<List<string?>> FindAsync(TestBrowser browser, string typed)
    {
        var page = browser.Open("/targets");
        await page.ClickAsync("#search-open");
        await page.TypeAsync("#search-text", typed);
        page.WaitForState(() => page.FindAll("#search-found a, #search-found p").Count > 0);
        return [.. page.FindAll("#search-found a").Select(link => link.GetAttribute("href"))];
    }
}
