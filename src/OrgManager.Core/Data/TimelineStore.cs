using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Data;

/// <summary>Holds the newest timeline this process knows, and catches up with what others have written before handing it out.</summary>
public sealed class TimelineStore(ProvinceClass province = ProvinceClass.II) : IDisposable
{
    private const int IdsPerQuery = 500;
    private const int ReloadFrom = 5_000;

    private readonly SemaphoreSlim _loading = new(1);
    private readonly OrgTimeline _empty = OrgTimeline.EmptyIn(province);
    private OrgTimeline _newest = OrgTimeline.EmptyIn(province);

    internal OrgTimeline NewestKnown => Volatile.Read(ref _newest);

    /// <summary>The organisation as committed now. Asks the database for one number, and for rows only if that number has moved.</summary>
    internal async Task<OrgTimeline> CurrentAsync(OrgDbContext db, CancellationToken ct)
    {
        var known = Volatile.Read(ref _newest);
        var seq = await db.Set<Versions>().AsNoTracking().Select(v => v.Data).SingleAsync(ct);
        if (known.Seq == seq) return known;
        if (known.Seq > 0) return await CatchUpAsync(db, seq, ct);

        await _loading.WaitAsync(ct); // everything is read once, not by each who comes while it is being read
        try
        {
            return await CatchUpAsync(db, seq, ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Reads everything before somebody asks for it, so that nobody waits for it.</summary>
    public async Task WarmUpAsync(IDbContextFactory<OrgDbContext> factory, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await CurrentAsync(db, ct);
    }

    private async Task<OrgTimeline> CatchUpAsync(OrgDbContext db, long seq, CancellationToken ct)
    {
        var known = Volatile.Read(ref _newest);
        if (known.Seq == seq) return known;
        var caughtUp = db.Database.CurrentTransaction is null ? await InOneReadAsync(db, known, ct) : await CatchUpAsync(db, known, seq, ct);
        Publish(caughtUp);
        return caughtUp;
    }

    /// <summary>Keeps the later of two; answers of different requests may cross.</summary>
    internal void Publish(OrgTimeline timeline)
    {
        for (var known = Volatile.Read(ref _newest); known.Seq < timeline.Seq; known = Volatile.Read(ref _newest))
            if (Interlocked.CompareExchange(ref _newest, timeline, known) == known) return;
    }

    public void Dispose() => _loading.Dispose();

    /// <summary>Forgets everything, as after a restore.</summary>
    internal void Forget() => Volatile.Write(ref _newest, _empty);

    private async Task<OrgTimeline> InOneReadAsync(OrgDbContext db, OrgTimeline known, CancellationToken ct)
    {
        await using var transaction = await db.BeginReadAsync(ct);
        var seq = await db.Set<Versions>().AsNoTracking().Select(v => v.Data).SingleAsync(ct);
        return await CatchUpAsync(db, known, seq, ct);
    }

    private async Task<OrgTimeline> CatchUpAsync(OrgDbContext db, OrgTimeline known, long seq, CancellationToken ct)
    {
        if (known.Seq > seq) known = _empty; // another database than the one known, as after a restore
        if (known.Seq == 0) return _empty.With(await LoadAsync(db, null, ct), seq);

        var owners = await db.Set<ChangeSetEntry>().AsNoTracking().Where(e => e.ChangeSetSeq > known.Seq)
            .Select(e => new { e.OwnerType, e.OwnerId }).Distinct().ToListAsync(ct);
        if (owners.Count > ReloadFrom) return _empty.With(await LoadAsync(db, null, ct), seq);
        return known.With(await LoadAsync(db, owners.ToLookup(o => o.OwnerType, o => o.OwnerId), ct), seq);
    }

    private static async Task<OrgLines> LoadAsync(OrgDbContext db, ILookup<string, Guid>? owners, CancellationToken ct)
    {
        var lines = new OrgLines();
        await AddAsync<UnitKind>();
        await AddAsync<OrgUnit>();
        await AddAsync<Succession>();
        await AddAsync<Establishment.Quota>();
        await AddAsync<Staff.Person>();
        await AddAsync<Staff.Employment>();
        await AddAsync<Party.PartyMember>();
        await AddAsync<Party.CellCoverage>();
        return lines;

        async Task AddAsync<T>() where T : Aggregate
        {
            var rows = db.Set<T>().AsNoTracking();
            if (owners is null)
            {
                foreach (var aggregate in await rows.ToListAsync(ct)) lines.Add(aggregate);
                return;
            }
            foreach (var ids in owners[typeof(T).Name].Chunk(IdsPerQuery).Select(c => c.ToList()))
            {
                var found = await rows.Where(a => EF.Parameter(ids).Contains(a.Id)).ToListAsync(ct);
                foreach (var aggregate in found) lines.Add(aggregate);
                lines.Gone.UnionWith(ids.Except(found.Select(a => a.Id)));
            }
        }
    }
}
