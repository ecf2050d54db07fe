using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Access;

/// <summary>A right that was lent stands on two others' being so: who lent it has it still, and the deputy is still an official member of the cell.</summary>
internal static class LentRights
{
    public static bool Stands(OrgSnapshot on, Guid? deputy, Guid? cell) =>
        deputy is { } person && on.Member(person)?.Facts is { Standing: Standing.Official } facts && facts.CellId == cell;

    /// <summary>Who is asking, without what was lent them as a member of a cell in which they are none today.</summary>
    public static Actor Of(OrgDbContext db) => !db.Actor.Grants.Any(g => g.IsLent) ? db.Actor
        : db.Actor with { Grants = [.. db.Actor.Grants.Where(g => !g.IsLent || Stands(db.Timeline.On(db.Today), db.Actor.PersonId, g.ScopeUnitId))] };

    /// <summary>Until when an account's own right over a cell holds without a gap from a day on; that day itself where it does not hold on it.</summary>
    public static DateOnly OwnUntil(OrgDbContext db, IReadOnlyCollection<Grant> own, Guid cell, DateOnly from)
    {
        var over = own.Where(g => g is { LentBy: null, Role: Role.CellSecretary } && (g.ScopeUnitId is not { } above || db.Timeline.StandsUnder(cell, above, db.Today))).ToList();
        for (var until = from; ;)
        {
            var longer = over.Where(g => g.ValidFrom <= until && until < g.ValidUntil).Select(g => g.ValidUntil).DefaultIfEmpty(until).Max();
            if (longer == until) return until;
            until = longer;
        }
    }

    /// <summary>Ends what an account has lent where its own right ends, as this unit of work leaves its grants and the account itself.</summary>
    public static async Task EndAsync(OrgDbContext db, Guid lender, CancellationToken ct)
    {
        var disabled = (await db.Set<OrgUser>().SingleOrDefaultAsync(u => u.Id == lender, ct))?.IsDisabled != false;
        var own = disabled ? [] : await db.Set<Grant>().Where(g => g.UserId == lender && g.LentBy == null).ToListAsync(ct);
        foreach (var lent in await db.Set<Grant>().Where(g => g.LentBy == lender && g.ValidUntil > db.Today && g.ValidFrom < g.ValidUntil).ToListAsync(ct))
        {
            var from = lent.ValidFrom < db.Today ? db.Today : lent.ValidFrom;
            if (OwnUntil(db, own, lent.ScopeUnitId ?? Guid.Empty, from) is var until && until < lent.ValidUntil) lent.Revoke(until);
        }
    }
}
