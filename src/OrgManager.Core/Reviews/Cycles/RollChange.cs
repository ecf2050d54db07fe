using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>What becomes of one subject when the list of an open year is brought up to a day.</summary>
public enum RollStep
{
    /// <summary>Is there, and has no review yet.</summary>
    Added,

    /// <summary>Was left ungraded for having left, and is there again.</summary>
    Returned,

    /// <summary>Is in another cell or unit now, before anything was entered in the one before: the review goes along.</summary>
    Moved,

    /// <summary>Has left before anything was entered: left ungraded, for a <see cref="LeftReason"/>.</summary>
    Closed,

    /// <summary>Has left, or is elsewhere, after something was entered: it stays, and people decide.</summary>
    Kept,

    /// <summary>Is there, but has a result of the year elsewhere: no second review is made.</summary>
    Elsewhere,
}

/// <param name="Cell">The cell or unit of the review, once it is done.</param>
/// <param name="Person">Null for a cell, unit or collective.</param>
public sealed record RollChange(RollStep Step, ReviewSubject Subject, UnitRef Cell, PersonRef? Person)
{
    /// <summary>Where the review was before.</summary>
    public UnitRef? From { get; init; }

    /// <summary>Code of the reason why it is not graded.</summary>
    public string? Reason { get; init; }
    public bool DecidedAbove { get; init; }

    /// <summary>Something is done; else it is told alone.</summary>
    public bool IsDone => Step is not (RollStep.Kept or RollStep.Elsewhere);
}

/// <summary>What bringing the list of a year up to a day does; of whom nothing changes is not named.</summary>
public sealed record RollChanges(Guid CycleId, ReviewSubject Subject, DateOnly On, IReadOnlyList<RollChange> Rows)
{
    public bool IsUpToDate => !Rows.Any(r => r.IsDone);
}
