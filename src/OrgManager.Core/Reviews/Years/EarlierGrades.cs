using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>Grades that papers tell of one year, for who was not reviewed here in it.</summary>
internal static class EarlierGrades
{
    public static async Task<Dictionary<Guid, string>> OfAsync(OrgDbContext db, int year, List<Guid> people, CancellationToken ct) =>
        await db.Set<EarlierGrade>().Where(g => g.Year == year && EF.Parameter(people).Contains(g.PersonId)).ToDictionaryAsync(g => g.PersonId, g => g.Grade, ct);
}
