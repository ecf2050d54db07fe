using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Makes levels of a locked plan.</summary>
internal static class PlanLevels
{
    /// <summary>From 1 January of its year, whatever was known for that very day before; units with a decided plan of their own keep what that one says.</summary>
    public static async Task WriteAsync(OrgDbContext db, QuotaPlan plan, IReadOnlyList<QuotaPlan> ofYear, CancellationToken ct)
    {
        var lines = Undecided(db.Timeline.On(plan.From), plan, ofYear).ToList();
        var units = lines.Select(l => l.UnitId).Distinct().ToList();
        var known = await db.Set<Quota>().Where(q => EF.Parameter(units).Contains(q.UnitId)).ToListAsync(ct);
        foreach (var line in lines)
        {
            var quota = known.Find(q => (q.UnitId, q.Kind, q.Category) == (line.UnitId, line.Kind, line.Category));
            if (quota is not null) Write(quota, plan, line.Posts);
            else if (line.Posts > 0) db.Add(Quota.Open(line.UnitId, line.Category, line.Kind, line.Posts, plan.From, plan.DecisionId));
        }
    }

    /// <summary>The lines of a plan of which no decided plan below it says anything.</summary>
    public static IEnumerable<PlanLine> Undecided(OrgSnapshot on, QuotaPlan plan, IReadOnlyList<QuotaPlan> ofYear)
    {
        var decided = PlanCeilings.LockedBelow(on, plan, ofYear).SelectMany(p => p.Lines).Select(l => (l.UnitId, l.Kind, l.Category)).ToHashSet();
        return plan.Lines.Where(l => !decided.Contains((l.UnitId, l.Kind, l.Category)));
    }

    /// <summary>A level that begins that very day is the plan's from now on, its decision too; where one is to begin later only, or has ended, the plan's comes before it, or after.</summary>
    private static void Write(Quota quota, QuotaPlan plan, int posts)
    {
        if (posts == 0 && quota.On(plan.From) is null) return;
        var reason = $"{nameof(QuotaPlan)} {plan.Year}";
        quota.Keep(plan.From, posts, plan.DecisionId, reason);
        if (quota.Levels.FirstOrDefault(l => l.ValidFrom == plan.From) is { } level) quota.NameDecision(new(level.Id, 1), plan.DecisionId!.Value, reason);
    }
}
