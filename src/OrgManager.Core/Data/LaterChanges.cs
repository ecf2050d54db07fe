using Microsoft.EntityFrameworkCore;

namespace OrgManager.Data;

/// <summary>Which later change sets touch what a change set touched, or speak of what it made. It is asked under the write lock: owners are looked up by their index, and an image is read once, whatever the number of ids sought in it.</summary>
internal static class LaterChanges
{
    private const int IdsPerQuery = 500, IdLength = 36, FewestAlike = 6;

    /// <param name="owners">Aggregates it touched.</param>
    /// <param name="made">Rows it made.</param>
    public static async Task<HashSet<long>> OfAsync(OrgDbContext db, long seq, HashSet<Guid> owners, HashSet<Guid> made, CancellationToken ct)
    {
        var later = db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq > seq);
        var touching = new HashSet<long>();
        foreach (var some in owners.Chunk(IdsPerQuery).Select(chunk => chunk.ToList()))
            touching.UnionWith(await later.Where(e => EF.Parameter(some).Contains(e.OwnerId)).Select(e => e.ChangeSetSeq).Distinct().ToListAsync(ct));
        if (made.Count == 0) return touching;

        var images = Alike(made) is { Length: >= FewestAlike } alike && $"%{alike}%" is var pattern ? later.Where(e => EF.Functions.Like(e.After!, pattern)) : later.Where(e => e.After != null);
        await foreach (var entry in images.Select(e => new { e.ChangeSetSeq, e.After }).AsAsyncEnumerable().WithCancellation(ct))
            if (!touching.Contains(entry.ChangeSetSeq) && IdsIn(entry.After!).Any(made.Contains)) touching.Add(entry.ChangeSetSeq);
        return touching;
    }

    /// <summary>Every id that stands in a text.</summary>
    internal static IEnumerable<Guid> IdsIn(string text)
    {
        for (var dash = text.IndexOf('-', StringComparison.Ordinal); dash >= 0;)
        {
            var found = dash >= 8 && dash - 8 + IdLength <= text.Length && Guid.TryParseExact(text.AsSpan(dash - 8, IdLength), "D", out var id) ? id : (Guid?)null;
            if (found is { } known) yield return known;
            var from = found is null ? dash + 1 : dash - 8 + IdLength;
            dash = from < text.Length ? text.IndexOf('-', from) : -1;
        }
    }

    /// <summary>What all ids begin with: of one change set it is the time they were made at, so the database leaves out most of what does not speak of them.</summary>
    private static string Alike(HashSet<Guid> ids)
    {
        var (least, most) = (ids.Min().ToString(), ids.Max().ToString());
        var length = 0;
        while (length < IdLength && least[length] == most[length]) length++;
        return least[..length];
    }
}
