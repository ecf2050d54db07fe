using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>A quota plan that is submitted, or whose year is still to come.</summary>
/// <param name="IsLocked">Its lines are levels already; those of one that is only submitted are what would be.</param>
public sealed record PlanAhead(Guid Id, int Year, UnitRef Unit, bool IsLocked);

/// <summary>Quota plans that say something of the years to come, and the levels as they would become.</summary>
internal static class PlansAhead
{
    /// <summary>Those of a unit, of what stands below it and of what it stands under, as far as the reader may read them: of one unit and year the locked one, else the one submitted last; the earliest and uppermost first.</summary>
    public static async Task<IReadOnlyList<QuotaPlan>> OfAsync(OrgDbContext db, Guid root, DateOnly on, CancellationToken ct)
    {
        var (year, scope) = (on.Year, AccessRules.LastingScopeFor(db, Permission.ViewQuota));
        var plans = await db.Set<QuotaPlan>().AsNoTracking().Where(p => p.Year >= year && (p.State == QuotaPlanState.Submitted || p.State == QuotaPlanState.Locked)).ToListAsync(ct);
        return
        [
            .. plans.Where(p => scope.Includes(p.UnitId) && (db.Timeline.StandsUnder(p.UnitId, root, p.From) || db.Timeline.StandsUnder(root, p.UnitId, p.From)))
                .GroupBy(p => (p.UnitId, p.Year)).Select(same => same.MaxBy(p => (p.State == QuotaPlanState.Locked, p.Id))!)
                .Where(p => p.State == QuotaPlanState.Submitted || p.From > on).OrderBy(p => p.Year).ThenBy(p => Depth(db.Timeline.On(p.From).Unit(p.UnitId))),
        ];
    }

    public static PlanAhead Told(OrgTimeline timeline, QuotaPlan plan) => new(plan.Id, plan.Year, UnitNames.Ref(timeline.Units.Find(plan.UnitId)!, plan.From), plan.State == QuotaPlanState.Locked);

    /// <summary>The levels as they would be if those that are submitted were locked; null where none is.</summary>
    public static OrgTimeline? Planned(OrgTimeline timeline, IReadOnlyList<QuotaPlan> plans)
    {
        var levels = new Dictionary<(Guid UnitId, QuotaKind Kind, QuotaCategory Category), Quota>();
        foreach (var plan in plans.Where(p => p.State == QuotaPlanState.Submitted))
        {
            var there = timeline.On(plan.From);
            foreach (var line in PlanLevels.Undecided(there, plan, [.. plans.Where(p => p.Year == plan.Year)]).Where(l => there.Unit(l.UnitId) is not null))
            {
                var key = (line.UnitId, line.Kind, line.Category);
                if ((levels.GetValueOrDefault(key) ?? Known(timeline, line)) is { } quota) (levels[key] = quota).Keep(plan.From, line.Posts, null, nameof(QuotaPlan));
                else if (line.Posts > 0) levels[key] = Quota.Open(line.UnitId, line.Category, line.Kind, line.Posts, plan.From);
            }
        }
        if (levels.Count == 0) return null;
        var lines = new OrgLines();
        foreach (var quota in levels.Values) lines.Add(quota);
        return timeline.With(lines, timeline.Seq);
    }

    private static Quota? Known(OrgTimeline timeline, PlanLine line) =>
        timeline.Quotas.By(LineKeys.QuotaUnit)[line.UnitId].FirstOrDefault(q => (q.Kind, q.Category) == (line.Kind, line.Category)) is { } known ? Quota.Sketch(known) : null;

    private static int Depth(UnitOn? unit) => unit is null ? 0 : 1 + Depth(unit.Parent);
}
