using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Access;

/// <summary>A deputy who acts for the secretary of a cell for a time.</summary>
/// <param name="Until">The first day it no longer holds.</param>
/// <param name="IsOver">Its time is over, or the deputy is no official member of the cell any more.</param>
public sealed record DelegationRow(Guid Id, PersonRef? Person, string User, DateOnly From, DateOnly Until, bool IsOver);

/// <summary>Ủy quyền: the secretary of a cell lends the own role over that cell to another official member of it, from a day until a day; nothing more than the secretary has, and nobody to themselves.</summary>
public sealed class DelegationService(Database database)
{
    public const int MostDays = 366, MostDaysAhead = 60;

    /// <summary>Who acts, acted or will act for the secretary, the newest first.</summary>
    [UseCase(Permission.ProposeReviews)]
    public Task<IReadOnlyList<DelegationRow>> ListAsync(string cellCode, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<DelegationRow>>(async db =>
        {
            var cell = Cell(db, cellCode);
            var found = await db.Set<Grant>().Where(g => g.Role == Role.CellSecretary && g.ScopeUnitId == cell.Id && g.LentBy != null)
                .Join(db.Set<OrgUser>(), g => g.UserId, u => u.Id, (g, u) => new { Grant = g, u.UserName, u.PersonId }).OrderByDescending(x => x.Grant.ValidFrom).ToListAsync(ct);
            return [.. found.Select(x => new DelegationRow(x.Grant.Id, x.PersonId is { } id && db.Timeline.People.Find(id) is { } person ? new(person.Code, person.FullName) : null, x.UserName!, x.Grant.ValidFrom, x.Grant.ValidUntil, x.Grant.ValidUntil <= db.Today || (x.Grant.ValidFrom <= db.Today && !LentRights.Stands(db.Timeline.On(db.Today), x.PersonId, cell.Id))))];
        }, ct);

    /// <param name="until">The first day it no longer holds.</param>
    /// <exception cref="RuleBrokenException">Delegation.Oneself; Delegation.NotAMember: no official member of the cell on that day; Delegation.NoAccount; Delegation.TooLong; Delegation.TooFarAhead; Delegation.BeyondOwn: longer than who lends holds it; Grant.InThePast, Grant.DaysOutOfOrder.</exception>
    [UseCase(Permission.ProposeReviews)]
    public Task GiveAsync(string cellCode, string personCode, DateOnly from, DateOnly until, CancellationToken ct = default) =>
        database.ChangeAsync(new("Delegation.Give"), async db =>
        {
            var cell = Cell(db, cellCode);
            var own = await DemandOwnAsync(db, cell, ct);
            var person = db.Timeline.PersonByCode(personCode) ?? throw new RuleBrokenException("Delegation.NotAMember", personCode);
            RuleBrokenException.Unless(person.Id != db.Actor.PersonId, "Delegation.Oneself");
            RuleBrokenException.Unless(db.Today <= from, "Grant.InThePast", from);
            RuleBrokenException.Unless(from.DayNumber - db.Today.DayNumber <= MostDaysAhead, "Delegation.TooFarAhead", MostDaysAhead);
            RuleBrokenException.Unless(LentRights.Stands(db.Timeline.On(from), person.Id, cell.Id), "Delegation.NotAMember", person.FullName);
            RuleBrokenException.Unless(until.DayNumber - from.DayNumber <= MostDays, "Delegation.TooLong", MostDays);
            var holds = db.Actor.IsSystem ? DateOnly.MaxValue : LentRights.OwnUntil(db, own, cell.Id, from);
            RuleBrokenException.Unless(until <= holds, "Delegation.BeyondOwn", holds.AddDays(-1));
            var user = await db.Set<OrgUser>().Where(u => u.PersonId == person.Id && !u.IsDisabled).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct);
            db.Add(Grant.Give(user ?? throw new RuleBrokenException("Delegation.NoAccount", person.FullName), Role.CellSecretary, cell.Id, from, until, db.Actor.UserId ?? Guid.Empty));
        }, ct);

    /// <summary>Takes it back from today on. Only what ends of itself: the secretary's own right is an administrator's to take.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="RuleBrokenException">Grant.Ended.</exception>
    [UseCase(Permission.ProposeReviews)]
    public Task EndAsync(string cellCode, Guid id, CancellationToken ct = default) =>
        database.ChangeAsync(new("Delegation.End"), async db =>
        {
            var cell = Cell(db, cellCode);
            await DemandOwnAsync(db, cell, ct);
            var grant = await db.Set<Grant>().SingleOrDefaultAsync(g => g.Id == id && g.Role == Role.CellSecretary && g.ScopeUnitId == cell.Id && g.LentBy != null, ct);
            (grant ?? throw new NotFoundException(typeof(Grant), id)).Revoke(db.Today);
        }, ct);

    /// <summary>Who lends, or takes back, holds the role otherwise than by being lent it: a deputy makes no deputies.</summary>
    /// <exception cref="AccessDeniedException">They are a deputy themselves.</exception>
    private static async Task<List<Grant>> DemandOwnAsync(OrgDbContext db, UnitLine cell, CancellationToken ct)
    {
        if (db.Actor.IsSystem) return [];
        var own = await db.Set<Grant>().AsNoTracking().Where(g => g.UserId == db.Actor.UserId && g.LentBy == null).ToListAsync(ct);
        return LentRights.OwnUntil(db, own, cell.Id, db.Today) > db.Today ? own : throw new AccessDeniedException(Permission.ProposeReviews);
    }

    private static UnitLine Cell(OrgDbContext db, string code)
    {
        var cell = db.Timeline.UnitByCode(code) ?? throw new AccessDeniedException(Permission.ProposeReviews);
        db.Demand(Permission.ProposeReviews, cell.Id, db.Today);
        return cell;
    }
}
