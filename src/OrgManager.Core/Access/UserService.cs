using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>An account to add.</summary>
/// <param name="Scope">Code of the unit the role reaches over; null for both trees, or where the role needs none.</param>
/// <param name="Person">Staff number of whom the account belongs to, if to anybody.</param>
public sealed record NewUser(string Name, string Password, Role Role, string? Scope = null, string? Person = null);

/// <summary>Accounts and grants, for administrators.</summary>
public sealed class UserService(Database database)
{
    public const int LongestName = 64;

    /// <summary>Adds an account with one grant, from today on.</summary>
    /// <exception cref="RuleBrokenException">Account.NameMissing, Account.NameTaken, Account.PasswordWeak, Account.ScopeMissing, Account.ScopeUnknown, Account.ScopeOfOtherBranch, Account.PersonUnknown.</exception>
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
            db.Add(Grant.Give(account.Id, newUser.Role, ScopeId(db, newUser.Role, newUser.Scope), db.Today));
        }, ct);
        return account.Id;
    }

    /// <summary>Sets a new password, unlocks the account and ends its sessions.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.PasswordWeak.</exception>
    [UseCase(Permission.Administer)]
    public Task ResetPasswordAsync(string name, string password, CancellationToken ct = default) =>
        database.ChangeAsync(new("User.ResetPassword", Always: true), async db =>
        {
            Demand(db);
            Passwords.Set(await Passwords.FindAsync(db, name, ct) ?? throw new RuleBrokenException("Account.Unknown", name), password);
        }, ct);

    /// <summary>Gives an account one more role over a unit, from today on.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown, Account.ScopeMissing, Account.ScopeUnknown, Account.ScopeOfOtherBranch.</exception>
    [UseCase(Permission.Administer)]
    public Task GrantAsync(string name, Role role, string? scope, CancellationToken ct = default) =>
        database.ChangeAsync(new("User.Grant"), async db =>
        {
            Demand(db);
            var user = await Passwords.FindAsync(db, name, ct) ?? throw new RuleBrokenException("Account.Unknown", name);
            db.Add(Grant.Give(user.Id, role, ScopeId(db, role, scope), db.Today));
        }, ct);

    /// <summary>Takes back every grant of a role from an account, from today on; it works at once.</summary>
    /// <exception cref="RuleBrokenException">Account.Unknown.</exception>
    [UseCase(Permission.Administer)]
    public Task RevokeAsync(string name, Role role, CancellationToken ct = default) =>
        database.ChangeAsync(new("User.Revoke"), async db =>
        {
            Demand(db);
            var user = await Passwords.FindAsync(db, name, ct) ?? throw new RuleBrokenException("Account.Unknown", name);
            var today = db.Today;
            foreach (var grant in await db.Set<Grant>().Where(g => g.UserId == user.Id && g.Role == role && g.ValidUntil > today).ToListAsync(ct)) grant.Revoke(today);
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

    private static void Demand(OrgDbContext db) => db.Demand(Permission.Administer, null, db.Today);

    /// <summary>Only who reaches both trees, or only themselves, needs no unit; of the others each role belongs to one tree.</summary>
    private static Guid? ScopeId(OrgDbContext db, Role role, string? code)
    {
        if (code is null)
        {
            RuleBrokenException.Unless(role is Role.Admin or Role.Inspector or Role.Self, "Account.ScopeMissing", role);
            return null;
        }
        var unit = db.Timeline.UnitByCode(code) ?? throw new RuleBrokenException("Account.ScopeUnknown", code);
        RuleBrokenException.Unless(BranchOf(role) is not { } branch || branch == unit.Branch, "Account.ScopeOfOtherBranch", role, code);
        return unit.Id;
    }

    private static Branch? BranchOf(Role role) => role switch
    {
        Role.HrOfficer or Role.Director or Role.UnitHead => Branch.Government,
        Role.PartyClerk or Role.CommitteeSecretary or Role.CellSecretary => Branch.Party,
        _ => null,
    };

    private static Guid? PersonId(OrgDbContext db, string? code) =>
        code is null ? null : db.Timeline.People.FirstOrDefault(p => p.Code == code)?.Id ?? throw new RuleBrokenException("Account.PersonUnknown", code);
}
