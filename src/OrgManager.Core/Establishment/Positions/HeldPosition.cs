using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Establishment;

/// <summary>The position of the catalogue that one post is.</summary>
internal static class HeldPosition
{
    /// <param name="title">What the post is called.</param>
    /// <returns>Null where no position is called so, or nothing tells which of several it is.</returns>
    public static async Task<JobPositionFacts?> OfAsync(OrgDbContext db, Guid unitId, string title, DateOnly on, CancellationToken ct)
    {
        if (title.Length == 0) return null;
        var catalogue = await db.Set<JobPosition>().AsNoTracking().ToListAsync(ct);
        if (catalogue.Count == 0) return null;
        return new PositionNames(catalogue.Where(p => p.IsThere(on))).Of(title, await PositionLevels.OfUnitAsync(db, unitId, on, ct))?.Facts;
    }
}
