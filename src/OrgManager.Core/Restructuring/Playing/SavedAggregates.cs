using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>The rows of the database, tracked: what is done to them is saved with the change they belong to.</summary>
internal sealed class SavedAggregates(OrgDbContext db) : IAggregateSource
{
    private const int IdsPerQuery = 500;

    public async Task<IReadOnlyList<T>> LoadAsync<T>(IReadOnlyList<Guid> ids, CancellationToken ct) where T : Aggregate
    {
        var found = new List<T>();
        foreach (var some in ids.Chunk(IdsPerQuery).Select(chunk => chunk.ToList()))
            found.AddRange(await db.Set<T>().Where(a => EF.Parameter(some).Contains(a.Id)).ToListAsync(ct));
        return found;
    }

    public async Task<IReadOnlyList<UnitFunction>> FunctionsAsync(CancellationToken ct) => await db.Set<UnitFunction>().ToListAsync(ct);

    public async Task<IReadOnlyList<PositionPosts>> PositionsAsync(List<Guid> units, CancellationToken ct) =>
        await db.Set<PositionPosts>().Where(p => EF.Parameter(units).Contains(p.UnitId)).OrderBy(p => p.Id).ToListAsync(ct);

    public void Add(Aggregate aggregate) => db.Add(aggregate);

    public void Remove(Aggregate aggregate) => db.Remove(aggregate);
}
