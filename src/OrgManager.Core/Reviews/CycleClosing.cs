using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>One time the figures of a year were frozen; it stays readable when the year is opened again.</summary>
public sealed class CycleClosing : Entity
{
    public const int RemarkLength = 1000;

    private CycleClosing() { }

    public Guid CycleId { get; private init; }
    public int Number { get; private init; }
    public DateOnly FrozenOn { get; private init; }
    public Guid? DecisionId { get; private init; }

    /// <summary>Made when grades arrived from above after the closing.</summary>
    public bool IsSupplement { get; private init; }

    /// <summary>What the committee says to the findings it decided in spite of.</summary>
    public string? Remark { get; private init; }
    public FrozenFigures Figures { get; private init; } = FrozenFigures.None;
    public DateOnly? ReopenedOn { get; private set; }
    public string? ReopenReason { get; private set; }

    internal override (string Type, Guid Id) Owner => (nameof(ReviewCycle), CycleId);
    internal override FieldClass FieldClass => FieldClass.Review;

    internal static CycleClosing Of(ReviewCycle cycle, int number, DateOnly on, FrozenFigures figures, Guid? decisionId, string? remark, bool isSupplement) => new()
    {
        CycleId = cycle.Id, Number = number, FrozenOn = on, Figures = figures, DecisionId = decisionId, Remark = remark, IsSupplement = isSupplement,
    };

    internal void Reopen(DateOnly on, string reason) => (ReopenedOn, ReopenReason) = (on, reason);
}
