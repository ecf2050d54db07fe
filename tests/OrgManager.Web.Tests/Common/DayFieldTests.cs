using Bunit;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Common;

/// <summary>A day in a dialog: typed loosely, or chosen from the calendar under its button.</summary>
public class DayFieldTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task A_day_is_chosen_from_a_calendar_that_is_drawn_when_it_is_asked_for()
    {
        await using var browser = await OpenAsync();
        var page = browser.Page;
        Assert.Empty(page.FindAll(".day-pop .rz-calendar"));

        await page.ClickAsync("button[popovertarget=change-day-days]");
        await page.ClickAsync("#change-day-days td[id$='-day-2019-10-07']");

        page.WaitForAssertion(() => Assert.Equal("07/10/2019", page.Find("#change-day").GetAttribute("value")));
        await page.TypeAsync("#change-day", "1/3/20");
        page.WaitForAssertion(() => Assert.Equal("01/03/2020", page.Find("#change-day").GetAttribute("value")));
    }

    [Fact]
    public async Task The_button_says_for_which_day_its_calendar_is()
    {
        await using var browser = await OpenAsync();

        var button = browser.Page.Find("button[popovertarget=change-day-days]");

        Assert.Equal(("dialog", "button"), (button.GetAttribute("aria-haspopup"), button.GetAttribute("type")));
        Assert.Equal(("Mở lịch", "Có hiệu lực từ ngày"), (button.GetAttribute("aria-label"), browser.Page.Find($"#{button.GetAttribute("aria-describedby")}").TextContent));
    }

    private async Task<Opened> OpenAsync()
    {
        await model.Org.SignInAsync("hr");
        var browser = new TestBrowser(model.Org);
        var page = browser.Open("/staff?on=2019-10-21&unit=TTR");
        await page.TickAsync("main tbody tr:nth-child(2) .chk");
        await page.ClickAsync(".chosen .btn", button => button.TextContent.Contains("Cập nhật biến động", StringComparison.Ordinal));
        page.WaitForElement("#change-day");
        return new(browser, page);
    }

    private sealed record Opened(TestBrowser Browser, IRenderedComponent<Routes> Page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Browser.DisposeAsync();
    }
}
