using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Shell;
using OrgManager.Web.Help;

namespace OrgManager.Web.Tests.Help;

/// <summary>The help says something everywhere, in both languages, in the words of the screens.</summary>
public partial class HelpTextTests
{
    public static TheoryData<string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string>();
            foreach (var part in HelpText.Parts) foreach (var language in Language.All) texts.Add(part.Name, language);
            return texts;
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Every_part_says_something_in_every_language(string name, string language)
    {
        var text = HelpText.Of(Part(name), language, link => link);

        Assert.InRange(text.Title.Length, 4, 60);
        Assert.InRange(text.Html.Length, 1500, 12_000);
        Assert.Contains("<h2>", text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1>", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_sections_steps_and_rows() =>
        Assert.All(HelpText.Parts, part => Assert.Equal(Shape(HelpText.Markdown(part, Language.Vietnamese)), Shape(HelpText.Markdown(part, Language.English))));

    [Theory, MemberData(nameof(Texts))]
    public void What_a_text_names_is_called_so_on_the_screen(string name, string language)
    {
        var named = Named().Matches(HelpText.Markdown(Part(name), language)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Screen(language)));
    }

    [Theory, MemberData(nameof(Texts))]
    public void Every_link_leads_to_another_part(string name, string language) =>
        Assert.All(Link().Matches(HelpText.Markdown(Part(name), language)), link => Assert.NotNull(HelpText.Find(link.Groups[1].Value.Replace("/help/", "", StringComparison.Ordinal))));

    [Fact]
    public void Every_page_opens_a_part_that_exists()
    {
        var pages = Repository.SourceFiles("OrgManager.Web", ".razor").Select(file => (File: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(page => page.Text.StartsWith("@page", StringComparison.Ordinal) && page.Text.Contains("<PageHeader ", StringComparison.Ordinal) && page.File is not ("NotFoundPage.razor" or "HelpPage.razor"))
            .Select(page => $"{page.File}: {HelpOf().Match(page.Text).Groups[1].Value}").ToList();

        Assert.True(pages.Count > 20, "The pages are no longer read.");
        Assert.DoesNotContain(pages, page => HelpText.Find(page.Split(": ")[1]) is null);
    }

    [Fact]
    public void Every_entry_of_the_menu_has_a_part() => Assert.Empty(SideMenu.Entries.Select(entry => entry.Path).Except(HelpText.Parts.Select(part => part.Path)));

    [Fact]
    public void Html_in_a_text_is_shown_and_not_obeyed()
    {
        var html = HelpText.Render("# Title\n\n<script>alert(1)</script>\n\nWith <b onclick=\"x()\">bold</b> and <img src=x>", link => link);

        Assert.DoesNotMatch("<(script|b|img)", html);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_keep_what_is_given_to_them() =>
        Assert.Contains("href=\"/help/quota?on=2019-10-21\"", HelpText.Render("[quota](/help/quota)", link => link + "?on=2019-10-21"), StringComparison.Ordinal);

    private static HelpPart Part(string name) => HelpText.Find(name)!;

    private static (int, int, int, int) Shape(string text) => (Lines(text, "## "), Lines(text, "- "), Step().Count(text), Lines(text, "|"));

    private static int Lines(string text, string begin) => text.Split('\n').Count(line => line.StartsWith(begin, StringComparison.Ordinal));

    private static HashSet<string> Screen(string language) =>
        [.. XDocument.Load(Repository.Source("OrgManager.Web", $"Texts.{language}.resx")).Root!.Elements("data").Select(data => data.Element("value")!.Value)];

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?m)^\d+\. ")]
    private static partial Regex Step();

    [GeneratedRegex("""<PageHeader Help="(?:@\([^"]*")?([^"]*)" """)]
    private static partial Regex HelpOf();
}
