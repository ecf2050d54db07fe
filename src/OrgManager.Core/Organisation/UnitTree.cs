using OrgManager.Establishment;

namespace OrgManager.Organisation;

/// <summary>Both trees on one day, as the organisation page shows them: rows in protocol order, parents before children.</summary>
public sealed record UnitTree(DateOnly On, IReadOnlyList<UnitTreeRow> Government, IReadOnlyList<UnitTreeRow> Party, UnitTreeTotals Totals)
{
    /// <summary>The branches in which the reader may change some unit.</summary>
    public IReadOnlyList<Branch> Changeable { get; init; } = [];
}

/// <summary>What everybody may see: the sums over the whole organisation.</summary>
public sealed record UnitTreeTotals(int Units, PostCounts Assigned, PostCounts Allocated, PostCounts Present, int Cells, int? Official, int? Probationary);

public sealed record UnitTreeRow
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>Code of a <see cref="UnitKind"/>.</summary>
    public required string Kind { get; init; }
    public required string KindName { get; init; }
    public required string KindNameEn { get; init; }

    /// <summary>0 for a root.</summary>
    public required int Depth { get; init; }
    public required bool HasChildren { get; init; }

    /// <summary>Nhóm tự chủ tài chính 1–4 of a service unit, else null.</summary>
    public required int? Autonomy { get; init; }
    public required string? Head { get; init; }

    /// <summary>How many deputies; null for cells and where the reader may not see the quota of this unit.</summary>
    public int? Deputies { get; init; }

    /// <summary>Name of the root's own people ("Lãnh đạo Sở") where the kind has one.</summary>
    public required string? OwnRow { get; init; }
    public required string? OwnRowEn { get; init; }

    /// <summary>Null where the reader may not see the quota of this unit.</summary>
    public required UnitPosts? Posts { get; init; }

    /// <summary>Null for government units and where the reader may not see the members of this cell.</summary>
    public required UnitMembers? Members { get; init; }

    /// <summary>People of its own and nobody at their head, as far as the reader sees its posts.</summary>
    public bool LacksHead => this is { Head: null, Posts.OwnPresent.Total: > 0 };
}

/// <summary>
/// Posts of one unit: its own, and with everything below it. <see cref="Assigned"/> is null where the unit receives no quota from above.
/// </summary>
public sealed record UnitPosts(PostCounts? Assigned, PostCounts OwnAllocated, PostCounts OwnPresent, PostCounts Allocated, PostCounts Present);

public sealed record UnitMembers(int Official, int Probationary);
