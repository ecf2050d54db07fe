using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>What the record keeps beside the timeline, put to the lines of a register: badges given and, for cells whose discipline the reader may see, what counts on the day.</summary>
internal static class RegisterRecord
{
    public static async Task<Register> AddAsync(OrgDbContext db, Register register, CancellationToken ct)
    {
        var (on, people) = (register.On, register.Cells.SelectMany(c => c.Rows).Select(r => r.PersonId).Distinct().ToList());
        var badges = (await db.Set<MemberHonour>().Where(h => h.BadgeYears != null && h.On <= on && EF.Parameter(people).Contains(h.PersonId)).Select(h => new { h.PersonId, h.BadgeYears }).ToListAsync(ct))
            .GroupBy(h => h.PersonId).ToDictionary(g => g.Key, g => g.Max(h => h.BadgeYears));
        var scope = db.ScopeFor(Permission.ViewDiscipline, on);
        var sees = register.Cells.Where(c => scope.Includes(c.Cell.Id)).SelectMany(c => c.Rows).Select(r => r.PersonId).Distinct().ToList();
        var disciplines = (await db.Set<MemberDiscipline>().AsNoTracking().Where(d => d.DecidedOn <= on && EF.Parameter(sees).Contains(d.PersonId)).OrderBy(d => d.DecidedOn).ToListAsync(ct))
            .Where(d => d.Facts.CountsOn(on)).ToLookup(d => d.PersonId, d => d.Facts);
        RegisterRow With(RegisterRow row) => row with { Badge = badges.GetValueOrDefault(row.PersonId), Disciplines = [.. disciplines[row.PersonId]] };
        return register with { Cells = [.. register.Cells.Select(c => c with { Rows = [.. c.Rows.Select(With)] })] };
    }
}
