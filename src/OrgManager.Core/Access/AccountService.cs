using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Staff;

namespace OrgManager.Access;

public enum SignInOutcome { Ok, Wrong, Locked, Disabled }

/// <param name="TriesLeft">After a wrong password: how many more until the account locks.</param>
public sealed record SignInResult(SignInOutcome Outcome, Guid? UserId, int TriesLeft, DateTime? LockedUntilUtc);

/// <param name="Scope">Name of the unit the role reaches over; null for both trees or none.</param>
public sealed record SampleAccount(string User, string? Person, Role Role, string? Scope);

/// <summary>One's own account: signing in, the password, language and theme.</summary>
public sealed class AccountService(Database database, FirstAdministrator firstAdministrator, UnknownNames unknown, TimeProvider time)
{
    /// <summary>Password of every account of a sample database, and of no other.</summary>
    public const string SamplePassword = "Sample#2019-OrgManager";

    /// <summary>Checks name and password. Five failures lock the account for 15 minutes; every attempt on an existing account that is not locked is in the trail.</summary>
    [UseCase]
    public async Task<SignInResult> SignInAsync(string user, string password, CancellationToken ct = default)
    {
        if (user.Length > UserService.LongestName || password.Length > Passwords.LongestLength) return new(SignInOutcome.Wrong, null, Passwords.FailuresUntilLock - 1, null);
        var found = await database.ReadAsync(db => Passwords.FindAsync(db, user, ct), ct);
        if (found?.LockoutEnd > time.GetUtcNow()) return new(SignInOutcome.Locked, null, 0, found.LockoutEnd.Value.UtcDateTime); // costs nothing while it lasts
        var matches = Passwords.Matches(found, password); // slow on purpose, so never under the write lock
        if (found is null) return unknown.Fail(user);

        var result = new SignInResult(SignInOutcome.Wrong, null, 0, null);
        var verb = matches && !found.IsDisabled ? "Account.SignIn" : "Account.SignInFailed";
        await database.ChangeAsync(new(verb, Always: true, User: (found.Id, found.UserName!)), async db =>
        {
            var now = await db.Set<OrgUser>().SingleAsync(u => u.Id == found.Id, ct);
            result = Settle(now, matches && now.PasswordHash == found.PasswordHash);
        }, ct);
        return result;
    }

    /// <summary>Changes one's own password; other sessions of the account end.</summary>
    /// <exception cref="RuleBrokenException">Account.PasswordWrong, Account.PasswordWeak, Account.PasswordSame.</exception>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    [UseCase]
    public async Task ChangePasswordAsync(string current, string next, CancellationToken ct = default)
    {
        var user = await database.ReadAsync(db => OwnAsync(db, ct), ct) ?? throw new AccessDeniedException(Permission.ViewOrganisation);
        RuleBrokenException.Unless(Passwords.Matches(user, current), "Account.PasswordWrong");
        RuleBrokenException.Unless(current != next, "Account.PasswordSame");
        await database.ChangeAsync(new("Account.ChangePassword", Always: true), async db =>
            Passwords.Set(await OwnAsync(db, ct) ?? throw new AccessDeniedException(Permission.ViewOrganisation), next), ct);
    }

    /// <summary>What a session's cookie must carry to stay valid; null once the account is disabled or gone.</summary>
    [UseCase]
    public Task<string?> SecurityStampAsync(Guid userId, CancellationToken ct = default) =>
        database.ReadAsync(db => db.Set<OrgUser>().Where(u => u.Id == userId && !u.IsDisabled).Select(u => u.SecurityStamp).SingleOrDefaultAsync(ct), ct);

    /// <summary>Whether this link may still create the first administrator.</summary>
    [UseCase]
    public Task<bool> FirstAdministratorPendingAsync(string token, CancellationToken ct = default) =>
        database.ReadBareAsync(async db => firstAdministrator.Accepts(token) && !await db.Set<OrgUser>().AnyAsync(ct), ct);

    /// <summary>Creates the first account, an administrator; the link works once.</summary>
    /// <exception cref="RuleBrokenException">Account.LinkUsed, Account.NameMissing, Account.PasswordWeak.</exception>
    [UseCase]
    public async Task<Guid> CreateFirstAdministratorAsync(string token, string user, string password, CancellationToken ct = default)
    {
        var account = UserService.NewAccount(user, password, null);
        await database.ChangeAsync(new("Account.FirstAdministrator", User: (account.Id, account.UserName!)), async db =>
        {
            RuleBrokenException.Unless(firstAdministrator.Accepts(token) && !await db.Set<OrgUser>().AnyAsync(ct), "Account.LinkUsed");
            db.Add(account);
            db.Add(Grant.Give(account.Id, Role.Admin, null, db.Today));
        }, ct);
        return account.Id;
    }

    /// <summary>The accounts shown on the sign-in page of a sample database; none elsewhere.</summary>
    [UseCase]
    public Task<IReadOnlyList<SampleAccount>> SampleAccountsAsync(CancellationToken ct = default) =>
        database.ReadBareAsync<IReadOnlyList<SampleAccount>>(async db =>
        {
            if (!await db.Set<OrganisationSettings>().AnyAsync(s => s.IsSample, ct)) return [];
            var rows = await (
                from grant in db.Set<Grant>()
                join user in db.Set<OrgUser>() on grant.UserId equals user.Id
                where grant.ValidFrom <= db.Today && db.Today < grant.ValidUntil
                select new { user.UserName, user.PersonId, grant.Role, grant.ScopeUnitId }).ToListAsync(ct);
            var (people, units) = (rows.Select(r => r.PersonId).OfType<Guid>().ToList(), rows.Select(r => r.ScopeUnitId).OfType<Guid>().ToList());
            var names = await db.Set<Staff.Person>().Where(p => EF.Parameter(people).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
            var scopes = (await db.Set<Organisation.OrgUnit>().Where(u => EF.Parameter(units).Contains(u.Id)).ToListAsync(ct)).ToDictionary(u => u.Id, u => Dated.Of(u.Versions).On(db.Today)?.Name);
            return [.. rows.OrderBy(r => r.Role).ThenBy(r => r.UserName, StringComparer.Ordinal).Select(r => new SampleAccount(
                r.UserName!, r.PersonId is { } id ? names.GetValueOrDefault(id) : null, r.Role, r.ScopeUnitId is { } unitId ? scopes.GetValueOrDefault(unitId) : null))];
        }, ct);

    /// <summary>Keeps the language ("vi" or "en") with the account; nothing happens when nobody is signed in.</summary>
    [UseCase]
    public Task SetLanguageAsync(string language, CancellationToken ct = default) =>
        KeepAsync("Account.SetLanguage", user => user.Language = language == "en" ? "en" : "vi", ct);

    /// <summary>Keeps the theme ("light" or "dark") with the account; nothing happens when nobody is signed in.</summary>
    [UseCase]
    public Task SetThemeAsync(string theme, CancellationToken ct = default) =>
        KeepAsync("Account.SetTheme", user => user.Theme = theme == "dark" ? "dark" : "light", ct);

    /// <summary>Keeps with the account which columns of a list it hides, in place of those before; nothing happens when nobody is signed in.</summary>
    [UseCase]
    public Task HideColumnsAsync(string list, IReadOnlyCollection<string> columns, CancellationToken ct = default) =>
        KeepAsync("Account.HideColumns", user => user.HiddenColumns = ColumnChoice.With(user.HiddenColumns, list, columns), ct);

    /// <summary>The columns of a list that the signed-in account hides.</summary>
    [UseCase]
    public Task<IReadOnlySet<string>> HiddenColumnsAsync(string list, CancellationToken ct = default) =>
        database.ReadAsync(async db => ColumnChoice.Of((await OwnAsync(db, ct))?.HiddenColumns ?? "", list), ct);

    /// <summary>Language and theme kept with an account.</summary>
    [UseCase]
    public Task<(string Language, string Theme)?> PreferencesAsync(Guid userId, CancellationToken ct = default) =>
        database.ReadAsync<(string, string)?>(async db =>
            await db.Set<OrgUser>().SingleOrDefaultAsync(u => u.Id == userId, ct) is { } user ? (user.Language, user.Theme) : null, ct);

    private SignInResult Settle(OrgUser user, bool matches)
    {
        var now = time.GetUtcNow();
        if (user.LockoutEnd > now) return new(SignInOutcome.Locked, null, 0, user.LockoutEnd.Value.UtcDateTime);
        if (matches)
        {
            (user.AccessFailedCount, user.LockoutEnd) = (0, null);
            return user.IsDisabled ? new(SignInOutcome.Disabled, null, 0, null) : new(SignInOutcome.Ok, user.Id, 0, null);
        }
        if (++user.AccessFailedCount < Passwords.FailuresUntilLock)
            return new(SignInOutcome.Wrong, null, Passwords.FailuresUntilLock - user.AccessFailedCount, null);
        (user.AccessFailedCount, user.LockoutEnd) = (0, now + Passwords.LockTime);
        return new(SignInOutcome.Locked, null, 0, user.LockoutEnd.Value.UtcDateTime);
    }

    private async Task KeepAsync(string verb, Action<OrgUser> set, CancellationToken ct)
    {
        if (await database.ReadAsync(db => OwnAsync(db, ct), ct) is null) return;
        await database.ChangeAsync(new(verb), async db => set((await OwnAsync(db, ct))!), ct);
    }

    private static Task<OrgUser?> OwnAsync(OrgDbContext db, CancellationToken ct)
    {
        var userId = db.Actor.UserId;
        return db.Set<OrgUser>().SingleOrDefaultAsync(u => u.Id == userId && !u.IsDisabled, ct);
    }
}
