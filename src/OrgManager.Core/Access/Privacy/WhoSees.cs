using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>Which accounts see a person today, and by which of their grants: asked of the very rules that guard the pages.</summary>
internal sealed class WhoSees
{
    /// <param name="Account">With this one right and no other, for what it alone opens.</param>
    private sealed record Held(Actor Account, string User, Guid? PersonId, GrantSight Right);

    private readonly OrgDbContext _db;
    private readonly PersonPlace _place;
    private readonly OrgSnapshot _snapshot;
    private readonly List<Held> _held;

    private WhoSees(OrgDbContext db, PersonPlace place, List<Held> held) => (_db, _place, _snapshot, _held) = (db, place, db.Timeline.On(place.Day), held);

    public static async Task<WhoSees> OfAsync(OrgDbContext db, PersonPlace place, CancellationToken ct)
    {
        var rows = await (
            from grant in db.Set<Grant>()
            join user in db.Set<OrgUser>() on grant.UserId equals user.Id
            where !user.IsDisabled && grant.ValidFrom <= db.Today && db.Today < grant.ValidUntil
            select new { Grant = grant, user.Id, user.UserName, user.PersonId }).ToListAsync(ct);
        var own = await db.Set<OrgUser>().Where(user => !user.IsDisabled && user.PersonId == place.PersonId).Select(user => new { user.Id, user.UserName }).ToListAsync(ct);
        return new(db, place,
        [
            .. rows.Where(r => r.Grant.LentBy is null || LentRights.Stands(db.Timeline.On(db.Today), r.PersonId, r.Grant.ScopeUnitId)).Select(r => new Held(new(r.Id, r.UserName!, null, [new(r.Grant.Role, r.Grant.ScopeUnitId, r.Grant.ValidFrom, r.Grant.ValidUntil)]), r.UserName!, r.PersonId, Sight(db, r.Grant))),
            .. own.Select(o => new Held(new(o.Id, o.UserName!, place.PersonId, []), o.UserName!, place.PersonId, GrantSight.OwnRecord)),
        ]);
    }

    /// <summary>In the order of the table of rights.</summary>
    public IReadOnlyList<AccountSight> Of(Permission permission) =>
    [
        .. _held.Where(h => Sees(h, permission, _place) || (permission == Permission.GradeStaff && Sees(h, Permission.ViewReviews, _place.AtWork)))
            .GroupBy(h => h.User)
            .OrderBy(account => account.Min(h => h.Right.Role)).ThenBy(account => account.Key, StringComparer.Ordinal)
            .Select(account => new AccountSight(account.Key, HolderOf(account.First().PersonId), [.. account.Select(h => h.Right).OrderBy(right => right.Role)])),
    ];

    private bool Sees(Held held, Permission permission, PersonPlace place) => place.IsIn(AccessRules.ScopeFor(held.Account, permission, _snapshot, _db.Today));

    public static GrantSight Sight(OrgDbContext db, Grant grant)
    {
        var row = UserViewService.Row(db, grant, lender: null);
        return new(row.Role, row.Scope, row.From, row.Until);
    }

    private string? HolderOf(Guid? personId) => personId is { } id ? _db.Timeline.People.Find(id)?.FullName : null;
}
