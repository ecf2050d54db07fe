using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Changes of what stands beside the timeline: functions, and posts of positions.</summary>
internal sealed class ChangesBeside(OrgDbContext db)
{
    /// <summary>Every change that one decision stands behind; with null, every one behind which none stands.</summary>
    public async Task<IReadOnlyList<Change>> ByDecisionAsync(DecisionsBeside known, Guid? decisionId, CancellationToken ct) =>
        [.. (await OfOwnersAsync([.. await known.OfAsync(db, decisionId, ct)], ct)).Where(change => change.DecisionId == decisionId)];

    /// <summary>How many changes each of several decisions stands behind, those that stand behind none left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountsAsync(DecisionsBeside known, IReadOnlyCollection<Guid> decisions, CancellationToken ct)
    {
        var owners = new HashSet<(ChangeOwner, Guid)>();
        foreach (var id in decisions) owners.UnionWith(await known.OfAsync(db, id, ct));
        return (await OfOwnersAsync(owners, ct)).Select(change => change.DecisionId).OfType<Guid>().Where(decisions.Contains).CountBy(id => id).ToDictionary();
    }

    /// <summary>Every change of what these refer to.</summary>
    public Task<IReadOnlyList<Change>> OfOwnersAsync(IEnumerable<ChangeRef> refs, CancellationToken ct) => OfOwnersAsync([.. refs.Select(r => (r.Owner, r.OwnerId)).Distinct()], ct);

    private async Task<IReadOnlyList<Change>> OfOwnersAsync(IReadOnlyCollection<(ChangeOwner Owner, Guid Id)> owners, CancellationToken ct)
    {
        var (functions, positions) = (Ids(ChangeOwner.Function), Ids(ChangeOwner.Position));
        var changes = new List<Change>();
        if (functions.Count > 0) changes.AddRange((await db.Set<UnitFunction>().Where(f => EF.Parameter(functions).Contains(f.Id)).ToListAsync(ct)).SelectMany(f => new FunctionChanges(db.Timeline, f).All()));
        if (positions.Count > 0) changes.AddRange(await PositionsAsync(positions, ct));
        return changes;

        List<Guid> Ids(ChangeOwner owner) => [.. owners.Where(o => o.Owner == owner).Select(o => o.Id)];
    }

    private async Task<IEnumerable<Change>> PositionsAsync(List<Guid> ids, CancellationToken ct)
    {
        var posts = await db.Set<PositionPosts>().Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(ct);
        var positions = posts.Select(p => p.PositionId).Distinct().ToList();
        var names = await db.Set<JobPosition>().AsNoTracking().Where(p => EF.Parameter(positions).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return posts.SelectMany(p => new PositionChanges(db.Timeline, p, names[p.PositionId]).All());
    }
}
