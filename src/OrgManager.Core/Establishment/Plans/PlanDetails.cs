using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Posts of all lines of a plan, as they are before it and as it has them.</summary>
public sealed record PlanSum(QuotaKind Kind, QuotaCategory Category, int Current, int Planned)
{
    public int Difference => Planned - Current;
}

/// <summary>A plan in the list of plans.</summary>
public sealed record PlanRow(Guid Id, int Year, UnitRef Unit, QuotaPlanState State, PlanStep LastStep, IReadOnlyList<PlanSum> Sums, DecisionRef? Decision);

/// <summary>The plans in reach, the newest year first.</summary>
/// <param name="Units">For which the reader may draft one, with how deep they stand.</param>
public sealed record PlanList(IReadOnlyList<PlanRow> Plans, IReadOnlyList<(UnitRef Unit, int Depth)> Units);

/// <summary>One line of a plan beside what is there now.</summary>
/// <param name="OwnRow">What the unit's own people are called ("Lãnh đạo Sở"), else null.</param>
/// <param name="Current">Posts on the last day before the plan's year, as far as is known; null where none are kept.</param>
/// <param name="Present">People in post today.</param>
public sealed record PlanLineDetails(UnitRef Unit, string? OwnRow, string? OwnRowEn, QuotaKind Kind, QuotaCategory Category, int? Current, int Present, int Posts, string? Reason);

/// <summary>What the plan of the unit above leaves for this one in a category.</summary>
/// <param name="Locked">The plan above is decided: beyond it nothing is locked.</param>
public sealed record PlanCeiling(Guid PlanId, UnitRef Above, bool Locked, QuotaCategory Category, int Posts);

/// <summary>A plan as its page shows it.</summary>
public sealed record PlanDetails
{
    public required Seen Seen { get; init; }
    public required int Year { get; init; }
    public required UnitRef Unit { get; init; }
    public required QuotaPlanState State { get; init; }
    public required IReadOnlyList<PlanStep> Steps { get; init; }
    public required DecisionRef? Decision { get; init; }

    /// <summary>In protocol order; what a unit is assigned before what is allocated.</summary>
    public required IReadOnlyList<PlanLineDetails> Lines { get; init; }
    public required IReadOnlyList<PlanCeiling> Ceilings { get; init; }

    /// <summary>Units for which a line may be added.</summary>
    public required IReadOnlyList<UnitRef> Units { get; init; }
    public required DateOnly PresentOn { get; init; }
    public required bool MayRevise { get; init; }
    public required bool MayLock { get; init; }

    /// <summary>It is locked, and the reader may open it again.</summary>
    public required bool MayUnlock { get; init; }

    public DateOnly From => new(Year, 1, 1);
    public DateOnly CurrentOn => From.AddDays(-1);
    public bool IsOpen => State is QuotaPlanState.Draft or QuotaPlanState.Returned;
}
