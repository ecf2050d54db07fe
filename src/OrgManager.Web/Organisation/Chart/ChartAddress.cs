using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Chart;

/// <summary>What the address of a chart says: branch, from which unit down, what is opened and closed against the rule, what is sought, the day it stands beside.</summary>
public sealed record ChartAddress
{
    public Branch Branch { get; init; }

    /// <summary>Code of the unit at the top, or null for the whole.</summary>
    public string? Root { get; init; }
    public IReadOnlySet<string> Opened { get; init; } = new HashSet<string>();
    public IReadOnlySet<string> Closed { get; init; } = new HashSet<string>();

    /// <summary>How many levels below the top are open, unless said otherwise; null: as many as fit a screen.</summary>
    public int? Depth { get; init; }

    /// <summary>Down to which level units stand side by side; below it under one another.</summary>
    public int SideBySide { get; init; } = 1;
    public string? Find { get; init; }

    /// <summary>The page shown of a wide row, by the code of the unit above it; from 1.</summary>
    public IReadOnlyDictionary<string, int> Pages { get; init; } = new Dictionary<string, int>();
    public DateOnly? With { get; init; }

    /// <summary>One drawing for each unit right below the top, each on a sheet of its own.</summary>
    public bool ByBranch { get; init; }

    public static ChartAddress Of(Func<string, string?> asked) => new()
    {
        Branch = asked("branch") == "party" ? Branch.Party : Branch.Government,
        Root = Text(asked("root")), Opened = Codes(asked("opened")), Closed = Codes(asked("closed")),
        Depth = int.TryParse(asked("depth"), out var depth) && depth is >= 1 and <= 9 ? depth : null,
        SideBySide = int.TryParse(asked("side"), out var side) && side is >= 0 and <= 3 ? side : 1,
        Find = Text(asked("find")), With = DayParser.TryParseIso(asked("with"), out var day) ? day : null,
        ByBranch = asked("sheets") == "branches",
        Pages = Codes(asked("rows")).Select(one => one.Split(':')).Where(one => one.Length == 2 && int.TryParse(one[1], out var page) && page > 0)
            .GroupBy(one => one[0]).ToDictionary(one => one.Key, one => int.Parse(one.First()[1], System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static string? Text(string? asked) => string.IsNullOrWhiteSpace(asked) ? null : asked.Trim();

    private static HashSet<string> Codes(string? asked) => [.. (asked ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
