using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Restructuring;

/// <summary>The organisation as it would be had a scenario that is carried out not been: what it changed is put back from the images in the trail, to be looked at and thrown away.</summary>
internal static class WithoutScenario
{
    /// <summary>Its day; the day before with everything on it, where later changes stand on what it did.</summary>
    public static async Task<OrgSnapshot> OnDayAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        try
        {
            await new ChangeSetUndo(db).RunAsync(scenario.AppliedIn!.Value, except: scenario.Id, ct);
            db.ChangeTracker.DetectChanges();
            return db.Timeline.With(TouchedOwners.Of(db), db.Timeline.Seq).On(scenario.EffectiveOn);
        }
        catch (RuleBrokenException)
        {
            return db.Timeline.On(scenario.EffectiveOn.AddDays(-1));
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        }
    }

    /// <summary>The units that a change set touched, or in which it touched people, posts, members or who serves whom, on a day and the day before.</summary>
    public static async Task<HashSet<Guid>> TouchedAsync(OrgDbContext db, long changeSet, OrgSnapshot day, CancellationToken ct)
    {
        var owners = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq == changeSet).Select(e => e.OwnerId).Distinct().ToListAsync(ct);
        var (timeline, days) = (db.Timeline, new[] { day.Day.AddDays(-1), day.Day });
        return [.. owners.SelectMany(Units).OfType<Guid>()];

        IEnumerable<Guid?> Units(Guid id) => timeline.Units.Find(id) is not null ? [id]
            : timeline.Quotas.Find(id) is { } quota ? [quota.UnitId]
            : timeline.Employments.Find(id) is { } employment ? days.Select(on => employment.Primary.History.On(on)?.UnitId)
            : timeline.Members.Find(id) is { } member ? days.Select(on => member.History.On(on)?.CellId)
            : timeline.Coverages.Find(id) is { } coverage ? days.Select(on => coverage.History.On(on)?.CellId).Append(coverage.UnitId)
            : [];
    }
}
