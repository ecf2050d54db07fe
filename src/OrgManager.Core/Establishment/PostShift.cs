using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>What a level becomes when posts come or go.</summary>
internal static class PostShift
{
    /// <exception cref="RuleBrokenException">Quota.NotEnough.</exception>
    public static QuotaSetting Allocated(UnitOn unit, QuotaCategory category, int by) => Shifted(unit, QuotaKind.Allocated, unit.Allocated, category, by);

    /// <exception cref="RuleBrokenException">Quota.NotEnough.</exception>
    public static QuotaSetting Assigned(UnitOn receiver, QuotaCategory category, int by) => Shifted(receiver, QuotaKind.Assigned, receiver.Assigned!.Value, category, by);

    /// <summary>Who receives the category for the unit: itself or whatever it stands under; null where nobody does.</summary>
    public static UnitOn? ReceiverFor(UnitOn unit, QuotaCategory category)
    {
        for (var at = unit; at is not null; at = at.Parent)
            if (at.Receives(category)) return at;
        return null;
    }

    /// <exception cref="RuleBrokenException">OrgUnit.NotThere: the unit is not there on the day.</exception>
    public static UnitOn There(OrgSnapshot on, Guid unitId) =>
        on.Unit(unitId) ?? throw new RuleBrokenException("OrgUnit.NotThere", on.Timeline.Units.Find(unitId)?.Code ?? "", on.Day);

    private static QuotaSetting Shifted(UnitOn unit, QuotaKind kind, PostCounts has, QuotaCategory category, int by)
    {
        RuleBrokenException.Unless(has[category] + by >= 0, "Quota.NotEnough", unit.Name, has[category]);
        return new(unit.Id, kind, category, has[category] + by);
    }
}
