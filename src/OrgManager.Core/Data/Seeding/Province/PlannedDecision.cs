using OrgManager.Decisions;

namespace OrgManager.Data.Seeding.Province;

/// <summary>A document behind planned changes.</summary>
internal sealed class PlannedDecision(DecisionFacts facts)
{
    public DecisionFacts Facts => facts;
}
