using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>One cell on a day, as far as the reader may see it: its numbers, or with the party record its members, offices and story.</summary>
public sealed record CellCard
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day it is no longer there, or null.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>Whether it is there on the day; if not, it is told as on the nearest day it was.</summary>
    public required bool IsThere { get; init; }

    /// <summary>The party units it stands under, the root first.</summary>
    public required IReadOnlyList<UnitRef> Above { get; init; }
    public required UnitMembers Members { get; init; }
    public required IReadOnlyList<CellServed> Served { get; init; }
    public required IReadOnlyList<PartyFinding> Findings { get; init; }

    /// <summary>In protocol order; null where the reader may not see the party record.</summary>
    public required IReadOnlyList<OfficeHolder>? Officers { get; init; }

    /// <summary>Officers first, then by given name; null where the reader may not see the party record.</summary>
    public required IReadOnlyList<CellMember>? People { get; init; }

    /// <summary>The newest first; members, offices and coverage only where the reader may see the party record.</summary>
    public required IReadOnlyList<UnitEvent> Events { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayCorrect { get; init; }
}

/// <summary>A government unit, or a leader by name, served by a cell; neither is told of a leader to whom the party record is closed, for it would tell whose cell this is.</summary>
/// <param name="EndsOn">The first day it is served no more, if known.</param>
public sealed record CellServed(Guid CoverageId, Guid VersionId, UnitRef? Unit, PersonRef? Person, Guid ServedId, DateOnly Since, DateOnly? EndsOn, DecisionRef? Decision);

/// <summary>What a member does in the government, which is part of the party record.</summary>
public sealed record MemberWork(UnitRef Unit, string Post, string PostEn);

/// <param name="InCell">Whether it is held in a cell (chi ủy viên) or in a committee above (đảng ủy viên).</param>
public sealed record HeldOffice(UnitRef Unit, bool InCell, OfficeFacts Facts, DateOnly Since);

/// <summary>A member of a cell on a day.</summary>
public sealed record CellMember
{
    public required Guid PersonId { get; init; }
    public required string Code { get; init; }
    public required string FullName { get; init; }
    public required Standing Standing { get; init; }
    public required Participation Participation { get; init; }

    /// <summary>Those in this cell first.</summary>
    public required IReadOnlyList<HeldOffice> Offices { get; init; }

    /// <summary>Null for who is not in post on the day.</summary>
    public required MemberWork? Work { get; init; }
    public required AdmissionFacts Admission { get; init; }
}
