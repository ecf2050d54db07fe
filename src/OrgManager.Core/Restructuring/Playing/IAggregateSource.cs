using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Where the aggregates come from that the steps change: the database, to be saved, or the read model, to be looked at and thrown away.</summary>
internal interface IAggregateSource
{
    Task<IReadOnlyList<T>> LoadAsync<T>(IReadOnlyList<Guid> ids, CancellationToken ct) where T : Aggregate;

    Task<IReadOnlyList<UnitFunction>> FunctionsAsync(CancellationToken ct);

    /// <summary>Posts by position of some units.</summary>
    Task<IReadOnlyList<PositionPosts>> PositionsAsync(List<Guid> units, CancellationToken ct);

    void Add(Aggregate aggregate);

    /// <summary>It was only known to come, and comes no more.</summary>
    void Remove(Aggregate aggregate);
}
