using Bunit;
using Microsoft.Extensions.Hosting;
using OrgManager.Access;
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
            ".field .err", ".allocate .note-under", ".skel", ".job progress", ".empty",
            ".head h1", ".columns input:checked", ".bell .dot", ".bell-pop .finding.block", ".palette a[aria-selected=true]", ".conflict input:checked", ".rz-notification-success a", ".f.q input"];

        foreach (var theme in new[] { "light", "dark" })
            Assert.DoesNotContain(parts, part => page.FindAll($"[data-theme={theme}] {part}").Count == 0);
    }

    [Fact]
    public async Task What_is_chosen_there_is_kept_nowhere_and_in_one_theme_alone()
    {
        await using var browser = await SignInAsync();
        var page = Show(browser);

        await page.TickAsync("[data-theme=light] .columns input[name=kind]", ticked: false);
        await page.TypeAsync("[data-theme=light] .palette input", "chi bo");

        Assert.Equal((2, 3), (page.FindAll("[data-theme=light] .columns input:checked").Count, page.FindAll("[data-theme=dark] .columns input:checked").Count));
        Assert.Equal("Chi bộ Công nghiệp", page.Find("[data-theme=light] .palette a[aria-selected=true] b").TextContent);
        Assert.Empty(await model.Org.Get<AccountService>().HiddenColumnsAsync("units"));
    }

    [Fact]
    public async Task No_two_parts_share_an_id()
    {
        await using var browser = await SignInAsync();

        var ids = Show(browser).FindAll(".guide [id]").Select(element => element.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
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
