using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>The register of decisions.</summary>
public sealed class DecisionService(Database database, IConfigurationProvider maps)
{
    /// <summary>Decisions of which every word typed is somewhere in number, issuer or subject, with or without accents; the newest first. Nothing typed: the newest of all.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<DecisionRef>> FindAsync(string text, int most = 8, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<DecisionRef>>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            IQueryable<Decision> found = db.Set<Decision>();
            foreach (var word in VietnameseText.SearchKey(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(d => d.SearchKey.Contains(word));
            return await found.OrderByDescending(d => d.SignedOn).ThenByDescending(d => d.Number).Take(most).ProjectTo<DecisionRef>(maps).ToListAsync(ct);
        }, ct);

    /// <summary>Enters a decision; returns its id, by which changes refer to it.</summary>
    /// <exception cref="RuleBrokenException">Decision.Registered: number, issuer and day are there already; and those of <see cref="Decision.Register"/>.</exception>
    [UseCase(Permission.ChangeUnits)]
    public async Task<Guid> RegisterAsync(DecisionFacts facts, CancellationToken ct = default) => (await RegisterAsync([facts], ct))[0];

    /// <summary>Enters several at once, all or none.</summary>
    /// <inheritdoc cref="RegisterAsync(DecisionFacts, CancellationToken)" path="/exception"/>
    [UseCase(Permission.ChangeUnits)]
    public async Task<IReadOnlyList<Guid>> RegisterAsync(IReadOnlyList<DecisionFacts> several, CancellationToken ct = default)
    {
        var decisions = several.Select(Decision.Register).ToList();
        await database.ChangeAsync(new("Decision.Register"), async db =>
        {
            var scope = db.ScopeFor(Permission.ChangeUnits, db.Today);
            if (scope.IsNothing) throw new AccessDeniedException(Permission.ChangeUnits);
            foreach (var d in decisions)
            {
                var known = await db.Set<Decision>().AnyAsync(x => x.Number == d.Number && x.Issuer == d.Issuer && x.SignedOn == d.SignedOn, ct);
                var twice = decisions.Exists(x => x != d && (x.Number, x.Issuer, x.SignedOn) == (d.Number, d.Issuer, d.SignedOn));
                RuleBrokenException.Unless(!known && !twice, "Decision.Registered", d.Number, d.SignedOn);
            }
            db.AddRange(decisions);
        }, ct);
        return [.. decisions.Select(d => d.Id)];
    }
}
