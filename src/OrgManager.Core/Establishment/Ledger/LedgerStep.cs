using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>What a step from one level to the next was.</summary>
public enum LedgerStep
{
    /// <summary>Số liệu đầu kỳ: nothing was kept before.</summary>
    Opening,

    /// <summary>Giao tăng.</summary>
    Grant,

    /// <summary>Giảm.</summary>
    Cut,

    /// <summary>Giao lại, không đổi.</summary>
    Same,

    /// <summary>Điều chuyển: what one unit gave the other took.</summary>
    Transfer,

    /// <summary>Chuyển đổi nguồn chi trả lương: the same posts under another category.</summary>
    Conversion,

    /// <summary>Sắp xếp tổ chức: posts of a unit that became another.</summary>
    Reorganised,

    /// <summary>Chuyển đi cùng tổ chức, chức năng.</summary>
    MovedOut,

    /// <summary>Tiếp nhận cùng tổ chức, chức năng.</summary>
    MovedIn,
}

/// <summary>So many of a step's posts, and what became of them or where they come from.</summary>
/// <param name="Posts">More (+) or fewer (−); the parts of a step add up to its difference.</param>
/// <param name="Other">The other side of a transfer or restructuring.</param>
/// <param name="OtherCategory">What the posts were or became, of a conversion.</param>
/// <param name="Subject">The organisation or function that went along.</param>
/// <param name="MoveId">By which what went out of the house or came into it is taken back.</param>
public sealed record LedgerPart(LedgerStep Step, int Posts, UnitRef? Other = null, QuotaCategory? OtherCategory = null, string? Subject = null, Guid? MoveId = null);

/// <summary>One level of one unit and category: since when, by which decision, and how it differs from the one before.</summary>
/// <param name="Before">Posts on the day before; null where none were kept.</param>
/// <param name="After">Posts from the day on; null where no more are kept.</param>
public sealed record LedgerRow(DateOnly On, UnitRef Unit, string? OwnRow, string? OwnRowEn, QuotaKind Kind, QuotaCategory Category, int? Before, int? After, IReadOnlyList<LedgerPart> Parts, DecisionRef? Decision)
{
    public int Difference => (After ?? 0) - (Before ?? 0);
}

/// <summary>Posts of the whole subtree from a day on.</summary>
public sealed record LedgerPoint(DateOnly On, int Posts);

/// <summary>Which levels are asked for.</summary>
/// <param name="UnitCode">The unit with everything ever below it; null for the topmost in reach.</param>
/// <param name="Year">Levels that begin in this year alone.</param>
/// <param name="WithSame">Also those given anew without a difference.</param>
public sealed record LedgerQuery(DateOnly On, string? UnitCode = null, QuotaKind Kind = QuotaKind.Assigned, QuotaCategory? Category = null, int? Year = null, bool WithSame = false);

/// <summary>Sổ theo dõi biên chế of one unit and everything below it, the newest first.</summary>
public sealed record QuotaLedger
{
    public required LedgerQuery Query { get; init; }
    public required UnitRef Root { get; init; }

    /// <summary>What the root stands under, as far as the reader may open it; the topmost first.</summary>
    public required IReadOnlyList<UnitRef> Above { get; init; }
    public required IReadOnlyList<LedgerRow> Rows { get; init; }

    /// <summary>Rows on all pages.</summary>
    public required int Count { get; init; }

    /// <summary>Levels given anew without a difference, which are told only when asked for.</summary>
    public required int SameCount { get; init; }
    public required IReadOnlyList<LedgerPoint> Points { get; init; }

    /// <summary>Years in which some level begins, the newest first.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Whether anything of the subtree is kept under each kind.</summary>
    public required IReadOnlyList<QuotaKind> Kinds { get; init; }
    public required bool MayChange { get; init; }

    /// <summary>Whether the reader may take back what went out or came in.</summary>
    public required bool MayCorrect { get; init; }
}
