using Microsoft.EntityFrameworkCore;

namespace OrgManager.Data;

/// <param name="Seq">The last change set up to which every hash holds.</param>
/// <param name="BrokenAt">The first that does not, or null.</param>
public sealed record ChainState(long Seq, long? BrokenAt, DateTime CheckedUtc);

/// <summary>Keeps an eye on the chain of change sets: new ones are checked as they come, all of them again once the last whole look is an hour old.</summary>
public sealed class ChainWatch(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Whole = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _one = new(1);
    private (long Seq, string Hash) _good = (0, "");
    private DateTime _wholeUtc = DateTime.MinValue;

    internal async Task<ChainState> CheckAsync(OrgDbContext db, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (now - _wholeUtc < Whole && await WalkAsync(db, ct) is null) return new(_good.Seq, null, now);
            (_good, _wholeUtc) = ((0, ""), now); // from the beginning, also where the way on seemed broken: another database may have been put in place
            var broken = await WalkAsync(db, ct);
            if (broken is not null) _wholeUtc = DateTime.MinValue;
            return new(_good.Seq, broken, now);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <returns>The first set that does not follow, or null.</returns>
    private async Task<long?> WalkAsync(OrgDbContext db, CancellationToken ct)
    {
        var (from, last) = (_good.Seq, await db.Set<Versions>().Select(v => v.Data).SingleAsync(ct));
        if (last < from) return from;
        var sets = db.Set<ChangeSet>().AsNoTracking().Include(c => c.Entries).Where(c => c.Seq > from).OrderBy(c => c.Seq).AsSingleQuery().AsAsyncEnumerable();
        await foreach (var set in sets.WithCancellation(ct))
        {
            if (set.Seq != _good.Seq + 1 || !set.Entries.TrueForAll(e => e.IsIntact) || !set.Follows(_good.Hash)) return set.Seq;
            _good = (set.Seq, set.Hash);
        }
        return _good.Seq < last ? _good.Seq + 1 : null;
    }
}
