using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>A unit for which opening levels can be entered.</summary>
/// <param name="Depth">0 for the topmost in reach.</param>
/// <param name="Kept">What has levels already, be they later ones: those are changed, not opened.</param>
public sealed record OpeningRow(UnitRef Unit, int Depth, IReadOnlyList<(QuotaKind Kind, QuotaCategory Category)> Kept);

/// <summary>Số liệu đầu kỳ: the levels of a department that begins without a history, as of one day.</summary>
public sealed class OpeningService(Database database)
{
    /// <summary>The government units of a day in reach, in protocol order.</summary>
    [UseCase(Permission.ChangeQuota)]
    public Task<IReadOnlyList<OpeningRow>> UnitsAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<OpeningRow>>(db =>
        {
            var scope = db.DemandScope(Permission.ChangeQuota, on);
            var units = db.Timeline.On(on).VisibleTo(scope).Tree(Branch.Government).ToList();
            return Task.FromResult<IReadOnlyList<OpeningRow>>([.. units.Select(u => new OpeningRow(new(u.Id, u.Code, u.Name), Depth(u, units), Kept(db, u.Id)))]);
        }, ct);

    /// <summary>All levels as of the day, in one change, or none.</summary>
    /// <exception cref="RuleBrokenException">Quota.HasHistory: a unit has levels of that kind and category already; and those of setting levels.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task EnterAsync(IReadOnlyList<QuotaSetting> levels, DateOnly on, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.Open", DecisionId: decisionId), async db =>
        {
            foreach (var unitId in levels.Select(l => l.UnitId).Distinct()) db.Demand(Permission.ChangeQuota, unitId, on);
            foreach (var level in levels)
                RuleBrokenException.Unless(!Kept(db, level.UnitId).Contains((level.Kind, level.Category)), "Quota.HasHistory", db.Timeline.Units.Find(level.UnitId)?.Code);
            await QuotaService.SetAsync(db, levels, on, decisionId, ct);
        }, ct);

    private static List<(QuotaKind Kind, QuotaCategory Category)> Kept(OrgDbContext db, Guid unitId) =>
        [.. db.Timeline.Quotas.By(LineKeys.QuotaUnit)[unitId].Select(q => (q.Kind, q.Category))];

    private static int Depth(UnitOn unit, List<UnitOn> shown)
    {
        var depth = 0;
        for (var above = unit.Parent; above is not null && shown.Contains(above); above = above.Parent) depth++;
        return depth;
    }
}
