using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>Accounts as administrators see them: whose they are, what they may do and when they were used, and no organisation data.</summary>
public sealed class UserViewService(Database database, TimeProvider time)
{
    private const int SignInsShown = 20, PeopleShown = 8, FewestLetters = 2;
    private static readonly string[] PasswordVerbs = ["User.Add", "User.ResetPassword", "Account.ChangePassword", "Account.FirstAdministrator"];

    /// <summary>Accounts by name; a search finds names of accounts and of the people they belong to, with or without accents.</summary>
    [UseCase(Permission.Administer)]
    public Task<UserList> ListAsync(UserQuery query, PageRequest page, CancellationToken ct = default) => ReadAsync(query, page, UserService.Demand, ct);

    /// <summary>The whole list in the same order, for an administrator who may take lists out of the house, too.</summary>
    [UseCase(Permission.Export, Permission.Administer)]
    public Task<UserList> ExportAsync(UserQuery query, CancellationToken ct = default) =>
        ReadAsync(query, new(0, int.MaxValue), db => db.DemandExport(Permission.Administer, db.Today), ct);

    private Task<UserList> ReadAsync(UserQuery query, PageRequest page, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            demand(db);
            var grants = (await db.Set<Grant>().ToListAsync(ct)).ToLookup(g => g.UserId);
            var users = await db.Set<OrgUser>().ToListAsync(ct);
            var lenders = Lenders(db, users);
            var found = users.Select(u => Row(db, u, grants[u.Id], lenders)).Where(row => Matches(row.Row, query))
                .OrderBy(row => row.Row.Name, StringComparer.OrdinalIgnoreCase).ToList();
            var shown = found.Skip(page.Skip).Take(page.Take).ToList();
            var last = await LastSignInsAsync(db, [.. shown.Select(row => row.Id)], ct);
            return new UserList([.. shown.Select(row => row.Row with { LastSignInUtc = last.TryGetValue(row.Id, out var at) ? at : null })], found.Count);
        }, ct);

    /// <summary>One account.</summary>
    /// <exception cref="NotFoundException">There is none of this name.</exception>
    [UseCase(Permission.Administer)]
    public Task<UserCard> CardAsync(string name, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            UserService.Demand(db);
            var user = await Passwords.FindAsync(db, name, ct) ?? throw new NotFoundException(typeof(OrgUser), name);
            var grants = await db.Set<Grant>().Where(g => g.UserId == user.Id).ToListAsync(ct);
            var lent = grants.Select(g => g.LentBy).OfType<Guid>().Distinct().ToList();
            var lenders = Lenders(db, lent.Count == 0 ? [] : await db.Set<OrgUser>().Where(u => EF.Parameter(lent).Contains(u.Id)).ToListAsync(ct));
            var set = await (from e in db.Set<ChangeSetEntry>()
                             join c in db.Set<ChangeSet>() on e.ChangeSetSeq equals c.Seq
                             where e.OwnerId == user.Id && PasswordVerbs.Contains(c.Verb)
                             orderby c.Seq descending
                             select new { c.AtUtc, c.Verb }).FirstOrDefaultAsync(ct);
            return new UserCard
            {
                Id = user.Id, Name = user.UserName!, Person = Person(db, user), IsOwn = user.Id == db.Actor.UserId,
                State = StateOf(db, user, grants), LockedUntilUtc = LockedUntil(user),
                Grants = [.. grants.OrderByDescending(g => g.ValidFrom).ThenBy(g => g.Role).Select(g => Row(db, g, Lender(g, lenders)))],
                SignIns = await SignInsAsync(db, user.Id, ct),
                PasswordSetUtc = set?.AtUtc, PasswordSetByOther = set?.Verb.StartsWith("User.", StringComparison.Ordinal) == true,
            };
        }, ct);

    /// <summary>Whom an account may be linked to: staff numbers and names, found by two letters or more.</summary>
    [UseCase(Permission.Administer)]
    public Task<IReadOnlyList<PersonRef>> FindPeopleAsync(string text, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<PersonRef>>(db =>
        {
            UserService.Demand(db);
            var wanted = VietnameseText.SearchKey(text);
            var found = wanted.Length < FewestLetters ? [] : db.Timeline.People
                .Where(p => p.SearchKey.Contains(wanted, StringComparison.Ordinal) || p.Code.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
                .OrderBy(p => p.SortKey, StringComparer.Ordinal).Take(PeopleShown);
            return Task.FromResult<IReadOnlyList<PersonRef>>([.. found.Select(p => new PersonRef(p.Code, p.FullName))]);
        }, ct);

    internal static GrantRow Row(OrgDbContext db, Grant grant, string? lender)
    {
        var unit = grant.ScopeUnitId is { } id ? db.Timeline.Units.Find(id) : null;
        return new(new(grant.Id, grant.Version), grant.Role, unit is null ? null : UnitNames.Ref(unit, db.Today), unit?.History.Until <= db.Today,
            grant.ValidFrom, grant.ValidUntil == DateOnly.MaxValue ? null : grant.ValidUntil,
            grant.ValidUntil <= db.Today || grant.ValidUntil <= grant.ValidFrom ? GrantState.Over : grant.ValidFrom > db.Today ? GrantState.Ahead : GrantState.InForce, lender);
    }

    private (Guid Id, UserRow Row) Row(OrgDbContext db, OrgUser user, IEnumerable<Grant> grants, Dictionary<Guid, string> lenders)
    {
        var held = grants.ToList();
        return (user.Id, new()
        {
            Name = user.UserName!, Person = Person(db, user), State = StateOf(db, user, held), LastSignInUtc = null,
            Grants = [.. held.Select(g => Row(db, g, Lender(g, lenders))).Where(g => g.State != GrantState.Over).OrderBy(g => g.State).ThenBy(g => g.Role)],
        });
    }

    private static bool Matches(UserRow row, UserQuery query)
    {
        var wanted = VietnameseText.SearchKey(query.Search ?? "");
        return (wanted.Length == 0 || VietnameseText.SearchKey($"{row.Name} {row.Person?.Code} {row.Person?.FullName}").Contains(wanted, StringComparison.Ordinal))
            && (query.Role is not { } role || row.Grants.Any(g => g.Role == role))
            && (query.State is not { } state || row.State == state);
    }

    private UserState StateOf(OrgDbContext db, OrgUser user, IEnumerable<Grant> grants) =>
        user.IsDisabled ? UserState.Disabled
        : LockedUntil(user) is not null ? UserState.Locked
        : grants.Any(g => Row(db, g, lender: null).State == GrantState.InForce) ? UserState.Active : UserState.WithoutGrant;

    private DateTime? LockedUntil(OrgUser user) => user.LockoutEnd > time.GetUtcNow() ? user.LockoutEnd.Value.UtcDateTime : null;

    private static Dictionary<Guid, string> Lenders(OrgDbContext db, IEnumerable<OrgUser> users) => users.ToDictionary(u => u.Id, u => Person(db, u)?.FullName ?? u.UserName!);

    private static string? Lender(Grant grant, Dictionary<Guid, string> names) => grant.LentBy is { } id ? names.GetValueOrDefault(id, "") : null;

    private static PersonRef? Person(OrgDbContext db, OrgUser user) =>
        user.PersonId is { } id && db.Timeline.People.Find(id) is { } person ? new(person.Code, person.FullName) : null;

    private static async Task<Dictionary<Guid, DateTime>> LastSignInsAsync(OrgDbContext db, List<Guid> users, CancellationToken ct)
    {
        var last = await db.Set<ChangeSet>().Where(c => c.Verb == "Account.SignIn" && c.UserId != null && users.Contains(c.UserId.Value))
            .GroupBy(c => c.UserId).Select(g => g.Max(c => c.Seq)).ToListAsync(ct);
        return await db.Set<ChangeSet>().Where(c => last.Contains(c.Seq)).ToDictionaryAsync(c => c.UserId!.Value, c => c.AtUtc, ct);
    }

    /// <summary>The attempt that locked the account is the one after which its row has a day until which it is locked.</summary>
    private static async Task<IReadOnlyList<SignInRow>> SignInsAsync(OrgDbContext db, Guid userId, CancellationToken ct)
    {
        var tries = await db.Set<ChangeSet>().Include(c => c.Entries).Where(c => c.UserId == userId && (c.Verb == "Account.SignIn" || c.Verb == "Account.SignInFailed"))
            .OrderByDescending(c => c.Seq).Take(SignInsShown).ToListAsync(ct);
        return [.. tries.Select(c => new SignInRow(c.AtUtc, c.Verb == "Account.SignIn" ? SignInTry.Succeeded
            : c.Entries.Exists(e => e.After?.Contains("\"LockoutEnd\":\"", StringComparison.Ordinal) == true) ? SignInTry.FailedAndLocked : SignInTry.Failed))];
    }
}
