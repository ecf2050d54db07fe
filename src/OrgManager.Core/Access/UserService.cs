using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Access;

/// <summary>An account to add, with its first grant.</summary>
/// <param name="Scope">Code of the unit the role reaches over; null for both trees, or where the role needs none.</param>
/// <param name="Person">Staff number of whom the account belongs to, if to anybody.</param>
/// <param name="From">Today if null.</param>
/// <param name="Until">The first day the grant no longer holds, or null.</param>
public sealed record NewUser(string Name, string Password, Role Role, string? Scope = null, string? Person = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>Accounts and grants, for administrators. Nobody gives rights to themselves: another administrator does.</summary>
public sealed class UserService(Database database)
{
    public const int LongestName = 64;

    /// <summary>Adds an account with one grant.</summary>
    /// <exception cref="RuleBrokenException">Account.NameMissing, Account.NameTaken, Account.PasswordWeak, Account.PersonUnknown and those of <see cref="GrantAsync"/>.</exception>
    [UseCase(Permission.Administer)]
    public async Task<Guid> AddAsync(NewUser newUser, CancellationToken ct = default)
    {
        var account = NewAccount(newUser.Name, newUser.Password, null);
        await database.ChangeAsync(new("User.Add"), async db =>
        {
            Demand(db);
            RuleBrokenException.Unless(await Passwords.FindAsync(db, newUser.Name, ct) is null, "Account.NameTaken", newUser.Name);
            account.PersonId = PersonId(db, newUser.Person);
            db.Add(account);
            db.Add(NewGrant(db, account.Id, newUser.Role, newUser.Scope, newUser.From, newUser.Until));
        }, ct);
        return account.Id;
    }

    /// <summary>Sets a new password, unlocks the account and ends its sessions.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.PasswordWeak; Account.OwnPassword: one's own is changed where the present one is asked for.</exception>
    [UseCase(Permission.Administer)]
    public Task ResetPasswordAsync(string name, string password, CancellationToken ct = default) =>
        ChangeAsync(new("User.ResetPassword", Always: true), name, (db, user) =>
        {
            RuleBrokenException.Unless(user.Id != db.Actor.UserId, "Account.OwnPassword");
            Passwords.Set(user, password);
            return Task.CompletedTask;
        }, ct);

    /// <summary>From now on nobody signs in with this account, its sessions are over, and what it lent ends. What it did stays told.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.LastAdministrator; Account.OwnDisable: nobody locks themselves out.</exception>
    [UseCase(Permission.Administer)]
    public Task DisableAsync(string name, CancellationToken ct = default) =>
        ChangeAsync(new("User.Disable"), name, async (db, user) =>
        {
            RuleBrokenException.Unless(user.Id != db.Actor.UserId, "Account.OwnDisable");
            if (user.IsDisabled) return;
            user.IsDisabled = true;
            Passwords.EndSessions(user);
            await LentRights.EndAsync(db, user.Id, ct);
            if (await db.Set<Grant>().AnyAsync(g => g.UserId == user.Id && g.Role == Role.Admin && db.Today < g.ValidUntil, ct)) await Administrators.DemandOneAsync(db, ct);
        }, ct);

    /// <summary>The account may sign in again, with the grants it has.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown.</exception>
    [UseCase(Permission.Administer)]
    public Task EnableAsync(string name, CancellationToken ct = default) => SetAsync("User.Enable", name, user => user.IsDisabled = false, ct);

    /// <summary>Forgets the failed attempts that locked the account.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown.</exception>
    [UseCase(Permission.Administer)]
    public Task UnlockAsync(string name, CancellationToken ct = default) =>
        SetAsync("User.Unlock", name, user => (user.AccessFailedCount, user.LockoutEnd) = (0, null), ct);

    /// <summary>Every browser signed in with the account has to sign in anew.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown.</exception>
    [UseCase(Permission.Administer)]
    public Task EndSessionsAsync(string name, CancellationToken ct = default) => SetAsync("User.EndSessions", name, Passwords.EndSessions, ct);

    /// <summary>Says whose account it is (by staff number), or that it is nobody's.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.PersonUnknown, Account.OwnRights.</exception>
    [UseCase(Permission.Administer)]
    public Task LinkAsync(string name, string? person, CancellationToken ct = default) =>
        ChangeAsync(new("User.Link"), name, (db, user) =>
        {
            DemandOther(db, user.Id);
            user.PersonId = PersonId(db, person);
            return Task.CompletedTask;
        }, ct);

    /// <summary>Gives an account one more role over a unit, from a day not past (today if null) on.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.OwnRights, Account.ScopeMissing, Account.ScopeUnknown, Account.ScopeOfOtherBranch, Grant.InThePast, Grant.DaysOutOfOrder.</exception>
    [UseCase(Permission.Administer)]
    public Task GrantAsync(string name, Role role, string? scope, DateOnly? from = null, DateOnly? until = null, CancellationToken ct = default) =>
        ChangeAsync(new("User.Grant"), name, (db, user) =>
        {
            DemandOther(db, user.Id);
            db.Add(NewGrant(db, user.Id, role, scope, from, until));
            return Task.CompletedTask;
        }, ct);

    /// <summary>Takes back every grant of a role from an account, from today on, and what it lent of it; it works at once.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.LastAdministrator.</exception>
    [UseCase(Permission.Administer)]
    public Task RevokeAsync(string name, Role role, CancellationToken ct = default) =>
        ChangeAsync(new("User.Revoke"), name, async (db, user) =>
        {
            var grants = await db.Set<Grant>().Where(g => g.UserId == user.Id && g.Role == role && g.ValidUntil > db.Today && g.ValidFrom < g.ValidUntil).ToListAsync(ct);
            foreach (var grant in grants) grant.Revoke(db.Today);
            await LentRights.EndAsync(db, user.Id, ct);
            if (role == Role.Admin) await Administrators.DemandOneAsync(db, ct);
        }, ct);

    /// <summary>Takes one grant back from a day on, and what was lent of it: of today it works with the next thing the account asks for.</summary>
    /// <exception cref="RuleBrokenException">Grant.Ended, Grant.InThePast, Account.LastAdministrator.</exception>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    [UseCase(Permission.Administer)]
    public Task RevokeGrantAsync(Seen grant, DateOnly on, CancellationToken ct = default) =>
        database.ChangeAsync(new("User.Revoke"), async db =>
        {
            Demand(db);
            RuleBrokenException.Unless(db.Today <= on, "Grant.InThePast", on);
            var taken = await db.LoadAsync<Grant>(grant, g => g.ValidUntil, ct);
            taken.Revoke(on);
            await LentRights.EndAsync(db, taken.UserId, ct);
            if (taken.Role == Role.Admin) await Administrators.DemandOneAsync(db, ct);
        }, ct);

    internal static OrgUser NewAccount(string name, string password, Guid? personId)
    {
        RuleBrokenException.Unless(name.Trim().Length is > 0 and <= LongestName, "Account.NameMissing", LongestName);
        var account = new OrgUser
        {
            Id = Guid.CreateVersion7(), UserName = name.Trim().Normalize(), NormalizedUserName = Passwords.Normalized(name),
            PersonId = personId, LockoutEnabled = true,
        };
        Passwords.Set(account, password);
        return account;
    }

    internal static void Demand(OrgDbContext db) => db.Demand(Permission.Administer, null, db.Today);

    private Task SetAsync(string verb, string name, Action<OrgUser> set, CancellationToken ct) => ChangeAsync(new(verb), name, (_, user) =>
    {
        set(user);
        return Task.CompletedTask;
    }, ct);

    private Task ChangeAsync(ChangeInfo info, string name, Func<OrgDbContext, OrgUser, Task> change, CancellationToken ct) =>
        database.ChangeAsync(info, async db =>
        {
            Demand(db);
            await change(db, await Passwords.FindAsync(db, name, ct) ?? throw new RuleBrokenException("Account.Unknown", name));
        }, ct);

    private static void DemandOther(OrgDbContext db, Guid userId) => RuleBrokenException.Unless(userId != db.Actor.UserId, "Account.OwnRights");

    private static Grant NewGrant(OrgDbContext db, Guid userId, Role role, string? scope, DateOnly? from, DateOnly? until)
    {
        RuleBrokenException.Unless(from is null || db.Today <= from, "Grant.InThePast", from);
        return Grant.Give(userId, role, ScopeId(db, role, scope), from ?? db.Today, until);
    }

    private static Guid? ScopeId(OrgDbContext db, Role role, string? code)
    {
        if (code is null)
        {
            RuleBrokenException.Unless(!RoleScopes.NeedsUnit(role), "Account.ScopeMissing", role);
            return null;
        }
        var unit = db.Timeline.UnitByCode(code) ?? throw new RuleBrokenException("Account.ScopeUnknown", code);
        RuleBrokenException.Unless(RoleScopes.BranchOf(role) is not { } branch || branch == unit.Branch, "Account.ScopeOfOtherBranch", role, code);
        return unit.Id;
    }

    private static Guid? PersonId(OrgDbContext db, string? code) =>
        code is null ? null : db.Timeline.PersonByCode(code)?.Id ?? throw new RuleBrokenException("Account.PersonUnknown", code);
}
