using OrgManager.Organisation;

namespace OrgManager.Reviews.Papers;

/// <summary>A cell whose papers the reader may print.</summary>
public sealed record PapersOfCell(UnitRef Cell, int Members, int Entered, bool HasBallots, string? MinutesNumber, DateOnly? MeetingOn);

/// <summary>A paper that prints from a version of the committee's own.</summary>
public sealed record PaperOwnLayout(PaperUse Use, string Name, int Number);

/// <summary>One committee's papers of a year as one reader may print them.</summary>
public sealed record PapersOfCommittee
{
    public required UnitRef Committee { get; init; }
    public required RuleSetFacts Rules { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Number of the decision that closed the year.</summary>
    public required string? DecisionNumber { get; init; }

    /// <summary>Prints what concerns all cells, and keeps the templates.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>In protocol order.</summary>
    public required IReadOnlyList<PapersOfCell> Cells { get; init; }
    public required IReadOnlyList<PaperOwnLayout> OwnLayouts { get; init; }
}

/// <summary>The papers of a year.</summary>
/// <param name="Own">The reader's own staff number, where they are reviewed in the year.</param>
public sealed record PapersOfYear(int Year, IReadOnlyList<int> Years, IReadOnlyList<PapersOfCommittee> Committees, string? Own);
