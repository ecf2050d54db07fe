using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Establishment;

/// <summary>Levels from a day on as somebody saw and typed them: set where none begins that day, corrected where one does, refused where they are others by now.</summary>
internal sealed class QuotaRevision(OrgDbContext db, DateOnly from, Guid? decisionId, string? reason)
{
    public async Task ApplyAsync(IReadOnlyList<SeenQuota> levels, CancellationToken ct)
    {
        var units = levels.Select(l => l.Setting.UnitId).Distinct().ToList();
        var known = await db.Set<Quota>().Where(q => EF.Parameter(units).Contains(q.UnitId)).ToListAsync(ct);
        Quota? Of(QuotaSetting s) => known.Find(q => (q.UnitId, q.Kind, q.Category) == (s.UnitId, s.Kind, s.Category));

        if (levels.Any(l => Of(l.Setting)?.On(from) != l.Was)) throw new ConflictException(levels.Select(l => l with { Was = Of(l.Setting)?.On(from) }).ToList());
        var fresh = new List<QuotaSetting>();
        foreach (var setting in levels.Select(l => l.Setting))
            if (Of(setting) is { } quota && quota.Levels.FirstOrDefault(l => l.ValidFrom == from) is { } level) Correct(quota, level, setting.Posts);
            else fresh.Add(setting);
        await QuotaService.SetAsync(db, fresh, from, decisionId, ct);
    }

    private void Correct(Quota quota, QuotaLevel level, int posts)
    {
        if (level.Posts == posts) return;
        db.Demand(Permission.CorrectHistory, quota.UnitId, from);
        quota.Correct(level.Id, posts, reason ?? "");
    }
}
