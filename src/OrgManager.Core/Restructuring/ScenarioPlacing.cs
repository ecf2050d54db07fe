using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring;

/// <summary>Somebody of a unit that ends or gives off.</summary>
/// <param name="To">Null while nobody has said where they go.</param>
/// <param name="Was">What they led, <paramref name="Becomes"/> what they will lead there.</param>
public sealed record PlacedPerson(PersonRef Person, UnitRef From, UnitRef? To, QuotaCategory Category, Headship Was, Headship Becomes);

/// <summary>A member of a cell that ends or gives off.</summary>
/// <param name="Was">The office in the cell, if any and if the reader may read the record of the member.</param>
public sealed record PlacedMember(PersonRef Person, UnitRef From, UnitRef? To, PartyPost? Was, PartyPost? Becomes);

/// <summary>Posts and people of a unit that takes part, without and with the step.</summary>
/// <param name="Unit">Named as it is with the step, or was.</param>
/// <param name="IsSource">It ends or gives off; others take.</param>
/// <param name="Ends">It is not there any more.</param>
public sealed record PlacedUnit(
    UnitRef Unit, Branch Branch, bool IsSource, bool Ends, (PostCounts Before, PostCounts After) Allocated, (PostCounts? Before, PostCounts? After) Assigned,
    (PostCounts Before, PostCounts After) Present, (int Before, int After) Members);

/// <summary>A function that a source leads.</summary>
/// <param name="To">Who leads it then; null where nobody does.</param>
public sealed record PlacedFunction(Guid Id, string Name, UnitRef From, UnitRef? To);

/// <summary>The cell that serves a unit that takes part.</summary>
public sealed record PlacedCoverage(UnitRef Unit, UnitRef? CellBefore, UnitRef? CellAfter);

/// <summary>Who and what stands in the units that end or give off, and where each goes.</summary>
/// <param name="Refused">Why the step cannot be done yet; then everything of its sources that earlier steps have not placed is unplaced.</param>
public sealed record ScenarioPlacing(
    IReadOnlyList<PlacedUnit> Units, IReadOnlyList<PlacedPerson> People, IReadOnlyList<PlacedMember> Members,
    IReadOnlyList<PlacedFunction> Functions, IReadOnlyList<PlacedCoverage> Cells, ScenarioRefusal? Refused)
{
    public int Unplaced => People.Count(p => p.To is null) + Members.Count(m => m.To is null) + Functions.Count(f => f.To is null);
}
