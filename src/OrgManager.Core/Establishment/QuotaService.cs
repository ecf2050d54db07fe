using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>One level to set: so many posts for a unit in a category, assigned to it or allocated to it.</summary>
public sealed record QuotaSetting(Guid UnitId, QuotaKind Kind, QuotaCategory Category, int Posts);

/// <summary>A setting, and the posts of that day as its author saw them (null: none kept).</summary>
public sealed record SeenQuota(QuotaSetting Setting, int? Was);

/// <summary>Giao, phân bổ, điều chuyển biên chế.</summary>
public sealed class QuotaService(Database database, OrgClock clock)
{
    /// <summary>Sets several levels from one day by one decision, all or none; a transfer between two units is one such change with two sides.</summary>
    /// <exception cref="RuleBrokenException">Quota.PostsOutOfRange; OrgUnit.NotYetThere, OrgUnit.EndsBefore; History.SetThatDay: that day's level says otherwise already.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task SetAsync(IReadOnlyList<QuotaSetting> levels, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.Set", DecisionId: decisionId), async db =>
        {
            foreach (var unitId in levels.Select(l => l.UnitId).Distinct()) db.Demand(Permission.ChangeQuota, unitId, from);
            await SetAsync(db, levels, from, decisionId, ct);
        }, ct);

    /// <summary>Sets levels as their author saw them: one that begins on that very day is corrected, which needs a reason and the right to correct.</summary>
    /// <exception cref="ConflictException">Some level is no longer what was seen; carries the levels of now as <see cref="SeenQuota"/>.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of setting levels.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task ReviseAsync(IReadOnlyList<SeenQuota> levels, DateOnly from, Guid? decisionId, string? reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.Set", string.IsNullOrWhiteSpace(reason) ? null : reason, DecisionId: decisionId), async db =>
        {
            foreach (var unitId in levels.Select(l => l.Setting.UnitId).Distinct()) db.Demand(Permission.ChangeQuota, unitId, from);
            await new QuotaRevision(db, from, decisionId, reason).ApplyAsync(levels, ct);
        }, ct);

    /// <summary>Điều chuyển: so many posts of a category go from one unit to another from this day on; the assigned levels follow where each receives its own.</summary>
    /// <exception cref="RuleBrokenException">Quota.SameUnit; Quota.NotEnough: the unit has fewer posts on the day; and those of setting levels.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task TransferAsync(QuotaTransfer transfer, DateOnly from, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.Transfer", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.ChangeQuota, transfer.FromUnitId, from);
            db.Demand(Permission.ChangeQuota, transfer.ToUnitId, from);
            await ShiftAsync(db, transfer.Settings(db.Timeline.On(from)), from, decisionId, ct);
            db.Add(QuotaMove.Between(transfer, from, decisionId));
        }, ct);

    /// <summary>A level was entered wrongly.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="Seen"/> of now.</exception>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid levelId, int posts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.Correct", reason),
            async db => (await LoadAsync(db, Permission.CorrectHistory, seen, levelId, ct)).Correct(levelId, posts, reason), ct);

    /// <summary>Takes back levels not yet in force, all or none; what a plan, a scenario, a case or a transfer set goes back with the whole of it, elsewhere.</summary>
    /// <exception cref="RuleBrokenException">History.InForce, History.StartStays; Pending.OfScenario, Pending.OfStreamlining, Pending.OfOutside, Pending.OfPlan, Pending.OfTransfer: it was not set by itself.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task WithdrawAsync(IReadOnlyList<(Seen Quota, Guid LevelId)> levels, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.Withdraw"), async db =>
        {
            foreach (var (seen, levelId) in levels) (await LoadAsync(db, Permission.ChangeQuota, seen, levelId, ct)).Withdraw(levelId, clock.Today);
            await new CallingOff(db).DemandOwnAsync([.. levels.Select(l => new ChangeRef(ChangeOwner.Quota, l.Quota.Id, new(l.LevelId, 1)))], ct);
        }, ct);

    /// <summary>The levels of one unit that are kept, to be changed as they were seen.</summary>
    [UseCase(Permission.ViewQuota)]
    public Task<IReadOnlyList<QuotaDetails>> OfUnitAsync(Guid unitId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<QuotaDetails>>(async db =>
        {
            db.Demand(Permission.ViewQuota, unitId, clock.Today);
            var quotas = await db.Set<Quota>().Where(q => q.UnitId == unitId).ToListAsync(ct);
            return [.. quotas.OrderBy(q => q.Kind).ThenBy(q => q.Category).Select(QuotaDetails.Of)];
        }, ct);

    /// <summary>Levels that differ by so many posts from those of the day, each of a unit in reach; what another change made of that very day is taken on from, and a unit that is to have some later only has them from the day on.</summary>
    internal static Task ShiftAsync(OrgDbContext db, IReadOnlyList<QuotaSetting> levels, DateOnly from, Guid? decisionId, CancellationToken ct)
    {
        foreach (var unitId in levels.Select(l => l.UnitId).Distinct()) db.Demand(Permission.ChangeQuota, unitId, from);
        return SetAsync(db, levels, from, decisionId, ct, correcting: nameof(ShiftAsync));
    }

    /// <summary>Takes a difference back that was made on a day: no level may have been set since, and one of a day to come that says nothing any more goes.</summary>
    /// <exception cref="RuleBrokenException">Quota.LevelsSince: a later level was set, which may or may not have counted on it; it is put right by hand first.</exception>
    internal static async Task ShiftBackAsync(OrgDbContext db, IReadOnlyList<QuotaSetting> levels, DateOnly from, CancellationToken ct)
    {
        foreach (var level in levels)
            if (db.Timeline.Quotas.By(LineKeys.QuotaUnit)[level.UnitId].FirstOrDefault(q => (q.Kind, q.Category) == (level.Kind, level.Category))?.History[^1] is { } last && (last.From > from || !last.IsOpen))
                throw new RuleBrokenException("Quota.LevelsSince", db.Timeline.Units.Find(level.UnitId)!.Code, last.From > from ? last.From : last.Until);
        await ShiftAsync(db, levels, from, null, ct);
        if (from <= db.Today) return;
        var units = levels.Select(l => l.UnitId).Distinct().ToList();
        foreach (var quota in (await db.Set<Quota>().Where(q => EF.Parameter(units).Contains(q.UnitId)).ToListAsync(ct)).Where(q => levels.Any(l => (l.UnitId, l.Kind, l.Category) == (q.UnitId, q.Kind, q.Category))))
            if (quota.Levels is [.., var before, var last] && last.ValidFrom == from && before.Until == from && last.Posts == before.Posts) quota.Withdraw(last.Id, db.Today);
            else if (quota.Levels is [{ Posts: 0 } only] && only.ValidFrom == from) db.Remove(quota);
    }

    internal static async Task SetAsync(OrgDbContext db, IReadOnlyList<QuotaSetting> levels, DateOnly from, Guid? decisionId, CancellationToken ct, string? correcting = null)
    {
        var units = levels.Select(l => l.UnitId).Distinct().ToList();
        var known = await db.Set<Quota>().Where(q => EF.Parameter(units).Contains(q.UnitId)).ToListAsync(ct);
        foreach (var level in levels)
        {
            var quota = known.Find(q => (q.UnitId, q.Kind, q.Category) == (level.UnitId, level.Kind, level.Category));
            if (quota is null)
            {
                known.Add(quota = Quota.Open(level.UnitId, level.Category, level.Kind, level.Posts, from, decisionId));
                db.Add(quota);
            }
            else if (correcting is null) quota.Set(from, level.Posts, decisionId);
            else quota.Keep(from, level.Posts, decisionId, correcting);
        }
    }

    private static Task<Quota> LoadAsync(OrgDbContext db, Permission permission, Seen seen, Guid levelId, CancellationToken ct) => db.LoadAsync<Quota>(
        seen, q => db.Demand(permission, q.UnitId, q.Levels.FirstOrDefault(l => l.Id == levelId)?.ValidFrom ?? db.Today), QuotaDetails.Of, ct);
}

public sealed record QuotaLevelDetails(Guid Id, DateOnly From, DateOnly? Until, int Posts, IReadOnlyList<Saying> Says);

/// <summary>One quota with all its levels.</summary>
public sealed record QuotaDetails(Seen Seen, Guid UnitId, QuotaKind Kind, QuotaCategory Category, IReadOnlyList<QuotaLevelDetails> Levels)
{
    internal static QuotaDetails Of(Quota quota) => new(new(quota.Id, quota.Version), quota.UnitId, quota.Kind, quota.Category,
        [.. quota.Levels.Select(l => new QuotaLevelDetails(l.Id, l.ValidFrom, l.ValidUntil, l.Posts, l.Says))]);
}
