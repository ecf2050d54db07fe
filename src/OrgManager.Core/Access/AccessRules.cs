using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>From grants to units: what a permission reaches on a day.</summary>
internal static class AccessRules
{
    /// <summary>The union of what every active grant gives, over the tree of the snapshot's day, and of one's own record.</summary>
    public static Scope ScopeFor(Actor actor, Permission permission, OrgSnapshot on, DateOnly today)
    {
        if (actor.IsSystem) return Scope.Everything;
        return actor.Grants.Where(g => g.IsActive(today))
            .Select(g => Reached(g, permission, on))
            .Aggregate(OwnRecord(actor, permission), (all, one) => all.Or(one));
    }

    /// <summary>The same over every unit there ever was or will be: one that is gone counts where it stood on its last day, one still to come on its first.</summary>
    public static Scope LastingScopeFor(OrgDbContext db, Permission permission)
    {
        if (db.Actor.IsSystem) return Scope.Everything;
        return db.Actor.Grants.Where(g => g.IsActive(db.Today))
            .Select(g => g.ScopeUnitId is { } unit && RoleGrants.Of(g.Role, permission) == Reach.Granted
                ? Scope.Of(db.Timeline.EverUnder(unit, db.Today))
                : Reached(g, permission, db.Timeline.On(db.Today)))
            .Aggregate(OwnRecord(db.Actor, permission), (all, one) => all.Or(one));
    }

    /// <summary>Whether <see cref="ScopeFor"/> of a day includes one unit, without looking at the others of that day.</summary>
    public static bool Includes(OrgDbContext db, Permission permission, Guid? unitId, DateOnly on) => Includes(db, db.Actor, permission, unitId, on);

    private static bool Includes(OrgDbContext db, Actor actor, Permission permission, Guid? unitId, DateOnly on) => actor.IsSystem
        || actor.Grants.Any(g => g.IsActive(db.Today) && RoleGrants.Of(g.Role, permission) switch
        {
            Reach.Everything => true,
            Reach.Granted => g.ScopeUnitId is not { } above || (unitId is { } unit && db.Timeline.StandsUnder(unit, above, on)),
            _ => false,
        });

    /// <summary>Whether an active grant gives the permission over units or the actor's own person, wherever they are.</summary>
    public static bool IsGiven(Actor actor, Permission permission, DateOnly today) => actor.MayOnOwn(permission) || IsGranted(actor, permission, today);

    /// <summary>The same over more than the actor's own person.</summary>
    public static bool IsGranted(Actor actor, Permission permission, DateOnly today) => actor.IsSystem
        || actor.Grants.Any(g => g.IsActive(today) && RoleGrants.Of(g.Role, permission) is (Reach.Everything or Reach.Granted));

    /// <summary>Writing needs the unit in scope on the effective day and today; one that is not there yet or no more counts on the day it is there.</summary>
    public static void Demand(OrgDbContext db, Permission permission, Guid? unitId, DateOnly on)
    {
        if (!Reaches(db, permission, unitId, on)) throw new AccessDeniedException(permission);
    }

    /// <summary>What <see cref="Demand(OrgDbContext, Permission, Guid?, DateOnly)"/> demands, as a question.</summary>
    public static bool Reaches(OrgDbContext db, Permission permission, Guid? unitId, DateOnly on) => Reaches(db, db.Actor, permission, unitId, on);

    /// <summary>The same of somebody else.</summary>
    public static bool Reaches(OrgDbContext db, Actor actor, Permission permission, Guid? unitId, DateOnly on) =>
        Includes(db, actor, permission, unitId, DayThere(db, unitId, on))
        && (on == db.Today || unitId is not { } id || db.Timeline.Units.Find(id)?.History.Covers(db.Today) != true || Includes(db, actor, permission, unitId, db.Today));

    /// <summary>The day itself, or the first or last day of a unit that is not there on it.</summary>
    private static DateOnly DayThere(OrgDbContext db, Guid? unitId, DateOnly on)
    {
        if (unitId is not { } id || db.Timeline.Units.Find(id) is not { } unit) return on;
        var (first, last) = (unit.History.From, unit.History.Until.AddDays(-1));
        return on < first ? first : on > last ? last : on;
    }

    private static Scope OwnRecord(Actor actor, Permission permission) => actor.MayOnOwn(permission) ? Scope.Of([], actor.PersonId) : Scope.Nothing;

    private static Scope Reached(ActorGrant grant, Permission permission, OrgSnapshot on) => RoleGrants.Of(grant.Role, permission) switch
    {
        Reach.Everything => Scope.Everything,
        Reach.Granted when grant.ScopeUnitId is null => Scope.Everything,
        Reach.Granted => on.ScopeUnder(grant.ScopeUnitId.Value),
        _ => Scope.Nothing,
    };
}
