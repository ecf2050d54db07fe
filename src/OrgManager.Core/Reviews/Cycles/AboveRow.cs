using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>Somebody, or a collective, whose grade comes from the level above and has not come, or may still be corrected.</summary>
/// <param name="Person">Null for a collective.</param>
public sealed record AboveRow(Seen Review, UnitRef Cell, PersonRef? Person, string? Proposed, string? Grade, bool IsOwn)
{
    /// <summary>The subject asked to look again at the grade: entered again, be it the same, it is answered.</summary>
    public bool IsComplainedOf { get; init; }

    /// <summary>Of some years, by cycle; with one query, however many years.</summary>
    internal static async Task<ILookup<Guid, AboveRow>> OfAsync(OrgDbContext db, IReadOnlyCollection<ReviewCycle> cycles, CancellationToken ct)
    {
        var (all, open) = (cycles.Select(c => c.Id).ToList(), cycles.Where(c => c.ClosedOn is null).Select(c => c.Id).ToList());
        var waiting = await db.Set<Review>().Where(r => EF.Parameter(all).Contains(r.CycleId) && (r.State == ReviewState.AwaitingAbove || (EF.Parameter(open).Contains(r.CycleId) && r.DecidedAbove && r.NotGradedReason == null)))
            .Select(r => new { r.Id, r.Version, r.CycleId, r.CellId, r.PersonId, r.ProposedGrade, r.Grade, r.Step }).ToListAsync(ct);
        return waiting.Select(r => (r.CycleId, Row: new AboveRow(new(r.Id, r.Version), UnitNames.Ref(db.Timeline.Units.Find(r.CellId)!, db.Today),
                r.PersonId is { } id && db.Timeline.People.Find(id) is { } person ? new(person.Code, person.FullName) : null, r.ProposedGrade, r.Grade, r.PersonId is not null && r.PersonId == db.Actor.PersonId)
            { IsComplainedOf = r.Step == ReviewStep.Complaint }))
            .OrderBy(r => !r.Row.IsComplainedOf).ThenBy(r => r.Row.Person is null).ThenBy(r => r.Row.Person?.Code ?? r.Row.Cell.Code, StringComparer.Ordinal).ToLookup(r => r.CycleId, r => r.Row);
    }
}
