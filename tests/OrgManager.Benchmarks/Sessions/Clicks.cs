namespace OrgManager.Benchmarks;

/// <summary>What to click, and what a render holds once the page stands there with its data.</summary>
internal sealed record Click(string Name, string Path, string Until);

/// <summary>The way through the site: roster, chart, a person, targets, over and over.</summary>
internal static class Clicks
{
    public const string PersonLink = "person-link";

    public static readonly Click Roster = new("roster", "/staff", PersonLink), Chart = new("chart", "/units", "t tree gov"), Targets = new("targets", "/targets", "title wrap wording");

    public static Click Person(string path) => new("person", path, "body person");
}
