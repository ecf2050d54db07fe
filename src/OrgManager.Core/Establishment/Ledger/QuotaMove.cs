using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>What a level alone cannot tell: that its posts went with something.</summary>
public enum QuotaMoveKind
{
    /// <summary>Điều chuyển: from one unit to another.</summary>
    Transfer,

    /// <summary>With an organisation or function that left the department (chuyển đi).</summary>
    Out,

    /// <summary>With an organisation or function that came into it (tiếp nhận).</summary>
    In,
}

/// <summary>Posts of one category that went from a unit to another, or out of the house or into it with an organisation or function. The levels hold the figures; this says what they mean.</summary>
public sealed class QuotaMove : Aggregate
{
    public const int SubjectLength = 300;

    private QuotaMove() { }

    public QuotaMoveKind Kind { get; private init; }
    public DateOnly On { get; private init; }
    public QuotaCategory Category { get; private init; }
    public int Posts { get; private init; }

    /// <summary>The unit that gives; null for what comes from outside.</summary>
    public Guid? FromUnitId { get; private init; }

    /// <summary>The unit that takes; null for what goes out.</summary>
    public Guid? ToUnitId { get; private init; }
    public Guid? DecisionId { get; private init; }

    /// <summary>The organisation or function that went along; null between units.</summary>
    public string? Subject { get; private init; }

    internal override Guid? TrailUnitId => FromUnitId ?? ToUnitId;

    internal static QuotaMove Between(QuotaTransfer transfer, DateOnly on, Guid? decisionId) => new()
    {
        Kind = QuotaMoveKind.Transfer, On = on, Category = transfer.Category, Posts = transfer.Posts, FromUnitId = transfer.FromUnitId, ToUnitId = transfer.ToUnitId, DecisionId = decisionId,
    };

    /// <exception cref="RuleBrokenException">QuotaMove.SubjectMissing.</exception>
    internal static QuotaMove Outside(QuotaMoveKind kind, Guid unitId, QuotaCategory category, int posts, DateOnly on, Guid decisionId, string subject)
    {
        RuleBrokenException.Unless(subject.Trim().Length is > 0 and <= SubjectLength, "QuotaMove.SubjectMissing", SubjectLength);
        return new()
        {
            Kind = kind, On = on, Category = category, Posts = posts, DecisionId = decisionId, Subject = VietnameseText.Nfc(subject.Trim()),
            FromUnitId = kind == QuotaMoveKind.Out ? unitId : null, ToUnitId = kind == QuotaMoveKind.In ? unitId : null,
        };
    }
}
