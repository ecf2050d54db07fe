using Bunit;
using Microsoft.Extensions.Hosting;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.StyleGuide;

public class StyleGuideTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task An_installed_program_has_no_style_guide()
    {
        await using var browser = await SignInAsync();

        Assert.Equal("Không có trang này", browser.Open("/styleguide").Find("h1").TextContent);
    }

    [Fact]
    public async Task In_development_every_shared_component_is_shown_in_both_themes()
    {
        await using var browser = await SignInAsync();
        var page = Show(browser);
        string[] parts = [".btn.primary", ".export a", ".seg", ".tag", ".grade.best", ".st.overdue", ".dec", ".dec.none", "a.fig", ".meter u", ".finding.block", ".filters", "tfoot tr.sum", ".pages", ".tile", ".tg", ".cap", "svg.chart", ".tl .now",
            ".field .err", ".allocate .note-under", ".skel", ".job progress", ".empty"];

        foreach (var theme in new[] { "light", "dark" })
            Assert.DoesNotContain(parts, part => page.FindAll($"[data-theme={theme}] {part}").Count == 0);
    }

    [Fact]
    public async Task The_dialog_shows_a_preview_and_when_saved_the_refusal_with_both_values()
    {
        await using var browser = await SignInAsync();
        var page = Show(browser);

        await page.ClickAsync("[data-theme=dark] [data-specimen=Buttons] .btn.primary:not([disabled])");
        await page.SaveAsync();

        Assert.Contains("Phòng Quản lý công nghiệp và năng lượng", page.Find("[data-theme=dark] .sheet .preview").TextContent, StringComparison.Ordinal);
        Assert.Contains("Phòng Công nghiệp", page.Find(".sheet [role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<Routes> Show(TestBrowser browser)
    {
        browser.Environment.EnvironmentName = Environments.Development;
        TestBrowser.Speak("vi");
        browser.Address.NavigateTo("/styleguide");
        var page = browser.Render<Routes>();
        page.WaitForState(() => page.FindAll("[data-specimen]").Count > 0); // a skeleton stands here for ever
        return page;
    }

    private async Task<TestBrowser> SignInAsync()
    {
        await model.Org.SignInAsync("director");
        return new(model.Org);
    }
}
