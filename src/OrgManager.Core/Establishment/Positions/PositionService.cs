using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>So many posts of a position for a unit, and how many of that day its author saw (null: none kept).</summary>
public sealed record PositionSetting(Guid UnitId, Guid PositionId, int Posts, int? Was);

/// <summary>Vị trí việc làm: the catalogue, posts by unit, who fills them.</summary>
public sealed class PositionService(Database database, DecisionNames names)
{
    /// <summary>Posts by position of the units in reach; who fills them only where their staff is.</summary>
    [UseCase(Permission.ViewQuota, IsList = true)]
    public Task<PositionTable> TableAsync(PositionQuery query, PageRequest page, CancellationToken ct = default) =>
        database.ReadAsync(db => new PositionView(db, names, query, db.DemandScope(Permission.ViewQuota, query.On)).TableAsync(page, ct), ct);

    /// <summary>The whole of the same table, of the units whose lists may be taken out of the house.</summary>
    [UseCase(Permission.ViewQuota, IsList = true, Exports = true)]
    public Task<PositionTable> ExportAsync(PositionQuery query, CancellationToken ct = default) =>
        database.ReadAsync(db => new PositionView(db, names, query, db.DemandExport(Permission.ViewQuota, query.On), db.ScopeFor(Permission.ViewQuota, query.On)).TableAsync(new(0, int.MaxValue), ct), ct);

    /// <summary>A new position; the catalogue is one for all, so it is kept by whoever reaches every unit.</summary>
    /// <exception cref="RuleBrokenException">JobPosition.CodeTaken, JobPosition.NameTaken: another has the code, or the name; and those of <see cref="JobPosition.Enter"/>.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task EnterAsync(JobPositionFacts facts, CancellationToken ct = default) =>
        database.ChangeAsync(new("JobPosition.Enter", DecisionId: facts.DecisionId), async db =>
        {
            DemandWhole(db);
            var entered = JobPosition.Enter(facts);
            await DemandNewAsync(db, entered, ct);
            db.Add(entered);
        }, ct);

    /// <inheritdoc cref="EnterAsync"/>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="Seen"/> of now.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task ReviseAsync(Seen seen, JobPositionFacts facts, CancellationToken ct = default) =>
        database.ChangeAsync(new("JobPosition.Revise", DecisionId: facts.DecisionId), async db =>
        {
            DemandWhole(db);
            var position = await db.LoadAsync<JobPosition>(seen, p => new Seen(p.Id, p.Version), ct);
            position.Revise(facts);
            await DemandNewAsync(db, position, ct);
        }, ct);

    /// <summary>So many posts of a position in a unit from a day on.</summary>
    /// <param name="reason">Why a level of that very day was wrong, which needs the right to correct; null where none is to be corrected.</param>
    /// <exception cref="NotFoundException">There is no such position.</exception>
    /// <exception cref="ConflictException">There are no longer as many on that day as were seen; carries the <see cref="PositionSetting"/> with those of now.</exception>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere; JobPosition.Ended: it is not in the catalogue any more; JobPosition.Before: posts are kept from a later day on; Quota.PostsOutOfRange; History.SetThatDay: a level of that very day says otherwise.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task SetAsync(PositionSetting setting, DateOnly from, Guid? decisionId = null, string? reason = null, CancellationToken ct = default)
    {
        var (unitId, positionId, posts, was) = setting;
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason;
        return database.ChangeAsync(new("JobPosition.SetPosts", why, decisionId), async db =>
        {
            db.Demand(Permission.ChangeQuota, unitId, from);
            RuleBrokenException.Unless(db.Timeline.On(from).Unit(unitId) is { Branch: Branch.Government }, "OrgUnit.NotThere", db.Timeline.Units.Find(unitId)?.Code ?? "", from);
            var position = await db.LoadAsync<JobPosition>(positionId, ct);
            RuleBrokenException.Unless(position.IsThere(from), "JobPosition.Ended", position.Name, position.EndsOn);
            var known = await db.Set<PositionPosts>().SingleOrDefaultAsync(p => p.UnitId == unitId && p.PositionId == positionId, ct);
            if (known?.Told.On(from)?.Posts is var now && (now ?? 0) != (was ?? 0)) throw new ConflictException(setting with { Was = now });
            if (known is null)
            {
                db.Add(PositionPosts.Open(positionId, unitId, posts, from, decisionId));
                return;
            }
            var levels = known.Levels;
            RuleBrokenException.Unless(levels[0].ValidFrom <= from, "JobPosition.Before", levels[0].ValidFrom);
            if (why is not null && levels.Any(l => l.ValidFrom == from && l.Posts != posts)) db.Demand(Permission.CorrectHistory, unitId, from);
            known.Set(from, posts, decisionId, why);
        }, ct);
    }

    private static void DemandWhole(OrgDbContext db)
    {
        var roots = db.Timeline.On(db.Today).Roots(Branch.Government).Select(root => (Guid?)root.Id).ToList();
        foreach (var root in roots.DefaultIfEmpty(null)) db.Demand(Permission.ChangeQuota, root, db.Today);
    }

    private static async Task DemandNewAsync(OrgDbContext db, JobPosition position, CancellationToken ct)
    {
        var others = await db.Set<JobPosition>().AsNoTracking().Where(p => p.Id != position.Id).ToListAsync(ct);
        if (others.Find(p => p.Code.Equals(position.Code, StringComparison.OrdinalIgnoreCase)) is { } same) throw new RuleBrokenException("JobPosition.CodeTaken", same.Code, same.Name);
        if (others.Find(p => PositionNames.Key(p.Name) == PositionNames.Key(position.Name)) is { } called) throw new RuleBrokenException("JobPosition.NameTaken", position.Name, called.Code);
    }
}
