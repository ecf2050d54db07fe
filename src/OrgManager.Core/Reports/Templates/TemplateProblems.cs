namespace OrgManager.Reports.Templates;

/// <summary>What is wrong with a template, each told once.</summary>
internal sealed class TemplateProblems
{
    private const int MostTold = 100;

    /// <summary>Names that nobody knows, in the order they were met.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Sections that are not ended where they were begun, or ended without a begin.</summary>
    public List<string> Unclosed { get; } = [];

    /// <summary>Sections that stand within a line, not in paragraphs or rows of their own.</summary>
    public List<string> Misplaced { get; } = [];

    /// <summary>Lists written as if they were a text.</summary>
    public List<string> Lists { get; } = [];

    /// <summary>Double braces of which nothing could be made.</summary>
    public List<string> Broken { get; } = [];

    public static void Tell(List<string> problems, string name)
    {
        if (problems.Count < MostTold && !problems.Contains(name, StringComparer.OrdinalIgnoreCase)) problems.Add(name);
    }
}
