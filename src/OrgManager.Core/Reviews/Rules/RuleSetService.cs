using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <param name="Cycles">Years of committees that were opened under it.</param>
public sealed record RuleSetRow(string Code, string Kind, string Name, string NameEn, DateOnly ValidFrom, DateOnly? ValidUntil, string? CopyOf, bool RecordsOnly, int Cycles, int Unconfirmed);

/// <summary>One rule set whole, for reading and, where it is a copy that nothing uses, for editing.</summary>
/// <param name="Years">The years opened under it; in use it is not changed any more.</param>
public sealed record RuleSetDetails(Seen Seen, RuleSetFacts Facts, IReadOnlyList<int> Years, bool MayCopy, bool MayChange);

/// <summary>The versions of the review rules: read by whoever reads reviews, copied and edited by an administrator, who sees no review by it.</summary>
public sealed class RuleSetService(Database database)
{
    /// <summary>Every version there is, the newest of each kind first.</summary>
    [UseCase(Permission.Administer, Permission.ViewReviews, Any = true)]
    public Task<IReadOnlyList<RuleSetRow>> ListAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<RuleSetRow>>(async db =>
        {
            DemandRead(db);
            var used = await db.Set<ReviewCycle>().GroupBy(c => c.RuleSetCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var all = await db.Set<RuleSet>().ToListAsync(ct);
            return [.. all.Select(r => r.Facts).OrderBy(f => f.Kind, StringComparer.Ordinal).ThenByDescending(f => f.ValidFrom).ThenBy(f => f.Id, StringComparer.Ordinal)
                .Select(f => new RuleSetRow(f.Id, f.Kind, f.Name, f.NameEn, f.ValidFrom, f.ValidUntil, f.CopyOf, f.RecordsOnly, used.GetValueOrDefault(f.Id), f.Unconfirmed.Count))];
        }, ct);

    /// <exception cref="NotFoundException">There is no version of that code.</exception>
    [UseCase(Permission.Administer, Permission.ViewReviews, Any = true)]
    public Task<RuleSetDetails> GetAsync(string code, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            DemandRead(db);
            return await DetailsAsync(db, await FindAsync(db, code, ct), ct);
        }, ct);

    /// <summary>Makes a new version with everything that another says, to be edited.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.CodeTaken, RuleSet.CodeInvalid.</exception>
    [UseCase(Permission.Administer)]
    public Task CopyAsync(string code, string newCode, string name, string nameEn, CancellationToken ct = default) =>
        database.ChangeAsync(new("RuleSet.Copy"), async db =>
        {
            db.Demand(Permission.Administer, null, db.Today);
            var original = await FindAsync(db, code, ct);
            await DemandFreeAsync(db, newCode, ct);
            db.Add(original.Copy(newCode.Trim(), name.Trim(), nameEn.Trim()));
        }, ct);

    /// <inheritdoc cref="RuleSet.Change"/>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    [UseCase(Permission.Administer)]
    public Task ChangeAsync(Seen seen, RuleSetFacts facts, CancellationToken ct = default) =>
        database.ChangeAsync(new("RuleSet.Change"), async db =>
        {
            db.Demand(Permission.Administer, null, db.Today);
            var rules = await db.LoadAsync<RuleSet>(seen, r => r.Facts, ct);
            rules.Change(facts, await db.Set<ReviewCycle>().AnyAsync(c => c.RuleSetCode == rules.Code, ct));
        }, ct);

    /// <summary>Takes over a version from a file, as a copy that can be edited here.</summary>
    /// <returns>Its code.</returns>
    /// <exception cref="RuleBrokenException">RuleSet.Unreadable, RuleSet.CodeTaken, and those of <see cref="RuleSet.Define"/>.</exception>
    [UseCase(Permission.Administer)]
    public async Task<string> ImportAsync(string json, CancellationToken ct = default)
    {
        var code = "";
        await database.ChangeAsync(new("RuleSet.Import"), async db =>
        {
            db.Demand(Permission.Administer, null, db.Today);
            var facts = RuleSetFile.Read(json);
            await DemandFreeAsync(db, facts.Id, ct);
            db.Add(RuleSet.Define(facts with { CopyOf = facts.CopyOf ?? facts.Id }));
            code = facts.Id;
        }, ct);
        return code;
    }

    private static void DemandRead(OrgDbContext db)
    {
        if (!AccessRules.IsGiven(db.Actor, Permission.Administer, db.Today) && !AccessRules.IsGiven(db.Actor, Permission.ViewReviews, db.Today)) throw new AccessDeniedException(Permission.ViewReviews);
    }

    private static async Task<RuleSet> FindAsync(OrgDbContext db, string code, CancellationToken ct) =>
        await db.Set<RuleSet>().SingleOrDefaultAsync(r => r.Code == code, ct) ?? throw new NotFoundException(typeof(RuleSet), code);

    private static async Task DemandFreeAsync(OrgDbContext db, string code, CancellationToken ct) =>
        RuleBrokenException.Unless(!await db.Set<RuleSet>().AnyAsync(r => r.Code == code.Trim(), ct), "RuleSet.CodeTaken", code);

    private static async Task<RuleSetDetails> DetailsAsync(OrgDbContext db, RuleSet rules, CancellationToken ct)
    {
        var years = await db.Set<ReviewCycle>().Where(c => c.RuleSetCode == rules.Code).Select(c => c.Year).Distinct().OrderDescending().ToListAsync(ct);
        var administers = AccessRules.IsGranted(db.Actor, Permission.Administer, db.Today);
        return new(new(rules.Id, rules.Version), rules.Facts, years, administers, administers && rules.Facts.CopyOf is not null && years.Count == 0);
    }
}
