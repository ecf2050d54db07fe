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
            var decisions = await names.OfAsync(db, targets.Select(t => t.Facts.LegalBasisId), ct);
            return [.. targets.Select(t => TargetCalculator.Of(db.Timeline.On(on), t) with { LegalBasis = Named(decisions, t.Facts.LegalBasisId) })];
        }, ct);

    /// <summary>One target with its trajectory, its path, and year by year what moved it.</summary>
    /// <exception cref="NotFoundException">There is no active target of that code.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<TargetDetails> DetailsAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var target = (await ActiveAsync(db, ct)).Find(t => t.Code == code) ?? throw new NotFoundException(typeof(Target), code);
            var road = TargetRoad.Of(db.Timeline.On(on), target);
            var decisions = await names.OfAsync(db, road.DecisionIds.Append(target.Facts.LegalBasisId), ct);
            return road.Told(decisions);
        }, ct);

    /// <summary>What moved each figure since its baseline (or start), by target code.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>>> EvidenceAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>>>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var moved = (await ActiveAsync(db, ct)).Select(t => t.Facts).ToDictionary(t => t.Code, t => new TargetEvidenceFinder(db.Timeline, t).Between(t.BaselineOn ?? t.StartsOn, on));
            var decisions = await names.OfAsync(db, moved.Values.SelectMany(m => m).Select(m => m.DecisionId), ct);
            return moved.ToDictionary(m => m.Key, m => (IReadOnlyList<TargetEvidence>)
                [.. m.Value.Select(e => e.Evidence with { Decision = Named(decisions, e.DecisionId) })]);
        }, ct);

    /// <summary>A target to edit, also one no longer followed.</summary>
    /// <exception cref="NotFoundException">There is no target of that code.</exception>
    [UseCase(Permission.ChangeTargets)]
    public Task<TargetDefinition> GetAsync(string code, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.DemandScope(Permission.ChangeTargets, db.Today);
            var target = await db.Set<Target>().SingleOrDefaultAsync(t => t.Code == code, ct) ?? throw new NotFoundException(typeof(Target), code);
            return Definition(target, db.Today, await names.OfAsync(db, DecisionIds(target.Facts), ct));
        }, ct);

    /// <summary>The targets no longer followed, by code.</summary>
    [UseCase(Permission.ChangeTargets)]
    public Task<IReadOnlyList<RetiredTarget>> RetiredAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<RetiredTarget>>(async db =>
        {
            db.DemandScope(Permission.ChangeTargets, db.Today);
            var retired = await db.Set<Target>().Where(t => !t.IsActive).OrderBy(t => t.Code).ToListAsync(ct);
            return [.. retired.Select(t => new RetiredTarget(t.Code, t.Facts.Name, t.Facts.ShortName))];
        }, ct);

    /// <summary>What a definition would say on a day, beside what the target of its code says now. Nothing is kept.</summary>
    /// <inheritdoc cref="Target.Define" path="/exception"/>
    [UseCase(Permission.ChangeTargets)]
    public Task<TargetPreview> PreviewAsync(TargetFacts facts, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.DemandScope(Permission.ChangeTargets, db.Today);
            TargetRules.Demand(facts);
            var now = await db.Set<Target>().SingleOrDefaultAsync(t => t.Code == facts.Code, ct);
            return new TargetPreview(now is null ? null : new TargetCalculator(db.Timeline, now.Facts).On(on), new TargetCalculator(db.Timeline, facts).On(on));
        }, ct);

    /// <summary>Adds targets; their codes must be new.</summary>
    /// <exception cref="RuleBrokenException">Target.CodeTaken, Target.KindUnknown, Target.ScopeUnknown and those of <see cref="Target.Define"/>.</exception>
    [UseCase(Permission.ChangeTargets)]
    public Task DefineAsync(IReadOnlyList<TargetFacts> targets, CancellationToken ct = default) =>
        database.ChangeAsync(new("Target.Define"), async db =>
        {
            db.DemandScope(Permission.ChangeTargets, db.Today);
            var codes = await db.Set<Target>().Select(t => t.Code).ToListAsync(ct);
            foreach (var facts in targets)
            {
                RuleBrokenException.Unless(!codes.Contains(facts.Code), "Target.CodeTaken", facts.Code);
                codes.Add(facts.Code);
                await DemandKnownAsync(db, facts, ct);
            }
            db.AddRange(targets.Select(Target.Define));
        }, ct);

    /// <summary>The definition becomes another one from its beginning on, under the same code, and the target is followed or no longer. The trail keeps the definition before.</summary>
    /// <param name="reason">Needed once the target has begun: reports have told figures by the definition before.</param>
    /// <exception cref="RuleBrokenException">Target.ReasonMissing, Target.KindUnknown, Target.ScopeUnknown and those of <see cref="Target.Define"/>.</exception>
    /// <exception cref="ConflictException">Somebody changed the target since it was shown; carries <see cref="TargetDefinition"/>.</exception>
    [UseCase(Permission.ChangeTargets)]
    public Task ReviseAsync(Seen seen, TargetFacts facts, bool isActive = true, string? reason = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Target.Revise", string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), async db =>
        {
            db.DemandScope(Permission.ChangeTargets, db.Today);
            var decisions = await names.OfAsync(db, DecisionIds((await db.LoadAsync<Target>(seen.Id, ct)).Facts), ct);
            var target = await db.LoadAsync<Target>(seen, t => Definition(t, db.Today, decisions), ct);
            RuleBrokenException.Unless(!target.IsReported(db.Today) || !string.IsNullOrWhiteSpace(reason), "Target.ReasonMissing");
            await DemandKnownAsync(db, facts, ct);
            target.Redefine(facts);
            target.Follow(isActive);
        }, ct);

    private static TargetDefinition Definition(Target target, DateOnly today, IReadOnlyDictionary<Guid, DecisionRef> decisions) =>
        new(new(target.Id, target.Version), target.Facts, target.IsActive, target.IsReported(today), decisions);

    private static IEnumerable<Guid?> DecisionIds(TargetFacts facts) => facts.Adjustments.Select(a => a.DecisionId).Append(facts.LegalBasisId);

    /// <summary>What a definition names must be there: kinds of units, the unit of its scope, decisions.</summary>
    private async Task DemandKnownAsync(OrgDbContext db, TargetFacts facts, CancellationToken ct)
    {
        var kinds = facts.Metric is TargetMetric.UnitsOfKinds or TargetMetric.AutonomousShare or TargetMetric.Deputies ? facts.Set : [];
        foreach (var kind in kinds) RuleBrokenException.Unless(db.Timeline.Kinds.Any(k => k.Facts.Code == kind), "Target.KindUnknown", kind);
        RuleBrokenException.Unless(facts.ScopeUnit is not { } scope || db.Timeline.UnitByCode(scope) is not null, "Target.ScopeUnknown", facts.ScopeUnit);
        var known = await names.OfAsync(db, DecisionIds(facts), ct);
        foreach (var id in DecisionIds(facts).OfType<Guid>().Where(id => !known.ContainsKey(id))) throw new NotFoundException(typeof(Decision), id);
    }

    internal static DecisionRef? Named(Dictionary<Guid, DecisionRef> decisions, Guid? id) => id is { } known ? decisions.GetValueOrDefault(known) : null;

    internal static Task<List<Target>> ActiveAsync(OrgDbContext db, CancellationToken ct) => db.Set<Target>().AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(ct);
}
