using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>What kind of thing a change is about, as lists of changes can be narrowed to.</summary>
public enum ChangeArea { Organisation, Quota, Staff, Party, Functions }

/// <summary>One change as it stands in the timeline: of a unit, or of a person in a unit.</summary>
/// <param name="UnitId">In whose reach it is.</param>
/// <param name="View">What it takes to see it, and <paramref name="Enter"/> to have entered it.</param>
internal sealed record Change(DateOnly On, Guid? DecisionId, ChangeArea Area, Guid UnitId, Permission View, Permission Enter, IReadOnlyList<ChangeRef> Refs)
{
    public UnitLine? Unit { get; init; }
    public UnitEvent? OfUnit { get; init; }
    public PersonLine? Person { get; init; }
    public PersonEvent? OfPerson { get; init; }

    /// <summary>The last day on which its unit is surely concerned: an end is judged on the day before it.</summary>
    public DateOnly Judged => Refs[0].What.IsEnd ? On.AddDays(-1) : On;

    /// <summary>Whether a decision has to stand behind it; the order of units in a list is nobody's decision.</summary>
    public bool NeedsDecision => OfUnit?.Kind is not (UnitEventKind.OrderChanged or UnitEventKind.CoverageBegun or UnitEventKind.CoverageEnded);
}
