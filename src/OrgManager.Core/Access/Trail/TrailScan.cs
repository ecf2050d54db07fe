using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>A change set with those of its rows that the reader may see and asked for.</summary>
internal sealed record FoundSet(long Seq, DateTime AtUtc, string UserName, string Verb, string? Reason, Guid? DecisionId, List<TrailHead> Entries);

/// <summary>Walks the trail from its newest end until a page is full: what is shown costs, not what is stored.</summary>
internal sealed class TrailScan(OrgDbContext db, OrgClock clock, TrailReach reach, TrailFilter filter, TrailQuery query)
{
    private const int Batch = 100;

    /// <returns>At most <paramref name="most"/> sets, and whether there are older ones.</returns>
    public async Task<(List<FoundSet> Sets, bool More)> ReadAsync(long? before, int most, CancellationToken ct)
    {
        var sets = await NarrowAsync(ct);
        var found = new List<FoundSet>();
        for (var below = before ?? long.MaxValue; ;)
        {
            var batch = await HeadsAsync(sets.Where(c => c.Seq < below), ct);
            foreach (var set in batch.Select(Cut).OfType<FoundSet>())
            {
                if (found.Count == most) return (found, true);
                found.Add(set);
            }
            if (batch.Count < Batch) return (found, false);
            below = batch[^1].Seq;
        }
    }

    private FoundSet? Cut(FoundSet set)
    {
        if (set.Entries.Count == 0) return reach.ReadsAccounts && filter.TakesBareSets ? set : null;
        var seen = set.Entries.Where(e => reach.Includes(e, set.Seq) && filter.Includes(e)).OrderBy(e => e.Number).ToList();
        return seen.Count == 0 ? null : set with { Entries = seen };
    }

    private async Task<IQueryable<ChangeSet>> NarrowAsync(CancellationToken ct)
    {
        var sets = filter.Narrow(db.Set<ChangeSet>().AsNoTracking());
        if (query.From is { } first && clock.StartUtc(first) is var from) sets = sets.Where(c => c.AtUtc >= from);
        if (query.To is { } last && clock.StartUtc(last.AddDays(1)) is var until) sets = sets.Where(c => c.AtUtc < until);
        if (query.Area is { } area)
        {
            var verbs = (await db.Set<ChangeSet>().Select(c => c.Verb).Distinct().ToListAsync(ct)).FindAll(v => TrailAreas.Of(v) == area);
            sets = sets.Where(c => verbs.Contains(c.Verb));
        }
        if (query.User is { } typed)
        {
            var wanted = VietnameseText.SearchKey(typed);
            var names = (await db.Set<ChangeSet>().Select(c => c.UserName).Distinct().ToListAsync(ct)).FindAll(n => VietnameseText.SearchKey(n).Contains(wanted, StringComparison.Ordinal));
            sets = sets.Where(c => names.Contains(c.UserName));
        }
        if (LeavesOutSignIns) sets = sets.Where(c => c.Verb != "Account.SignIn");
        return NarrowToReach(sets);
    }

    /// <summary>Dozens a day, among which nothing else would be found.</summary>
    private bool LeavesOutSignIns => query.WithoutSignIns || (reach.Trail.HasUnits && query is not ({ Area: TrailArea.Accounts } or { Account: not null } or { Class: FieldClass.Account }));

    /// <summary>Leaves out, as far as the database can tell, what is out of reach; <see cref="TrailReach.Includes"/> decides.</summary>
    private IQueryable<ChangeSet> NarrowToReach(IQueryable<ChangeSet> sets)
    {
        if (reach.Trail.IsEverything) return sets;
        var (accounts, classes) = (reach.ReadsAccounts, reach.Classes.ToList());
        if (reach.Trail.IsNothing) return sets.Where(c => c.Entries.Count == 0 || c.Entries.Any(e => e.FieldClass == FieldClass.Account));
        var own = reach.Trail.PersonId is { } person ? TrailPeople.OwnersOf(db.Timeline, person).Concat(reach.OwnReviews).ToList() : [];
        if (!reach.Trail.HasUnits) return sets.Where(c => c.Entries.Any(e => own.Contains(e.OwnerId) || (accounts && e.FieldClass == FieldClass.Account)) || (accounts && c.Entries.Count == 0));
        return sets.Where(c => c.Entries.Any(e => classes.Contains(e.FieldClass)) || (accounts && c.Entries.Count == 0));
    }

    private static Task<List<FoundSet>> HeadsAsync(IQueryable<ChangeSet> sets, CancellationToken ct) => sets.OrderByDescending(c => c.Seq).Take(Batch)
        .Select(c => new FoundSet(c.Seq, c.AtUtc, c.UserName, c.Verb, c.Reason, c.DecisionId,
            c.Entries.Select(e => new TrailHead(e.Number, e.OwnerType, e.OwnerId, e.UnitId, e.FieldClass)).ToList()))
        .ToListAsync(ct);
}
