using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>The plan of the unit above is the ceiling of its units' plans: a finding while it is not decided, a refusal once it is.</summary>
internal static class PlanCeilings
{
    /// <summary>By the nearest unit above that has a plan for the year, the decided one first; categories of which neither says anything are left out.</summary>
    public static IReadOnlyList<PlanCeiling> Of(OrgDbContext db, QuotaPlan plan, IReadOnlyList<QuotaPlan> ofYear)
    {
        var on = db.Timeline.On(plan.From);
        for (var above = on.Unit(plan.UnitId)?.Parent; above is not null; above = above.Parent)
            if (ofYear.Where(p => p.UnitId == above.Id).MaxBy(p => (p.State == QuotaPlanState.Locked, p.State == QuotaPlanState.Submitted, p.Id)) is { } ceiling)
                return [.. Enum.GetValues<QuotaCategory>().Select(c => new PlanCeiling(ceiling.Id, new(above.Id, above.Code, above.Name), ceiling.State == QuotaPlanState.Locked, c, Given(on, ceiling, plan.UnitId, c)))
                    .Where(c => c.Posts > 0 || Asked(on, plan, c.Category) > 0)];
        return [];
    }

    /// <exception cref="RuleBrokenException">QuotaPlan.OverCeiling: more than the decided plan above leaves; QuotaPlan.BelowLocked: less than a decided plan below has.</exception>
    public static void Demand(OrgDbContext db, QuotaPlan plan, IReadOnlyList<QuotaPlan> ofYear)
    {
        var on = db.Timeline.On(plan.From);
        foreach (var ceiling in Of(db, plan, ofYear).Where(c => c.Locked))
            RuleBrokenException.Unless(Asked(on, plan, ceiling.Category) <= ceiling.Posts, "QuotaPlan.OverCeiling", ceiling.Above.Name, ceiling.Posts, Asked(on, plan, ceiling.Category));
        foreach (var below in LockedBelow(on, plan, ofYear))
            foreach (var category in Enum.GetValues<QuotaCategory>())
                RuleBrokenException.Unless(Asked(on, below, category) <= Given(on, plan, below.UnitId, category), "QuotaPlan.BelowLocked", on.Unit(below.UnitId)!.Name, Asked(on, below, category));
    }

    /// <summary>Decided plans of units below: their lines stand.</summary>
    public static IEnumerable<QuotaPlan> LockedBelow(OrgSnapshot on, QuotaPlan plan, IReadOnlyList<QuotaPlan> ofYear) =>
        ofYear.Where(p => p.State == QuotaPlanState.Locked && p.UnitId != plan.UnitId && on.Timeline.StandsUnder(p.UnitId, plan.UnitId, on.Day));

    /// <summary>What the plan above gives a unit and all below it: what the unit is assigned, else the sum of what is allocated.</summary>
    private static int Given(OrgSnapshot on, QuotaPlan above, Guid unitId, QuotaCategory category) => Assigned(above, unitId, category) ?? Allocated(on, above, unitId, category);

    /// <summary>What a unit's own plan asks for: the greater of both.</summary>
    private static int Asked(OrgSnapshot on, QuotaPlan plan, QuotaCategory category) => Math.Max(Assigned(plan, plan.UnitId, category) ?? 0, Allocated(on, plan, plan.UnitId, category));

    private static int? Assigned(QuotaPlan plan, Guid unitId, QuotaCategory category) => plan.Lines.FirstOrDefault(l => (l.UnitId, l.Kind, l.Category) == (unitId, QuotaKind.Assigned, category))?.Posts;

    private static int Allocated(OrgSnapshot on, QuotaPlan plan, Guid unitId, QuotaCategory category)
    {
        var below = on.Subtree(unitId).Select(u => u.Id).ToHashSet();
        return plan.Lines.Where(l => l.Kind == QuotaKind.Allocated && l.Category == category && below.Contains(l.UnitId)).Sum(l => l.Posts);
    }
}
