using OrgManager.Establishment;

namespace OrgManager.Data.Seeding.Province;

internal sealed record PlannedLevel(DateOnly From, int Posts, PlannedDecision Decision);

/// <summary>The posts of one unit and category, assigned or allocated; it ends with its unit.</summary>
internal sealed record PlannedQuota(PlannedUnit Unit, QuotaCategory Category, QuotaKind Kind, IReadOnlyList<PlannedLevel> Levels);
