using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Playing;

/// <summary>Aggregates made of the lines in memory: the same verbs change them, and nobody saves them. Functions and posts by position, which are no lines, are read untracked.</summary>
internal sealed class SketchedAggregates(OrgDbContext db) : IAggregateSource
{
    private readonly OrgTimeline _timeline = db.Timeline;

    public Task<IReadOnlyList<T>> LoadAsync<T>(IReadOnlyList<Guid> ids, CancellationToken ct) where T : Aggregate =>
        Task.FromResult<IReadOnlyList<T>>([.. ids.Select(Sketch<T>)]);

    public async Task<IReadOnlyList<UnitFunction>> FunctionsAsync(CancellationToken ct) => await db.Set<UnitFunction>().AsNoTracking().ToListAsync(ct);

    public async Task<IReadOnlyList<PositionPosts>> PositionsAsync(List<Guid> units, CancellationToken ct) =>
        await db.Set<PositionPosts>().AsNoTracking().Where(p => EF.Parameter(units).Contains(p.UnitId)).OrderBy(p => p.Id).ToListAsync(ct);

    public void Add(Aggregate aggregate) { }

    public void Remove(Aggregate aggregate) { }

    private T Sketch<T>(Guid id) where T : Aggregate => (T)(Aggregate)(typeof(T).Name switch
    {
        nameof(OrgUnit) => OrgUnit.Sketch(_timeline.Units.Find(id)!),
        nameof(Quota) => Quota.Sketch(_timeline.Quotas.Find(id)!),
        nameof(Employment) => Employment.Sketch(_timeline.Employments.Find(id)!),
        nameof(PartyMember) => PartyMember.Sketch(_timeline.Members.Find(id)!),
        nameof(CellCoverage) => CellCoverage.Sketch(_timeline.Coverages.Find(id)!),
        _ => throw new NotFoundException(typeof(T), id),
    });
}
