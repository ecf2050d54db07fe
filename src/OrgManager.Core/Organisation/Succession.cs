using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>Hợp nhất, sáp nhập, chia, tách, chuyển nguyên trạng.</summary>
public enum SuccessionKind { Merge, Absorb, Divide, Separate, Transfer }

/// <summary>Đơn vị tiền thân → đơn vị sau sắp xếp: what a unit became, on a day, by a decision. Counts of the past are traced along it.</summary>
public sealed class Succession : Aggregate
{
    private Succession() { }

    public Guid PredecessorId { get; private init; }
    public Guid SuccessorId { get; private init; }
    public DateOnly On { get; private init; }
    public SuccessionKind Kind { get; private init; }
    public Guid? DecisionId { get; private set; }

    internal override Guid? TrailUnitId => SuccessorId;

    /// <exception cref="RuleBrokenException">Succession.OfItself.</exception>
    public static Succession Record(Guid predecessorId, Guid successorId, DateOnly on, SuccessionKind kind, Guid? decisionId)
    {
        RuleBrokenException.Unless(predecessorId != successorId, "Succession.OfItself");
        return new() { PredecessorId = predecessorId, SuccessorId = successorId, On = on, Kind = kind, DecisionId = decisionId };
    }

    /// <summary>It follows the decision by which the unit was founded or ended.</summary>
    internal void Follow(Guid? was, Guid decisionId)
    {
        if (DecisionId != was || was == decisionId) return;
        DecisionId = decisionId;
        Touch();
    }
}
