namespace OrgManager.Data.Seeding.Province;

/// <summary>What of the plan is written already, by id.</summary>
internal sealed class ProvinceIds
{
    public Dictionary<PlannedDecision, Guid> Decisions { get; } = [];
    public Dictionary<PlannedUnit, Guid> Units { get; } = [];
    public Dictionary<PlannedPerson, Guid> People { get; } = [];

    public Guid? Of(PlannedDecision? decision) => decision is null ? null : Decisions[decision];
}
