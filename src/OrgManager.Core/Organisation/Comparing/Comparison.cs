using OrgManager.Decisions;
using OrgManager.Establishment;

namespace OrgManager.Organisation;

/// <summary>One branch on two days, as far as the reader reaches: how many units of each kind, the units that are other, and what happened between.</summary>
/// <param name="Before">The earlier day, and <paramref name="After"/> the later; they may be the same.</param>
public sealed record Comparison(DateOnly Before, DateOnly After, Branch Branch)
{
    /// <summary>Units of each kind on both days, kinds in protocol order.</summary>
    public required IReadOnlyList<ComparedKind> Kinds { get; init; }

    /// <summary>Posts and people of the whole organisation, which are public inside the house; null for the party's branch.</summary>
    public required ComparedTotals? Totals { get; init; }

    /// <summary>The units that are there on one of the days and not on the other, or are other: those of the later day in protocol order, then those that ended.</summary>
    public required IReadOnlyList<ComparedUnit> Units { get; init; }

    /// <summary>Founded, ended, merged, renamed, moved after the first day and not after the second; the oldest first.</summary>
    public required IReadOnlyList<ComparedEvent> Events { get; init; }

    /// <summary>Whose unit, or cell, is another: as far as the reader sees them on the day they stand there.</summary>
    public required IReadOnlyList<ComparedPerson> People { get; init; }

    public bool IsSame => Units.Count + Events.Count + People.Count == 0;
}

public sealed record ComparedKind(string Name, string NameEn, int Before, int After);

/// <summary>Posts assigned and allocated and people present, of the whole government branch.</summary>
public sealed record ComparedTotals(PostCounts AssignedBefore, PostCounts AssignedAfter, PostCounts AllocatedBefore, PostCounts AllocatedAfter, PostCounts PresentBefore, PostCounts PresentAfter);

/// <summary>A unit on both days; one of them is null where it is not there.</summary>
public sealed record ComparedUnit(string Code, UnitStand? Before, UnitStand? After)
{
    /// <summary>The codes of what it became, if it ended or gave something off between the days.</summary>
    public IReadOnlyList<UnitBecame> Became { get; init; } = [];

    /// <summary>People who came to it and who left it; null where the reader may not see them.</summary>
    public int? Came { get; init; }
    public int? Left { get; init; }

    public bool IsNew => Before is null;
    public bool IsGone => After is null;
    public bool IsRenamed => Before is { } was && After is { } now && was.Name != now.Name;
    public bool IsMoved => Before is { } was && After is { } now && was.Parent?.Code != now.Parent?.Code;
    public bool IsRetyped => Before is { } was && After is { } now && (was.KindName, was.Autonomy) != (now.KindName, now.Autonomy);
}

/// <summary>What a unit became, or part of it.</summary>
public sealed record UnitBecame(string Code, SuccessionKind Kind, DateOnly On);

/// <summary>One unit on one day. Posts and people are its own, those of the units below it not counted; null where the reader may not see them.</summary>
public sealed record UnitStand(string Name, UnitRef? Parent, string KindName, string KindNameEn, int? Autonomy, string? Head)
{
    public int? Assigned { get; init; }
    public int? Allocated { get; init; }

    /// <summary>People in post, or members of the cell.</summary>
    public int? Present { get; init; }
}

/// <summary>Something that happened to units between the days.</summary>
/// <param name="Kind">How units became another, or null where <paramref name="OfUnit"/> says what happened.</param>
/// <param name="Units">The unit; of a succession those that were before.</param>
public sealed record ComparedEvent(DateOnly On, SuccessionKind? Kind, IReadOnlyList<UnitRef> Units)
{
    public IReadOnlyList<UnitRef> Into { get; init; } = [];
    public UnitEvent? OfUnit { get; init; }
    public DecisionRef? Decision { get; init; }
}

/// <summary>Somebody who stands in another unit on the later day, or only on one of the two.</summary>
public sealed record ComparedPerson(PersonRef Person, UnitRef? From, UnitRef? To);
