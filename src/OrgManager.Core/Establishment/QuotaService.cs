using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Establishment;

/// <summary>One level to set: so many posts for a unit in a category, assigned to it or allocated to it.</summary>
public sealed record QuotaSetting(Guid UnitId, QuotaKind Kind, QuotaCategory Category, int Posts);

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

    /// <summary>A level was entered wrongly.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="Seen"/> of now.</exception>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, Guid levelId, int posts, string reason, CancellationToken ct = default) =>
        EditAsync(new("Quota.Correct", reason), Permission.CorrectHistory, seen, levelId, q => q.Correct(levelId, posts, reason), ct);

    /// <summary>Takes back a level not yet in force.</summary>
    [UseCase(Permission.ChangeQuota)]
    public Task WithdrawAsync(Seen seen, Guid levelId, CancellationToken ct = default) =>
        EditAsync(new("Quota.Withdraw"), Permission.ChangeQuota, seen, levelId, q => q.Withdraw(levelId, clock.Today), ct);

    /// <summary>The levels of one unit that are kept, to be changed as they were seen.</summary>
    [UseCase(Permission.ViewQuota)]
    public Task<IReadOnlyList<QuotaDetails>> OfUnitAsync(Guid unitId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<QuotaDetails>>(async db =>
        {
            db.Demand(Permission.ViewQuota, unitId, clock.Today);
            var quotas = await db.Set<Quota>().Where(q => q.UnitId == unitId).ToListAsync(ct);
            return [.. quotas.OrderBy(q => q.Kind).ThenBy(q => q.Category).Select(QuotaDetails.Of)];
        }, ct);

    internal static async Task SetAsync(
        OrgDbContext db, IReadOnlyList<QuotaSetting> levels, DateOnly from, Guid? decisionId, CancellationToken ct)
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
            else quota.Set(from, level.Posts, decisionId);
        }
    }

    private Task EditAsync(ChangeInfo info, Permission permission, Seen seen, Guid levelId, Action<Quota> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(await db.LoadAsync<Quota>(
            seen, q => db.Demand(permission, q.UnitId, q.Levels.FirstOrDefault(l => l.Id == levelId)?.ValidFrom ?? db.Today), QuotaDetails.Of, ct)), ct);
}

public sealed record QuotaLevelDetails(Guid Id, DateOnly From, DateOnly? Until, int Posts, IReadOnlyList<Saying> Says);

/// <summary>One quota with all its levels.</summary>
public sealed record QuotaDetails(Seen Seen, Guid UnitId, QuotaKind Kind, QuotaCategory Category, IReadOnlyList<QuotaLevelDetails> Levels)
{
    internal static QuotaDetails Of(Quota quota) => new(new(quota.Id, quota.Version), quota.UnitId, quota.Kind, quota.Category,
        [.. quota.Levels.Select(l => new QuotaLevelDetails(l.Id, l.ValidFrom, l.ValidUntil, l.Posts, l.Says))]);
}
