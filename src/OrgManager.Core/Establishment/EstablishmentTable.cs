using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>The two blocks that are never added into one figure without saying so: administration (công chức) and public service units (viên chức).</summary>
public enum EstablishmentBlock { Administration, ServiceUnits }

/// <summary>Posts by category of one line of the table, in whole posts.</summary>
/// <param name="Assigned">Được giao, by receivers on this line; null where there is none.</param>
/// <param name="Unused">Chưa sử dụng: what units leave of their posts, unit by unit, so that one unit's vacancy never hides another's excess.</param>
/// <param name="Over">Vượt: people beyond the posts of their unit, unit by unit.</param>
/// <param name="Unallocated">Chưa phân bổ: what receivers on this line have not allocated.</param>
/// <param name="Overallocated">What receivers on this line have allocated beyond what they were assigned.</param>
public sealed record EstablishmentFigures(
    PostCounts? Assigned, PostCounts Allocated, PostCounts Present, PostCounts Unused, PostCounts Over, PostCounts Unallocated, PostCounts Overallocated)
{
    public static readonly EstablishmentFigures None = new(null, default, default, default, default, default, default);

    public static EstablishmentFigures operator +(EstablishmentFigures a, EstablishmentFigures b) => new(
        a.Assigned is null && b.Assigned is null ? null : (a.Assigned ?? default) + (b.Assigned ?? default), a.Allocated + b.Allocated, a.Present + b.Present,
        a.Unused + b.Unused, a.Over + b.Over, a.Unallocated + b.Unallocated, a.Overallocated + b.Overallocated);

    public static EstablishmentFigures Add(EstablishmentFigures left, EstablishmentFigures right) => left + right;

    /// <summary>Whether the category is kept on this line at all.</summary>
    public bool Keeps(QuotaCategory category) => (Assigned?[category] ?? 0) + Allocated[category] + Present[category] > 0;
}

/// <summary>One unit with everything below it that belongs to the same block; or, with <see cref="IsOwn"/>, the root's own posts ("Lãnh đạo Sở").</summary>
public sealed record EstablishmentRow(UnitRef Unit, string? OwnRow, string? OwnRowEn, bool IsOwn, bool HasUnits, EstablishmentFigures Figures)
{
    /// <summary>People work in service units below it who are told in the other block.</summary>
    public bool LeavesOut { get; init; }
}

public sealed record EstablishmentPart(EstablishmentBlock Block, EstablishmentFigures Sum, IReadOnlyList<EstablishmentRow> Rows);

/// <summary>Bảng biên chế of one unit and everything below it on a day.</summary>
public sealed record EstablishmentTable
{
    public required DateOnly On { get; init; }
    public required UnitRef Root { get; init; }

    /// <summary>What the root stands under, as far as the reader may open it; the topmost first.</summary>
    public required IReadOnlyList<UnitRef> Above { get; init; }

    /// <summary>The blocks that have a row, administration first.</summary>
    public required IReadOnlyList<EstablishmentPart> Parts { get; init; }
    public required EstablishmentFigures Total { get; init; }

    /// <summary>Units below or at the root that receive quota from above, in protocol order, with the categories they receive.</summary>
    public required IReadOnlyList<QuotaReceiver> Receivers { get; init; }

    /// <summary>The latest decisions by which the levels of the day were assigned and allocated, if any was named.</summary>
    public required DecisionRef? AssignedBy { get; init; }
    public required DecisionRef? AllocatedBy { get; init; }

    /// <summary>Whether the reader may change posts of the root.</summary>
    public required bool MayChange { get; init; }
}

/// <summary>A unit to which quota is assigned from above, and of which categories.</summary>
public sealed record QuotaReceiver(UnitRef Unit, PostCounts Assigned, IReadOnlyList<QuotaCategory> Categories);
