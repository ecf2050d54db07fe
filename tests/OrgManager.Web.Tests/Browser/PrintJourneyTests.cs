using System.Xml.Linq;
using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser: the chart as a drawing that leaves the house.</summary>
public class PrintJourneyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_drawing_of_a_branch_stands_alone()
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("director", "/units/chart?on=2021-06-30&root=KC");
        await Assertions.Expect(page.Locator(".chartbox svg").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='units-chart.svg']").ClickAsync());
        var drawn = XDocument.Load(await download.PathAsync());

        Assert.Equal("svg", drawn.Root!.Name.LocalName);
        Assert.Contains(drawn.Descendants(), e => e.Name.LocalName == "style" && e.Value.Contains(".orgchart", StringComparison.Ordinal));
        Assert.DoesNotContain(drawn.Descendants(), e => e.Name.LocalName is "image" or "script" or "foreignObject");
        Assert.DoesNotMatch(@"@import|url\(\s*['""]?(https?:|/)", drawn.ToString());
        Assert.Contains(drawn.Descendants(), e => e.Value.Contains("Khuyến công", StringComparison.Ordinal));
    }
}
