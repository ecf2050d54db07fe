using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>A year to be opened: of one committee, or of every committee below an upper one; under rules for staff, of an organisation with all its units.</summary>
/// <param name="On">The day of the list: who is a member of which cell, or in post in which unit, on it.</param>
public sealed record CycleOrder(int Year, Guid CommitteeId, string RuleSetCode, DateOnly On)
{
    public CycleMode Mode { get; init; }
    public CycleDeadlines? Deadlines { get; init; }

    /// <summary>Leadership collectives are reviewed too: the committees of cells, and the committee itself, whose grade comes from above.</summary>
    public bool Collectives { get; init; }
}

/// <summary>Somebody, or a cell (without a person), that is not graded if the year is opened so, or waits for the level above.</summary>
/// <param name="Reason">Code of the reason in the rule set; null where the subject is graded above.</param>
/// <param name="Person">Null for the cell, and where the reader may not see the names of its members.</param>
public sealed record RollRow(UnitRef Cell, PersonRef? Person, ReviewSubject Subject, RollEntry Entry, string? Reason, bool DecidedAbove);

/// <summary>What opening a year would make, before it is done.</summary>
/// <param name="Committees">Each gets a cycle of its own; caps bind in it.</param>
/// <param name="Open">Of these the year was opened before: it is refused.</param>
/// <param name="Reasons">How many are not reviewed or not graded, by reason.</param>
/// <param name="Rows">Those of <paramref name="Reasons"/> and those who wait for above one by one, as many as <see cref="CyclePreview.MostRows"/>.</param>
/// <param name="Cells">Of staff their units.</param>
/// <param name="Members">Or staff.</param>
/// <param name="IsLarge">So many that it is done without the page.</param>
public sealed record CyclePreview(
    IReadOnlyList<UnitRef> Committees, IReadOnlyList<UnitRef> Open, int Cells, int Members, int Collectives, int DecidedAbove, IReadOnlyList<RollReason> Reasons, IReadOnlyList<RollRow> Rows, bool IsLarge)
{
    public const int MostRows = 200;

    /// <summary>Whom it grades one by one: members, or staff.</summary>
    public ReviewSubject Subject { get; init; }
}

/// <param name="Of">Members, cells or collectives.</param>
public sealed record RollReason(string Code, RollEntry Entry, ReviewSubject Of, int Count);
