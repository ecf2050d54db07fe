using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Data.Maintenance;

/// <summary>The last change set: keep its number and hash elsewhere, for the chain proves nothing against the owner of the file.</summary>
public sealed record ChainHead(long Seq, string Hash);

/// <summary>One thing that is not as it should be, and where.</summary>
public sealed record Problem(string Code, string Where);

public sealed record VerifyResult(bool Ok, long ChangeSets, ChainHead? Head, IReadOnlyList<Problem> Problems);

/// <summary>Checks the chain of change sets, every row against what the trail last said of it, the stamps, and every invariant.</summary>
public sealed class Verifier(Database database)
{
    private static readonly Type[] Rows =
        [.. typeof(Entity).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Entity)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [UseCase(Permission.Administer)]
    public Task<VerifyResult> VerifyAsync(CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.Administer, null, db.Today);
            await using var transaction = await db.BeginReadAsync(ct); // others may be writing meanwhile
            var timeline = await new TimelineStore().CurrentAsync(db, ct);
            var problems = new List<Problem>();
            var last = new Dictionary<(string, Guid), string?>();
            var head = await WalkAsync(db, problems, last, ct);
            var versions = await db.Set<Versions>().SingleAsync(ct);
            if (versions.Data != (head?.Seq ?? 0)) problems.Add(new("Chain.Head", $"version counter {versions.Data}, last change set {head?.Seq ?? 0}"));
            foreach (var type in Rows) await CompareAsync(db, type, last, head?.Seq ?? 0, problems, ct);
            problems.AddRange(last.Where(row => row.Value is not null && row.Key.Item1 != nameof(OrgUser)).Select(row => new Problem("Row.Missing", $"{row.Key.Item1} {row.Key.Item2}")));
            problems.AddRange(Invariants.All(timeline).Select(v => new Problem(v.Code, v.ToString())));
            return new VerifyResult(problems.Count == 0, head?.Seq ?? 0, head, problems);
        }, ct);

    private static async Task<ChainHead?> WalkAsync(OrgDbContext db, List<Problem> problems, Dictionary<(string, Guid), string?> last, CancellationToken ct)
    {
        var (seq, hash) = (0L, "");
        var sets = db.Set<ChangeSet>().Include(c => c.Entries).OrderBy(c => c.Seq).AsSingleQuery().AsAsyncEnumerable();
        await foreach (var set in sets.WithCancellation(ct))
        {
            for (seq++; seq < set.Seq; seq++) problems.Add(new("Chain.SetMissing", $"change set {seq}"));
            foreach (var entry in set.Entries.OrderBy(e => e.Number))
            {
                if (!entry.IsIntact) problems.Add(new("Chain.EntryChanged", $"change set {set.Seq}, entry {entry.Number} ({entry.EntityType} {entry.EntityId})"));
                last[(entry.EntityType, entry.EntityId)] = entry.After;
            }
            if (!set.Follows(hash)) problems.Add(new("Chain.SetChanged", $"change set {set.Seq}"));
            hash = set.Hash;
        }
        return seq == 0 ? null : new(seq, hash);
    }

    private static async Task CompareAsync(
        OrgDbContext db, Type type, Dictionary<(string, Guid), string?> last, long head, List<Problem> problems, CancellationToken ct)
    {
        await foreach (var row in RowsOf(db, type).AsAsyncEnumerable().WithCancellation(ct))
        {
            var entry = db.Entry(row);
            if (!last.Remove((type.Name, row.Id), out var said) || said is null) problems.Add(new("Row.Unknown", $"{type.Name} {row.Id}"));
            else if (said != AuditTrail.Image(entry, p => p.CurrentValue)) problems.Add(new("Row.Changed", $"{type.Name} {row.Id}"));
            if (row.ChangeSetSeq > head) problems.Add(new("Row.StampAhead", $"{type.Name} {row.Id}: {row.ChangeSetSeq} after {head}"));
        }
        foreach (var gone in last.Where(l => l.Key.Item1 == type.Name && l.Value is null).Select(l => l.Key).ToList()) last.Remove(gone);
    }

    private static IQueryable<Entity> RowsOf(OrgDbContext db, Type type) =>
        ((IQueryable<Entity>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!).IgnoreAutoIncludes().AsNoTracking();
}
