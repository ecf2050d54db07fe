using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Search;

namespace OrgManager.Decisions;

/// <summary>The register of decisions.</summary>
public sealed class DecisionService(Database database, DecisionIndex index)
{
    /// <summary>Decisions of which every word typed is somewhere in number, issuer or subject, with or without accents; the newest first. Nothing typed: the newest of all. Those about party matters out of the reader's reach alone are not among them.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<DecisionRef>> FindAsync(string text, int most = 8, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<DecisionRef>>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            var (found, sight) = (await index.FindAsync(db, SearchWords.Of(text), ct), new DecisionSight(db));
            return [.. found.Where(d => !sight.Closes(d.Id)).Take(most)];
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
            DecisionFiles.Demand(db, Permission.ChangeUnits);
            await AddAsync(db, decisions, ct);
        }, ct);
        return [.. decisions.Select(d => d.Id)];
    }

    /// <summary>The entry in the register was wrong. What refers to the decision refers to it still.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="DecisionDetails"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Decision.Registered and those of <see cref="Decision.Register"/>.</exception>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, DecisionFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Decision.Correct", reason), async db =>
        {
            DecisionFiles.Demand(db, Permission.CorrectHistory);
            new DecisionSight(db).Demand(seen.Id);
            var decision = await db.LoadAsync<Decision>(seen, DecisionDetails.Of, ct);
            decision.Correct(facts, reason);
            await DemandNewAsync(db, decision, ct);
        }, ct);

    internal static async Task AddAsync(OrgDbContext db, List<Decision> decisions, CancellationToken ct)
    {
        foreach (var d in decisions)
        {
            await DemandNewAsync(db, d, ct);
            RuleBrokenException.Unless(!decisions.Exists(x => x != d && (x.Number, x.Issuer, x.SignedOn) == (d.Number, d.Issuer, d.SignedOn)), "Decision.Registered", d.Number, d.SignedOn);
        }
        db.AddRange(decisions);
    }

    private static async Task DemandNewAsync(OrgDbContext db, Decision d, CancellationToken ct) => RuleBrokenException.Unless(
        !await db.Set<Decision>().AnyAsync(x => x.Id != d.Id && x.Number == d.Number && x.Issuer == d.Issuer && x.SignedOn == d.SignedOn, ct), "Decision.Registered", d.Number, d.SignedOn);
}
