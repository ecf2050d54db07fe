using Bunit;
using OrgManager.Tests;
using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

/// <summary>A filter of few is a list to choose from, one of many is looked for by name.</summary>
public class FilterChipTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private string? _chosen = "nothing yet";

    public async Task InitializeAsync() => _org = await TestOrg.StartAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Few_are_listed_and_nothing_is_searched()
    {
        await using var browser = new TestBrowser(_org);
        var chip = Chip(browser, 60, null);
        Assert.Equal(61, chip.FindAll("option").Count);
        Assert.Empty(chip.FindAll("[type=search]"));
    }

    [Fact]
    public async Task Many_are_made_only_when_opened_and_only_as_many_as_one_looks_at()
    {
        await using var browser = new TestBrowser(_org);
        var chip = Chip(browser, 500, null);
        Assert.Empty(chip.FindAll(".choice"));
        await chip.Find("button.f").ClickAsync(new());
        Assert.Equal(41, chip.FindAll(".choice").Count); // all, and forty
        Assert.NotEmpty(chip.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task They_are_found_by_a_part_of_the_name_without_accents_or_by_the_code_and_what_is_chosen_is_told()
    {
        await using var browser = new TestBrowser(_org);
        var chip = Chip(browser, 500, null);
        await chip.Find("button.f").ClickAsync(new());
        await chip.Find("[type=search]").InputAsync("phong so 77");
        Assert.Equal("Phòng số 77", Assert.Single(chip.FindAll(".choice")).TextContent.Trim());
        await chip.Find("[type=search]").InputAsync("u123");
        await Assert.Single(chip.FindAll(".choice")).ClickAsync(new());
        Assert.Equal("U123", _chosen);
        Assert.Empty(chip.FindAll(".choice"));
    }

    [Fact]
    public async Task What_is_chosen_stands_on_it_and_all_takes_it_back()
    {
        await using var browser = new TestBrowser(_org);
        var chip = Chip(browser, 500, "U7");
        Assert.Contains("Phòng số 7", chip.Find("button.f.on").TextContent, StringComparison.Ordinal);
        await chip.Find("button.f").ClickAsync(new());
        await chip.FindAll(".choice")[0].ClickAsync(new());
        Assert.Null(_chosen);
    }

    private IRenderedComponent<FilterChip> Chip(TestBrowser browser, int options, string? value) => browser.Render<FilterChip>(parameters => parameters
        .Add(chip => chip.Label, "Đơn vị").Add(chip => chip.All, "Tất cả").Add(chip => chip.Value, value)
        .Add(chip => chip.Options, Enumerable.Range(1, options).Select(number => ($"U{number}", $"\u2003Phòng số {number}")))
        .Add(chip => chip.OnChoose, chosen => _chosen = chosen));
}
