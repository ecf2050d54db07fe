using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Whose discipline was decided within a year, for what the rules of reviews ask; it tells no more than that.</summary>
internal static class DisciplineYear
{
    public static async Task<HashSet<Guid>> OfAsync(OrgDbContext db, int year, List<Guid> people, CancellationToken ct) =>
        people.Count == 0 ? [] : [.. await In(db, year).Where(d => EF.Parameter(people).Contains(d.PersonId)).Select(d => d.PersonId).Distinct().ToListAsync(ct)];

    /// <summary>Whether anybody of a query of people is among them.</summary>
    public static Task<bool> AnyAsync(OrgDbContext db, int year, IQueryable<Guid?> people, CancellationToken ct) =>
        In(db, year).AnyAsync(d => people.Contains(d.PersonId), ct);

    /// <summary>The decisions themselves, to be counted; of what is no year there are none.</summary>
    public static IQueryable<MemberDiscipline> In(OrgDbContext db, int year)
    {
        var first = new DateOnly(Math.Clamp(year, 1, DateOnly.MaxValue.Year - 1), 1, 1);
        var next = first.AddYears(1);
        return db.Set<MemberDiscipline>().Where(d => first <= d.DecidedOn && d.DecidedOn < next);
    }
}
