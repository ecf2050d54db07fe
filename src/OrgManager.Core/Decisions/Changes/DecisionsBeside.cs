using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>
/// Behind which functions and posts of positions each decision stands: they are not in the timeline, and a decision is named inside their rows, so who is behind what is known in memory.
/// It is read anew once one of them was changed, by whichever node.
/// </summary>
public sealed class DecisionsBeside
{
    private sealed record Known(long Seq, ILookup<Guid, (ChangeOwner Owner, Guid Id)> Owners);

    private volatile Known? _known;

    /// <summary>What a decision stands behind; with null, what has a change behind which none stands.</summary>
    internal async Task<IEnumerable<(ChangeOwner Owner, Guid Id)>> OfAsync(OrgDbContext db, Guid? decisionId, CancellationToken ct) => (await CurrentAsync(db, ct)).Owners[decisionId ?? Guid.Empty];

    private async Task<Known> CurrentAsync(OrgDbContext db, CancellationToken ct)
    {
        var (known, seq) = (_known, db.Timeline.Seq);
        if (known?.Seq == seq) return known;
        var isCurrent = known is not null && known.Seq < seq
            && !await db.Set<ChangeSetEntry>().AnyAsync(e => e.ChangeSetSeq > known.Seq && (e.OwnerType == nameof(UnitFunction) || e.OwnerType == nameof(PositionPosts)), ct);
        return _known = isCurrent ? known! with { Seq = seq } : new(seq, await LoadAsync(db, ct));
    }

    private static async Task<ILookup<Guid, (ChangeOwner Owner, Guid Id)>> LoadAsync(OrgDbContext db, CancellationToken ct)
    {
        var functions = await db.Set<UnitFunctionVersion>().AsNoTracking().Select(v => new Row(v.FunctionId, v.ValidFrom, v.Says, v.Until, v.EndDecisionId)).ToListAsync(ct);
        var posts = await db.Set<PositionLevel>().AsNoTracking().Select(v => new Row(v.PositionPostsId, v.ValidFrom, v.Says, v.Until, v.EndDecisionId)).ToListAsync(ct);
        return Named(ChangeOwner.Function, functions).Concat(Named(ChangeOwner.Position, posts)).Distinct().ToLookup(n => n.DecisionId ?? Guid.Empty, n => (n.Owner, n.Id));
    }

    private static IEnumerable<(ChangeOwner Owner, Guid Id, Guid? DecisionId)> Named(ChangeOwner owner, List<Row> rows) => rows.GroupBy(row => row.OwnerId).SelectMany(history =>
    {
        var last = history.MaxBy(row => row.From)!;
        var said = history.SelectMany(row => row.Says).Select(s => s.DecisionId);
        return (last.Until == Effective.Open ? said : said.Append(last.EndDecisionId)).Select(decision => (owner, history.Key, decision));
    });

    private sealed record Row(Guid OwnerId, DateOnly From, IReadOnlyList<Saying> Says, DateOnly Until, Guid? EndDecisionId);
}
