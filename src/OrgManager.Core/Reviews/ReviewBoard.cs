using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>One cell of a board: how far it is, and its figures; no names.</summary>
/// <param name="Entered">Members with a grade proposed or decided, or left without one for a reason.</param>
public sealed record BoardCell(
    UnitRef Cell, Seen Review, int Members, int Entered, IReadOnlyDictionary<string, int> ByGrade, int NotGraded, string? MinutesNumber, DateOnly? MeetingOn, string? Proposed, string? Grade)
{
    /// <summary>Members with a grade decided, or left without one for a reason.</summary>
    public int Decided { get; init; }
}

/// <summary>One committee's year as one reader may see it.</summary>
public sealed record ReviewBoard
{
    public required Seen Cycle { get; init; }
    public required int Year { get; init; }
    public required UnitRef Committee { get; init; }
    public required RuleSetFacts Rules { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Closed, and nothing waits for the level above: the figures are confirmed (đã chốt), else provisional (tạm tính).</summary>
    public required bool Confirmed { get; init; }

    /// <summary>Members and cells of the whole committee, as decided or, while not, as proposed; a proposal newer than the decision goes before it.</summary>
    public required GradeCounts Members { get; init; }
    public required GradeCounts Cells { get; init; }

    /// <summary>The same as far as it is decided.</summary>
    public required GradeCounts DecidedMembers { get; init; }
    public required GradeCounts DecidedCells { get; init; }

    /// <summary>Members and cells for whom another grade was proposed since one was decided.</summary>
    public required int NewerProposals { get; init; }

    /// <summary>In protocol order, those in reach.</summary>
    public required IReadOnlyList<BoardCell> ByCell { get; init; }
    public required bool MayDecide { get; init; }
}

/// <summary>The years of reviews, and what may be begun.</summary>
/// <param name="MayOpen">Committees for which the reader may open a year.</param>
public sealed record ReviewYears(IReadOnlyList<int> Years, IReadOnlyList<ReviewBoard> Boards, IReadOnlyList<UnitRef> MayOpen, IReadOnlyList<RuleSetFacts> RuleSets);
