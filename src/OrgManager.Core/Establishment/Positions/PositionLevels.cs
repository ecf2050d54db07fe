using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Establishment;

/// <summary>How many posts of a position a unit has on a day.</summary>
internal sealed record KeptPosts(Guid UnitId, Guid PositionId, PositionLevel Level)
{
    public Guid? DecisionId => Level.Says is [.., var last] ? last.DecisionId : null;
}

/// <summary>Reads the posts of positions of one day: of that day alone, not their history.</summary>
internal static class PositionLevels
{
    public static async Task<ILookup<Guid, KeptPosts>> OnAsync(OrgDbContext db, DateOnly on, CancellationToken ct) => (await Of(db, on).ToListAsync(ct)).Select(k => new KeptPosts(k.UnitId, k.PositionId, k.Level)).ToLookup(k => k.UnitId);

    /// <summary>The positions of which one unit has posts.</summary>
    public static async Task<IReadOnlySet<Guid>> OfUnitAsync(OrgDbContext db, Guid unitId, DateOnly on, CancellationToken ct) =>
        (await Of(db, on).Where(k => k.UnitId == unitId && k.Level.Posts > 0).Select(k => k.PositionId).ToListAsync(ct)).ToHashSet();

    private static IQueryable<Row> Of(OrgDbContext db, DateOnly day) =>
        from posts in db.Set<PositionPosts>().IgnoreAutoIncludes()
        join level in db.Set<PositionLevel>().On(day) on posts.Id equals level.PositionPostsId
        select new Row { UnitId = posts.UnitId, PositionId = posts.PositionId, Level = level };

    private sealed class Row
    {
        public Guid UnitId { get; init; }
        public Guid PositionId { get; init; }
        public required PositionLevel Level { get; init; }
    }
}
