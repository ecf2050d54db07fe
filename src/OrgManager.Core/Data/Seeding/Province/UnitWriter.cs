using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Units, their quota and the cells that serve them, as aggregates with their whole history.</summary>
internal static class UnitWriter
{
    public static IEnumerable<Aggregate> Unit(PlannedUnit plan, ProvinceIds ids)
    {
        var parent = plan.Parent is null ? (Guid?)null : ids.Units[plan.Parent];
        var unit = OrgUnit.Found(plan.Code, plan.Branch, new(plan.FirstName, plan.Kind, parent, null, plan.Order, plan.Autonomy), plan.From, ids.Of(plan.FoundedBy));
        foreach (var change in plan.Changes.OrderBy(c => c.On)) unit.Change(change.On, Edit(change), ids.Of(change.Decision));
        if (plan.Until < DateOnly.MaxValue) unit.End(plan.Until, ids.Of(plan.EndedBy));
        ids.Units[plan] = unit.Id;
        yield return unit;
    }

    public static IEnumerable<Aggregate> Succession(PlannedUnit plan, ProvinceIds ids)
    {
        if (plan.Successor is { } into)
            yield return Organisation.Succession.Record(ids.Units[plan], ids.Units[into], plan.Until, SuccessionKind.Merge, ids.Of(plan.EndedBy));
    }

    public static IEnumerable<Aggregate> Quota(PlannedQuota plan, ProvinceIds ids)
    {
        var first = plan.Levels[0];
        var quota = Establishment.Quota.Open(ids.Units[plan.Unit], plan.Category, plan.Kind, first.Posts, first.From, ids.Of(first.Decision));
        foreach (var level in plan.Levels.Skip(1)) quota.Set(level.From, level.Posts, ids.Of(level.Decision));
        if (plan.Unit.Until < DateOnly.MaxValue) quota.End(plan.Unit.Until, ids.Of(plan.Unit.EndedBy));
        yield return quota;
    }

    public static IEnumerable<Aggregate> Coverage(PlannedCoverage plan, ProvinceIds ids)
    {
        var coverage = CellCoverage.OfUnit(ids.Units[plan.Unit], ids.Units[plan.Cell.Unit], plan.From, ids.Of(plan.Decision));
        if (plan.Until < DateOnly.MaxValue) coverage.End(plan.Until, ids.Of(plan.Unit.EndedBy));
        yield return coverage;
    }

    private static OrgUnitEdit Edit(PlannedUnitChange change)
    {
        var edit = new OrgUnitEdit();
        if (change.Name is { } name) edit = edit with { Name = name };
        if (change.Autonomy is { } autonomy) edit = edit with { Autonomy = autonomy };
        return edit;
    }
}
