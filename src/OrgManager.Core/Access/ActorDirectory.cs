using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Staff;

namespace OrgManager.Access;

/// <summary>Accounts as actors. Asks the database for the access version each time, so a right that is revoked is gone at once, on every node.</summary>
public sealed class ActorDirectory(IDbContextFactory<OrgDbContext> factory, OrgClock clock)
{
    private sealed record Account(Actor Actor, string? SecurityStamp);

    private sealed record Known(long Version, Dictionary<Guid, Account> Accounts);

    private volatile Known _known = new(-1, []);

    /// <summary>The account's actor with the grants of today; nobody if it is gone or disabled, or if its security stamp has changed since the session began.</summary>
    public async Task<Actor> FindAsync(Guid userId, string? securityStamp, CancellationToken ct = default)
    {
        var account = await FindAsync(userId, ct);
        if (account.SecurityStamp is not { } stamp || stamp != securityStamp) return Actor.Nobody;
        return Now(account);
    }

    /// <summary>The same for work that outlives the session it was asked for in.</summary>
    internal async Task<Actor> NowAsync(Guid userId, CancellationToken ct)
    {
        return Now(await FindAsync(userId, ct));
    }

    private Actor Now(Account account) => account.Actor with { Grants = [.. account.Actor.Grants.Where(g => g.IsActive(clock.Today))] };

    private async Task<Account> FindAsync(Guid userId, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var version = await db.Set<Versions>().Select(v => v.Access).SingleAsync(ct);
        var known = _known;
        if (known.Version == version && known.Accounts.TryGetValue(userId, out var account)) return account;

        account = await LoadAsync(db, userId, ct);
        _known = new(version, known.Version == version ? new(known.Accounts) { [userId] = account } : new() { [userId] = account });
        return account;
    }

    private static async Task<Account> LoadAsync(OrgDbContext db, Guid userId, CancellationToken ct)
    {
        var user = await db.Set<OrgUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null || user.IsDisabled) return new(Actor.Nobody, null);
        var name = await db.Set<Person>().Where(p => p.Id == user.PersonId).Select(p => p.FullName).SingleOrDefaultAsync(ct);
        var grants = await db.Set<Grant>().Where(g => g.UserId == userId)
            .Select(g => new ActorGrant(g.Role, g.ScopeUnitId, g.ValidFrom, g.ValidUntil, g.LentBy != null)).ToListAsync(ct);
        return new(new(user.Id, name ?? user.UserName ?? "", user.PersonId, grants), user.SecurityStamp);
    }
}
