using System.Collections.Concurrent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OrgManager.Web.Help;

/// <summary>What one page of the help says in one language: Markdown that is built into the program, so that it always fits the version that runs.</summary>
/// <param name="Title">The heading of the first line.</param>
public sealed record HelpText(string Title, string Html)
{
    public const string Overview = "overview";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private static readonly ConcurrentDictionary<(string, string), string> Read = [];

    /// <summary>In the order of the menu.</summary>
    public static readonly IReadOnlyList<HelpPart> Parts =
    [
        new(Overview, null), new("home", "/"), new("units", "/units"), new("chart", "/units/chart"), new("ahead", "/units/ahead"), new("quota", "/quota"), new("ledger", "/quota/ledger"), new("plan", "/quota/plans"), new("forecast", "/quota/forecast"), new("positions", "/quota/positions"), new("streamlining", "/quota/streamlining"), new("staff", "/staff"), new("import", "/import"), new("decisions", "/decisions"),
        new("functions", "/units/functions"),
        new("rules", "/units/rules"),
        new("cells", "/cells"), new("meetings", "/cells/meetings"), new("due", "/cells/due"), new("transfers", "/cells/transfers"), new("fees", "/cells/fees"), new("register", "/cells/register"), new("reviews", "/reviews"), new("staff-reviews", "/reviews/staff"), new("staff-above", "/reviews/above"), new("self-review", "/reviews/mine"), new("review-files", "/reviews/comments"), new("rulesets", "/reviews/rules"), new("papers", "/reviews"), new("review-figures", "/reviews"), new("scenarios", "/scenarios"), new("targets", "/targets"), new("me", "/me"), new("audit", "/audit"), new("admin", "/admin"),
    ];

    public static HelpPart? Find(string name) => Parts.FirstOrDefault(part => part.Name == name);

    public static string TitleOf(HelpPart part, string language) => Markdown(part, language).Split('\n', 2)[0].TrimStart('#', ' ').TrimEnd();

    public static string Markdown(HelpPart part, string language) => Read.GetOrAdd((part.Name, language), static key =>
    {
        var name = $"Help/{key.Item1}.{key.Item2}.md";
        using var file = new StreamReader(typeof(HelpText).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name));
        return file.ReadToEnd();
    });

    /// <param name="link">What becomes of an address of this site: it keeps the day that is shown.</param>
    public static HelpText Of(HelpPart part, string language, Func<string, string> link) => new(TitleOf(part, language), Render(Markdown(part, language), link));

    /// <summary>The text below its heading; HTML in it is shown, not obeyed.</summary>
    public static string Render(string markdown, Func<string, string> link)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        if (document.FirstOrDefault() is HeadingBlock { Level: 1 } title) document.Remove(title);
        foreach (var inside in document.Descendants<LinkInline>().Where(l => l.Url?.StartsWith('/') == true)) inside.Url = link(inside.Url!);
        return document.ToHtml(Pipeline);
    }
}
