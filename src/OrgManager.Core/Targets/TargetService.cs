using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Targets;

/// <summary>The targets and how far they have come.</summary>
public sealed class TargetService(Database database, DecisionNames names)
{
    /// <summary>Every active target judged on a day, by code. Percents are exact; show one decimal, half away from zero.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<TargetProgress>> ProgressAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<TargetProgress>>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var targets = await ActiveAsync(db, ct);
            var decisions = await names.OfAsync(db, targets.Select(t => t.LegalBasisId), ct);
            return [.. targets.Select(t => new TargetCalculator(db.Timeline, t).On(on, Named(decisions, t.LegalBasisId)))];
        }, ct);

    /// <summary>One target with its trajectory, its path, and year by year what moved it.</summary>
    /// <exception cref="NotFoundException">There is no active target of that code.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<TargetDetails> DetailsAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var target = (await ActiveAsync(db, ct)).Find(t => t.Code == code) ?? throw new NotFoundException(typeof(Target), code);
            var road = new TargetRoad(db.Timeline, target, on);
            var decisions = await names.OfAsync(db, road.DecisionIds.Append(target.LegalBasisId), ct);
            return road.Told(decisions);
        }, ct);

    /// <summary>What moved each figure since its baseline (or start), by target code.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>>> EvidenceAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>>>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var moved = (await ActiveAsync(db, ct)).ToDictionary(t => t.Code, t => new TargetEvidenceFinder(db.Timeline, t).Between(t.BaselineOn ?? t.StartsOn, on));
            var decisions = await names.OfAsync(db, moved.Values.SelectMany(m => m).Select(m => m.DecisionId), ct);
            return moved.ToDictionary(m => m.Key, m => (IReadOnlyList<TargetEvidence>)
                [.. m.Value.Select(e => e.Evidence with { Decision = Named(decisions, e.DecisionId) })]);
        }, ct);

    /// <summary>Adds targets; their codes must be new.</summary>
    /// <exception cref="RuleBrokenException">Target.CodeTaken and those of <see cref="Target.Define"/>.</exception>
    [UseCase(Permission.ChangeTargets)]
    public Task DefineAsync(IReadOnlyList<TargetFacts> targets, CancellationToken ct = default) =>
        database.ChangeAsync(new("Target.Define"), async db =>
        {
            if (db.ScopeFor(Permission.ChangeTargets, db.Today).IsNothing) throw new AccessDeniedException(Permission.ChangeTargets);
            var codes = await db.Set<Target>().Select(t => t.Code).ToListAsync(ct);
            foreach (var facts in targets)
            {
                RuleBrokenException.Unless(!codes.Contains(facts.Code), "Target.CodeTaken", facts.Code);
                codes.Add(facts.Code);
            }
            db.AddRange(targets.Select(Target.Define));
        }, ct);

    internal static DecisionRef? Named(Dictionary<Guid, DecisionRef> decisions, Guid? id) => id is { } known ? decisions.GetValueOrDefault(known) : null;

    private static async Task<List<TargetFacts>> ActiveAsync(OrgDbContext db, CancellationToken ct) =>
        [.. (await db.Set<Target>().AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(ct)).Select(t => t.Facts)];
}
