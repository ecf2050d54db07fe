using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Staff;

namespace OrgManager.Access;

/// <summary>Accounts as actors. Asks the database for the access version each time, so a right that is revoked is gone at once, on every node.</summary>
public sealed class ActorDirectory(IDbContextFactory<OrgDbContext> factory)
{
    private (long Version, Dictionary<Guid, Actor> Actors) _known = (-1, []);

    /// <summary>The account's actor; nobody if it is gone or disabled.</summary>
    public async Task<Actor> FindAsync(Guid userId, CancellationToken ct = default)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var version = await db.Set<Versions>().Select(v => v.Access).SingleAsync(ct);
        var known = _known;
        if (known.Version == version && known.Actors.TryGetValue(userId, out var actor)) return actor;

        actor = await LoadAsync(db, userId, ct);
        _known = known.Version == version ? (version, new(known.Actors) { [userId] = actor }) : (version, new() { [userId] = actor });
        return actor;
    }

    private static async Task<Actor> LoadAsync(OrgDbContext db, Guid userId, CancellationToken ct)
    {
        var user = await db.Set<OrgUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null || user.IsDisabled) return Actor.Nobody;
        var name = await db.Set<Person>().Where(p => p.Id == user.PersonId).Select(p => p.FullName).SingleOrDefaultAsync(ct);
        var grants = await db.Set<Grant>().Where(g => g.UserId == userId)
            .Select(g => new ActorGrant(g.Role, g.ScopeUnitId, g.ValidFrom, g.ValidUntil)).ToListAsync(ct);
        return new(user.Id, name ?? user.UserName ?? "", user.PersonId, grants);
    }
}
