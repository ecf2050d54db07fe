using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgManager.Common;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class AsOfTests : BunitContext
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Fact]
    public void Without_a_day_in_the_address_it_is_today_and_links_stay_short()
    {
        var asOf = At("/targets");

        Assert.Equal((Today, true, null), (asOf.Day, asOf.IsToday, asOf.Unreadable));
        Assert.Equal("/units", asOf.Link("/units"));
    }

    [Fact]
    public void Every_link_keeps_the_day()
    {
        var asOf = At("/targets?on=2019-10-21");

        Assert.Equal((new(2019, 10, 21), false), (asOf.Day, asOf.IsToday));
        Assert.Equal("/units?on=2019-10-21", asOf.Link("/units"));
        Assert.Equal("/staff?unit=VP&on=2019-10-21", asOf.Link("/staff", ("unit", "VP"), ("category", null)));
    }

    [Fact]
    public void Another_day_of_the_same_page_keeps_its_filters()
    {
        var asOf = At("/staff?unit=VP&on=2019-10-21");

        Assert.Equal("/staff?unit=VP&on=2021-12-31", asOf.LinkTo(new(2021, 12, 31)));
        Assert.Equal("/staff?unit=VP", asOf.LinkTo(Today));
    }

    [Fact]
    public void A_filter_is_set_and_taken_away_on_the_same_day()
    {
        var asOf = At("/staff?unit=VP&on=2019-10-21");

        Assert.Equal("/staff?unit=TTR&on=2019-10-21", asOf.LinkWith("unit", "TTR"));
        Assert.Equal("/staff?on=2019-10-21", asOf.LinkWith("unit", null));
        Assert.Equal("/staff?on=2019-10-21", asOf.LinkWith("unit", ""));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("21/10/2019")]
    [InlineData("2019-02-30")]
    [InlineData("9999-12-31")]
    public void What_is_no_day_counts_as_today_and_is_kept_to_be_told(string on)
    {
        var asOf = At($"/targets?on={Uri.EscapeDataString(on)}");

        Assert.Equal((Today, on), (asOf.Day, asOf.Unreadable));
        Assert.Equal("/units", asOf.Link("/units"));
    }

    private AsOf At(string address)
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(address);
        return new(navigation, new OrgClock(new FakeTimeProvider(new DateTimeOffset(2026, 1, 14, 20, 0, 0, TimeSpan.Zero)), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")));
    }
}
