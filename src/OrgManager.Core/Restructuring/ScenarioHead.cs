using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Restructuring;

/// <summary>A scenario without its steps: enough to tell who may see it.</summary>
internal sealed record ScenarioHead(Guid Id, ScenarioState State, Guid? AuthorId, IReadOnlyList<Guid> ReaderIds, bool WasSubmitted)
{
    public bool MayRead(OrgDbContext db) => ScenarioSight.MayRead(db, Scenario.IsPrivateIn(State, WasSubmitted), AuthorId, ReaderIds);

    /// <summary>Those that are not carried out.</summary>
    public static async Task<List<ScenarioHead>> OpenAsync(OrgDbContext db, CancellationToken ct) => (await AllAsync(db, ct)).FindAll(head => head.State is not (ScenarioState.Applied or ScenarioState.Undone));

    public static Task<List<ScenarioHead>> AllAsync(OrgDbContext db, CancellationToken ct) =>
        db.Set<Scenario>().AsNoTracking().Select(s => new ScenarioHead(s.Id, s.State, s.AuthorId, s.ReaderIds, s.Basis != null)).ToListAsync(ct);
}
