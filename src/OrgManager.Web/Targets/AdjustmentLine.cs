using OrgManager.Decisions;
using OrgManager.Targets;

namespace OrgManager.Web.Targets;

/// <summary>A row in which an adjustment of the baseline is typed.</summary>
public sealed class AdjustmentLine(DateOnly near) : DayFigure(near)
{
    public string Note { get; set; } = "";
    public DecisionRef? Decision { get; set; }

    /// <summary>The move of posts that brought it about.</summary>
    public Guid? MoveId { get; init; }

    public override bool IsEmpty => base.IsEmpty && string.IsNullOrWhiteSpace(Note) && Decision is null;

    public BaselineAdjustment Read() => new(On ?? default, Value ?? 0, Decision?.Id, Note.Trim()) { MoveId = MoveId };
}
