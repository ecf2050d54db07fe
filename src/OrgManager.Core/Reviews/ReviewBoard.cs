using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>How far a cell is in a year.</summary>
public enum BoardState
{
    /// <summary>Nothing is entered.</summary>
    NotBegun,

    /// <summary>Some members have a result, others have none.</summary>
    Underway,

    /// <summary>Every member has one; something still is to be decided.</summary>
    Proposed,

    /// <summary>Nothing of it keeps the year open; who is graded above may still wait.</summary>
    Decided,
}

/// <summary>One cell of a board: how far it is, and its figures; no names.</summary>
/// <param name="Entered">Members with a grade proposed or decided, or left without one for a reason.</param>
public sealed record BoardCell(
    UnitRef Cell, Seen Review, int Members, int Entered, IReadOnlyDictionary<string, int> ByGrade, int NotGraded, string? MinutesNumber, DateOnly? MeetingOn, string? Proposed, string? Grade)
{
    /// <summary>Members with a grade decided, or left without one for a reason.</summary>
    public int Decided { get; init; }
    public BoardState State { get; init; }

    /// <summary>Reviews of the cell, its members and its collective that keep the year from being closed.</summary>
    public int Open { get; init; }

    /// <summary>Those whose grade comes from the level above, and has not come.</summary>
    public int Waiting { get; init; }

    /// <summary>A deadline of the year has passed, and what was due by it is not done.</summary>
    public bool IsLate { get; init; }

    /// <summary>The group in which it is counted; null where there are none, or it is in none.</summary>
    public string? Group { get; init; }

    /// <summary>Every member of it is to be graded the best there is: the committee is asked why.</summary>
    public bool AllExcellent { get; init; }
}

/// <summary>What of a year's cells is shown.</summary>
/// <param name="Committee">Code of the committee; all if null.</param>
/// <param name="Search">Part of the cell's name; accents make no difference.</param>
public sealed record BoardQuery(string? Committee = null, BoardState? State = null, bool LateOnly = false, string? Search = null, int Skip = 0, int Take = BoardQuery.Page)
{
    public const int Page = 200;
}

/// <summary>All cells of one committee in numbers, in reach of the reader.</summary>
/// <param name="AllExcellent">Cells whose every member is to be excellent.</param>
public sealed record BoardSums(int Cells, int Members, int Entered, int Decided, int Open, int Waiting, int Late, int AllExcellent, IReadOnlyDictionary<BoardState, int> ByState)
{
    /// <summary>Those whose grade comes from the level above, be it that it has come: while the year is open a wrong one is mended.</summary>
    public int Above { get; init; }

    /// <summary>Of these, who asked to look again: the answer comes from above, too, and keeps the year open.</summary>
    public int AboveAsked { get; init; }

    public int EnteredCells => Of(BoardState.Proposed) + Of(BoardState.Decided);

    public int Of(BoardState state) => ByState.GetValueOrDefault(state);
}

/// <summary>One committee's year as one reader may see it.</summary>
public sealed record ReviewBoard
{
    public required Seen Cycle { get; init; }

    /// <summary>Whom it grades one by one: members, or staff unit by unit.</summary>
    public required ReviewSubject Subject { get; init; }
    public required int Year { get; init; }
    public required UnitRef Committee { get; init; }
    public required RuleSetFacts Rules { get; init; }
    public required CycleMode Mode { get; init; }
    public required CycleDeadlines? Deadlines { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>The times its figures were frozen, the newest last.</summary>
    public required IReadOnlyList<ClosingRow> Closings { get; init; }

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

    /// <summary>Members with the best grade, proposed or decided, whose record tells of discipline in the year; in reach or not, it is answered for the whole.</summary>
    public required int DisciplinedBest { get; init; }

    /// <summary>Of everything in reach, whatever of it is shown.</summary>
    public required BoardSums Sums { get; init; }

    /// <summary>Groups with similar tasks, where caps are counted in them; then the whole above is held against the other caps alone.</summary>
    public IReadOnlyList<GroupCounts> Groups { get; init; } = [];

    /// <summary>The caps that bind over the whole.</summary>
    public RuleSetFacts WholeRules => Groups.Count > 0 ? Rules.OverAll : Rules;

    /// <summary>More of the best grade than a cap allows, over the whole or in a group.</summary>
    public bool IsOverCap => Members.OverCap || Cells.OverCap || Groups.Any(g => g.OverCap);

    /// <summary>The committee's own collective and those of cells; null where none is reviewed.</summary>
    public required GradeCounts? Collectives { get; init; }

    /// <summary>In protocol order, those in reach that the query asks for.</summary>
    public required IReadOnlyList<BoardCell> ByCell { get; init; }
    public required bool MayDecide { get; init; }

    /// <summary>Set deadlines, enter grades that came from above.</summary>
    public required bool MayEnter { get; init; }

    /// <summary>Who came, left or moved since the list was drawn up; counted of one board that is not large, for who brings its list up to date.</summary>
    public int Outdated { get; init; }
}

/// <summary>One freezing of a year's figures.</summary>
public sealed record ClosingRow(int Number, DateOnly FrozenOn, FrozenFigures Figures, bool IsSupplement, string? Remark, DateOnly? ReopenedOn, string? ReopenReason);

/// <summary>A committee to choose from, where a year has several.</summary>
public sealed record BoardCommittee(UnitRef Committee, BoardSums Sums, DateOnly? ClosedOn, bool OverCap);

/// <summary>The years of reviews, and what may be begun.</summary>
/// <param name="MayOpen">Committees for which the reader may open a year.</param>
public sealed record ReviewYears(IReadOnlyList<int> Years, IReadOnlyList<ReviewBoard> Boards, IReadOnlyList<UnitRef> MayOpen, IReadOnlyList<RuleSetFacts> RuleSets)
{
    /// <summary>Cells found, of which the boards show a page.</summary>
    public int Total { get; init; }

    /// <summary>Every committee of the year in reach, in protocol order.</summary>
    public IReadOnlyList<BoardCommittee> Committees { get; init; } = [];
}
