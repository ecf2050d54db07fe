using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>In a real browser: the chart on paper, and as a drawing that leaves the house.</summary>
public partial class PrintJourneyTests : IAsyncLifetime
{
    /// <summary>What the button of the page lays out for paper stays for the file; no printer is asked. A bare function would be called at once.</summary>
    private const string KeepForPaper = "void (window.print = () => { const sheets = [...document.adoptedStyleSheets]; setTimeout(() => { document.adoptedStyleSheets = sheets; window.printed = true; }); })";

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.ModelAsync();
    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("A4", "/units/chart?on=2021-06-30&sheets=branches", 841.9)]
    [InlineData("A3", "/units/chart?on=2021-06-30&root=KC", 1190.6)]
    public async Task Each_branch_takes_one_sheet_of_the_size_asked_for(string paper, string address, double width)
    {
        await using var journey = await Journey.StartAsync(_database);
        var page = journey.Page;
        await journey.SignInAsync("director", address);
        await Assertions.Expect(page.Locator(".chartbox svg").First).ToBeVisibleAsync();
        var branches = await page.Locator(".chartbox").CountAsync();
        await page.EvaluateAsync(KeepForPaper);

        await Assertions.Expect(page.Locator("[data-charts][data-live]")).ToBeVisibleAsync(); // whose script has come
        await page.Locator($"button[data-print='{paper}']").ClickAsync();
        for (var tries = 0; tries < 400 && !await page.EvaluateAsync<bool>("window.printed === true"); tries++) await Task.Delay(50); // the page lets no script wait for it
        var file = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));

        Assert.Equal(address.Contains("sheets", StringComparison.Ordinal), branches > 1);
        Assert.Equal(branches, Sheet().Count(file));
        Assert.Equal(width, double.Parse(Width().Match(file).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1.5);
        journey.NothingWentWrong();
    }

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

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)")]
    private static partial Regex Width();
}
