using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Which of the changes to come a page shows.</summary>
/// <param name="UnitCode">Of this unit and those below it, or of who works there today.</param>
/// <param name="Month">Of <paramref name="Year"/>; without it of the whole year.</param>
public sealed record PendingQuery(ChangeArea? Area = null, string? UnitCode = null, int? Year = null, int? Month = null);

/// <summary>Why a change to come is not called off by itself.</summary>
public enum PendingStay
{
    /// <summary>An applied scenario made it, which is undone as a whole.</summary>
    OfScenario,

    /// <summary>A case of streamlining made it, which is revoked where the case is kept.</summary>
    OfStreamlining,

    /// <summary>Posts that go out of the house or come into it made it, with the baselines of targets; it is taken back in the ledger.</summary>
    OfOutside,

    /// <summary>A locked plan made it, which is opened again as a whole.</summary>
    OfPlan,

    /// <summary>With it somebody's record begins.</summary>
    Beginning,

    /// <summary>Other units succeed the one that ends, from that very day.</summary>
    Succeeded,

    /// <summary>Later changes of the same stand on it.</summary>
    Followed,
}

/// <summary>One change that is not in force yet.</summary>
/// <param name="Change">What will happen, to whom or what.</param>
/// <param name="EnteredBy">Who entered it; null where the trail does not tell, or not to this reader.</param>
/// <param name="EnteredAt">By the clock of the organisation.</param>
/// <param name="Stays">Why it cannot be called off by itself, if it cannot.</param>
/// <param name="MayCallOff">It can, and by this reader.</param>
public sealed record PendingRow(ChangeRow Change, DecisionRef? Decision, string? EnteredBy, DateTime? EnteredAt, PendingStay? Stays, bool MayCallOff)
{
    /// <summary>The scenario that made it.</summary>
    public string? Scenario { get; init; }

    /// <summary>What is called off with it, as far as the reader may see it: the other side of posts that go from one unit to another.</summary>
    public IReadOnlyList<ChangeRow> With { get; init; } = [];
}

/// <summary>How many changes a month brings.</summary>
public sealed record PendingMonth(int Year, int Month, int Count);

/// <summary>One page of what is to come, the next first.</summary>
/// <param name="Months">The months of all that the filters let through, whatever month is looked at.</param>
/// <param name="Areas">How many there are of each kind, whatever the filters.</param>
/// <param name="Units">The units that something happens to, and those above them.</param>
/// <param name="Seq">What was known when they were listed; handed back when one is called off.</param>
public sealed record PendingList(
    IReadOnlyList<PendingRow> Rows, int Total, IReadOnlyList<PendingMonth> Months, IReadOnlyDictionary<ChangeArea, int> Areas, IReadOnlyList<UnitRef> Units, long Seq);
