using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>What falls due, or asks to be mended, in the life of cells and their members.</summary>
public enum PartyDueKind
{
    Probation, ProbationOver, Badge, MeetingMissing, MeetingOpen, ThematicMissing, ThematicOpen, TermEnds, TermOver, ExemptionEnds, SuspensionEnds, ExemptionLong, RegulationEnds, RegulationMissing,
    UnderThreeOfficial, NineWithoutCommittee, NoSecretary, ThirtyInCell, CommitteeUnderThirty, MemberElsewhere, MemberLeftWork,
    TransferMove, TransferLetter, TransferStay,
}

/// <summary>Past its day, to be done now, or ahead.</summary>
public enum PartyDueUrgency { Overdue, Now, Ahead }

/// <summary>One matter of one cell, committee or member, with the rule behind it.</summary>
/// <param name="On">The day by which it is to be done; null for what is so now.</param>
/// <param name="Unit">The cell, or the committee, it is about.</param>
public sealed record PartyDue(PartyDueKind Kind, PartyDueUrgency Urgency, DateOnly? On, UnitRef Unit)
{
    public PersonRef? Person { get; init; }

    /// <summary>Of a badge its years; of what is counted how many there are.</summary>
    public int? Number { get; init; }

    /// <summary>What the rule asks for: members, months, working days.</summary>
    public int? Asked { get; init; }

    /// <summary>Where it is written; null where no rule of the day says it.</summary>
    public RuleSource? Rule { get; init; }

    /// <summary>The month or quarter of a meeting, its first day; since when something is so.</summary>
    public DateOnly? Of { get; init; }

    /// <summary>Of a badge whose day is not certain: from when party age counts, as the paper has it.</summary>
    public PartialDay? Counted { get; init; }
}

/// <summary>What a source of matters looks at: one day, and the cells whose record the reader may see.</summary>
/// <param name="Until">The first day that is too far ahead.</param>
public sealed record PartyDueReading(OrgDbContext Db, OrgSnapshot Snapshot, Scope Record, DateOnly Until)
{
    public DateOnly Day => Snapshot.Day;

    /// <summary>In protocol order.</summary>
    public IReadOnlyList<UnitOn> Cells { get; } = [.. Snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && Record.Includes(u.Id))];

    /// <summary>Committees with cells below them.</summary>
    public IReadOnlyList<UnitOn> Committees { get; } = [.. Snapshot.Tree(Branch.Party).Where(u => !u.Kind.Cell && u.Children.Any(c => c.Kind.Cell) && Record.Includes(u.Id))];

    internal static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}

/// <summary>One kind of things that fall due. Whoever keeps something with a day adds a source of its own; the list is made of all that are registered.</summary>
public interface IPartyDueSource
{
    public Task<IReadOnlyList<PartyDue>> OfAsync(PartyDueReading reading, CancellationToken ct);
}
