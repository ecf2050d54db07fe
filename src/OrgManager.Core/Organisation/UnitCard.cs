using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>A unit as another page names it and links to it; the name is that of the day asked for, or the nearest it had.</summary>
public sealed record UnitRef(Guid Id, string Code, string Name);

/// <summary>A predecessor or successor, and how it came.</summary>
public sealed record UnitKin(UnitRef Unit, DateOnly On, SuccessionKind Kind, DecisionRef? Decision)
{
    /// <summary>Posts allocated to it on the last day before, or, to a successor, on the day; null where the reader may not see them.</summary>
    public int? Posts { get; init; }
}

/// <summary>The next allocation of a category that is other than the one of the day.</summary>
public sealed record NextLevel(QuotaCategory Category, DateOnly On, int Posts);

/// <summary>A person as another page names them.</summary>
public sealed record PersonRef(string Code, string FullName);

/// <summary>One unit on a day: where it stands, its posts, what it came from and became, and everything that ever happened to it.</summary>
public sealed record UnitCard
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required Branch Branch { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day it is no longer there, or null.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>Whether it is there on the day; if not, the facts are those of its first or last day, whichever is nearer.</summary>
    public required bool IsThere { get; init; }
    public required OrgUnitFacts Facts { get; init; }
    public required UnitKindFacts Kind { get; init; }

    /// <summary>What it stands under, the root first.</summary>
    public required IReadOnlyList<UnitRef> Above { get; init; }
    public required IReadOnlyList<UnitRef> Children { get; init; }
    public required PersonRef? Head { get; init; }

    /// <summary>How the head leads it: by the primary post, or beside it.</summary>
    public AssignmentKind HeadAs { get; init; }

    /// <summary>Null where no rule caps them, or <see cref="Posts"/> is null.</summary>
    public required DeputyCap? Deputies { get; init; }

    /// <summary>What it does not keep to of the rules for its kind, as far as the reader sees it; deputies are told above.</summary>
    public UnitRuleFindings Findings { get; init; } = UnitRuleFindings.None;

    /// <summary>Null where the reader may not see the quota of this unit, and for units of the party.</summary>
    public required UnitPosts? Posts { get; init; }

    /// <summary>Posts set from above for the unit and for receivers below it; null where there are none, or <see cref="Posts"/> is null.</summary>
    public required PostCounts? Received { get; init; }

    /// <summary>The latest decision by which the unit's own posts of the day were allocated, if one was named; and what is known to follow.</summary>
    public required DecisionRef? AllocatedBy { get; init; }
    public required IReadOnlyList<NextLevel> Next { get; init; }

    /// <summary>What the unit and those below it leave unused or take beyond, unit by unit; nothing where <see cref="Posts"/> is null.</summary>
    public required PostCounts Unused { get; init; }
    public required PostCounts Over { get; init; }

    /// <summary>Members with those of the units below; null for government units and where the reader may not see them.</summary>
    public required UnitMembers? Members { get; init; }

    /// <summary>The cells that serve the unit; of a cell, the units it serves.</summary>
    public required IReadOnlyList<UnitRef> Served { get; init; }
    public required IReadOnlyList<UnitKin> Predecessors { get; init; }
    public required IReadOnlyList<UnitKin> Successors { get; init; }

    /// <summary>The newest first. Quota and people only where the reader may see those of this unit.</summary>
    public required IReadOnlyList<UnitEvent> Events { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayCorrect { get; init; }
}

public enum UnitEventKind { Founded, NameChanged, ShortNameChanged, KindChanged, ParentChanged, OrderChanged, AutonomyChanged, Ended, QuotaSet, QuotaEnded, Joined, Left,
    MemberJoined, MemberMovedIn, MemberMovedOut, MemberLeft, MemberOfficial, OfficeGiven, OfficeEnded, CoverageBegun, CoverageEnded, FunctionBegun, FunctionMoved, FunctionChanged, FunctionEnded, PositionSet }

/// <summary>What kind of thing happened, as the timeline can be narrowed to.</summary>
public enum UnitEventArea { Organisation, Quota, People, Members, Offices, Coverage }

/// <summary>A value as a timeline shows it; English only where the data has it.</summary>
public sealed record UnitValue(string Text, string? TextEn = null);

/// <summary>Posts of one category before and after; null where none were kept.</summary>
public sealed record UnitQuotaChange(QuotaCategory Category, int? Before, int? After);

/// <summary>A party office and who holds it.</summary>
public sealed record OfficeHeld(PersonRef Person, OfficeFacts Facts);

/// <summary>One thing that happened to a unit, or is known to happen.</summary>
public sealed record UnitEvent(DateOnly On, UnitEventKind Kind)
{
    public UnitValue? Before { get; init; }
    public UnitValue? After { get; init; }
    public QuotaKind? Quota { get; init; }

    /// <summary>The levels set or ended together, by one decision.</summary>
    public IReadOnlyList<UnitQuotaChange> Posts { get; init; } = [];
    public IReadOnlyList<PersonRef> People { get; init; } = [];

    /// <summary>Party offices given or ended together, each with its holder.</summary>
    public IReadOnlyList<OfficeHeld> Offices { get; init; } = [];

    /// <summary>Names of the units and people a cell came to serve, or serves no more.</summary>
    public IReadOnlyList<string> Served { get; init; } = [];

    /// <summary>Why members left the party organisation.</summary>
    public MembershipEnd? Leaving { get; init; }
    public DecisionRef? Decision { get; init; }

    /// <summary>The version a correction or withdrawal of it names; null where the unit itself did not change.</summary>
    public Guid? VersionId { get; init; }

    public UnitEventArea Area => Kind switch
    {
        UnitEventKind.QuotaSet or UnitEventKind.QuotaEnded or UnitEventKind.PositionSet => UnitEventArea.Quota,
        UnitEventKind.Joined or UnitEventKind.Left => UnitEventArea.People,
        UnitEventKind.MemberJoined or UnitEventKind.MemberMovedIn or UnitEventKind.MemberMovedOut or UnitEventKind.MemberLeft or UnitEventKind.MemberOfficial => UnitEventArea.Members,
        UnitEventKind.OfficeGiven or UnitEventKind.OfficeEnded => UnitEventArea.Offices,
        UnitEventKind.CoverageBegun or UnitEventKind.CoverageEnded => UnitEventArea.Coverage,
        _ => UnitEventArea.Organisation,
    };

    internal Guid? DecisionId { get; init; }

    /// <summary>Where it stands, for a decision to be named.</summary>
    internal IReadOnlyList<ChangeRef> Changes { get; init; } = [];
}
