using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;

namespace OrgManager.Data.Maintenance;

/// <summary>Every row as the trail last told it, to be held against what stands in the tables.</summary>
internal sealed partial class ToldRows
{
    /// <param name="Digest">Of the row's image, which would fill the memory; null once it is deleted.</param>
    private readonly record struct Told(long Seq, Guid? Digest);

    private readonly Dictionary<(string Type, Guid Id), Told> _last = [];

    /// <summary>The kinds of rows the trail tells.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(Entity).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Entity)) && !t.IsAbstract).Append(typeof(OrgUser)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Walks the chain; what is broken in it joins <paramref name="problems"/>.</summary>
    public async Task<ChainHead?> ReadAsync(OrgDbContext db, List<Problem> problems, CancellationToken ct)
    {
        var (seq, hash) = (0L, "");
        var sets = db.Set<ChangeSet>().Include(c => c.Entries).OrderBy(c => c.Seq).AsSingleQuery().AsAsyncEnumerable();
        await foreach (var set in sets.WithCancellation(ct))
        {
            for (seq++; seq < set.Seq; seq++) problems.Add(new("Chain.SetMissing", $"change set {seq}"));
            foreach (var entry in set.Entries.OrderBy(e => e.Number))
            {
                if (!entry.IsIntact) problems.Add(new("Chain.EntryChanged", $"change set {set.Seq}, entry {entry.Number} ({entry.EntityType} {entry.EntityId})"));
                _last[(entry.EntityType, entry.EntityId)] = new(set.Seq, entry.After is null ? null : DigestOf(entry.After));
            }
            if (!set.Follows(hash)) problems.Add(new("Chain.SetChanged", $"change set {set.Seq}"));
            hash = set.Hash;
        }
        return seq == 0 ? null : new(seq, hash);
    }

    /// <summary>Holds the rows of one kind against what was told of them.</summary>
    public async Task CompareAsync(OrgDbContext db, Type type, List<Problem> problems, CancellationToken ct)
    {
        await foreach (var row in RowsOf(db, type).AsAsyncEnumerable().WithCancellation(ct))
        {
            var entry = db.Entry(row);
            var (id, stamp) = row is Entity entity ? (entity.Id, entity.ChangeSetSeq) : (((OrgUser)row).Id, (long?)null);
            if (!_last.Remove((type.Name, id), out var told) || told.Digest is null) problems.Add(new("Row.Unknown", $"{type.Name} {id}"));
            else if (told.Digest != DigestOf(AuditTrail.Image(entry, p => p.CurrentValue))) problems.Add(new("Row.Changed", $"{type.Name} {id}"));
            else if (stamp is { } seq && seq != told.Seq) problems.Add(new("Row.StampWrong", $"{type.Name} {id}: {seq} instead of {told.Seq}"));
        }
        problems.AddRange(Of(type).Where(l => l.Value.Digest is not null).Select(l => new Problem("Row.Missing", $"{l.Key.Type} {l.Key.Id}")));
    }

    /// <summary>Done with this kind, also where it could not be read to its end.</summary>
    public void Forget(Type type)
    {
        foreach (var (key, _) in Of(type)) _last.Remove(key);
    }

    /// <summary>What is empty is left out: a column added since then is empty in every row told before it.</summary>
    private static Guid DigestOf(string image) => new(SHA256.HashData(MemoryMarshal.AsBytes(Empty().Replace(image, "").AsSpan())).AsSpan(0, 16));

    [GeneratedRegex(@",""\w+"":null|""\w+"":null,")]
    private static partial Regex Empty();

    private List<KeyValuePair<(string Type, Guid Id), Told>> Of(Type type) => [.. _last.Where(l => l.Key.Type == type.Name)];

    private static IQueryable<object> RowsOf(OrgDbContext db, Type type)
    {
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!;
        return rows.IgnoreAutoIncludes().AsNoTracking();
    }
}
