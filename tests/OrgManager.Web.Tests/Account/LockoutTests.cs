using System.Net;

namespace OrgManager.Web.Tests.Account;

public class LockoutTests
{
    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = site.Visit();
        for (var left = 4; left > 0; left--)
            Assert.Contains($"Còn {left} lần thử", (await visitor.SignInAsync("director", "wrong")).Text, StringComparison.Ordinal);

        Assert.Contains("Thử lại sau 15 phút", (await visitor.SignInAsync("director", "wrong")).Text, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromMinutes(5));
        var right = await visitor.SignInAsync("director");
        Assert.Contains("Thử lại sau 10 phút", right.Text, StringComparison.Ordinal);
        Assert.Null(right.SetCookie("OrgManager"));
        Assert.Equal("/", (await site.Visit().SignInAsync("hr")).Location);

        site.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await visitor.SignInAsync("director")).Location);
    }

    [Fact]
    public async Task A_right_password_starts_the_count_anew()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = site.Visit();
        for (var i = 0; i < 4; i++) await visitor.SignInAsync("director", "wrong");

        Assert.Equal("/", (await visitor.SignInAsync("director")).Location);

        Assert.Contains("Còn 4 lần thử", (await site.Visit().SignInAsync("director", "wrong")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_it_says_the_same()
    {
        await using var site = await TestSite.StartModelAsync();
        var visitor = site.Visit();
        await visitor.GetAsync("/account/language?to=en");
        for (var i = 0; i < 4; i++) await visitor.SignInAsync("director", "wrong");

        var locked = await visitor.SignInAsync("director", "wrong");

        Assert.Equal(HttpStatusCode.OK, locked.Status);
        Assert.Contains("15 minutes", locked.Text, StringComparison.Ordinal);
    }
}
