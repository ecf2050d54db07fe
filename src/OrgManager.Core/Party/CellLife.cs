using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>What is known of cells and committees beside the timeline: the last meeting until a day, terms and working regulations; of those whose record the reader may see.</summary>
internal sealed class CellLife
{
    private readonly Dictionary<Guid, DateOnly> _met;

    private CellLife(Dictionary<Guid, DateOnly> met, PartyPapersOn papers) => (_met, Papers) = (met, papers);

    public PartyPapersOn Papers { get; }

    public static async Task<CellLife> ReadAsync(OrgDbContext db, List<Guid> units, DateOnly on, CancellationToken ct)
    {
        var met = await db.Set<CellMeeting>().Where(m => m.On <= on && EF.Parameter(units).Contains(m.CellId)).GroupBy(m => m.CellId).Select(g => new { g.Key, On = g.Max(m => m.On) }).ToListAsync(ct);
        return new(met.ToDictionary(m => m.Key, m => m.On), await PartyPapersOn.ReadAsync(db, units, on, ct));
    }

    public DateOnly? LastMeeting(Guid cellId) => _met.TryGetValue(cellId, out var on) ? on : null;
}
