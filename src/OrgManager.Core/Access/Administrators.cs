using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>Without an administrator nobody could give a right any more.</summary>
internal static class Administrators
{
    /// <summary>Looks at grants and accounts as this unit of work leaves them: on every day to come somebody must administer.</summary>
    /// <exception cref="RuleBrokenException">Account.LastAdministrator: with the first day on which nobody would.</exception>
    public static async Task DemandOneAsync(OrgDbContext db, CancellationToken ct)
    {
        var grants = await db.Set<Grant>().Where(g => g.Role == Role.Admin).ToListAsync(ct);
        var holders = grants.Select(g => g.UserId).Distinct().ToList();
        var disabled = (await db.Set<OrgUser>().Where(u => holders.Contains(u.Id)).ToListAsync(ct)).Where(u => u.IsDisabled).Select(u => u.Id).ToHashSet();
        for (var day = db.Today; day != DateOnly.MaxValue;)
        {
            var until = grants.Where(g => !disabled.Contains(g.UserId) && g.ValidFrom <= day && day < g.ValidUntil).Select(g => g.ValidUntil).DefaultIfEmpty(day).Max();
            RuleBrokenException.Unless(until > day, "Account.LastAdministrator", day);
            day = until;
        }
    }
}
