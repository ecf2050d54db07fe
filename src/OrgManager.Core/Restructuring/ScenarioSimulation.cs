using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Restructuring.Playing;
using OrgManager.Targets;

namespace OrgManager.Restructuring;

/// <summary>A target without and with the scenario, both on its day.</summary>
public sealed record TargetEffect(TargetProgress Before, TargetProgress After);

/// <summary>One unit becomes another, or part of it; by their codes.</summary>
public sealed record UnitSuccession(string From, string To, SuccessionKind Kind);

/// <summary>What a scenario would do, as far as its reader reaches: the organisation of its day without and with it, what is other, what there is to look at, and what it does to each target.</summary>
public sealed class ScenarioSimulation
{
    private ScenarioSimulation(ScenarioFile scenario, OrgSnapshot before, OrgSnapshot after) =>
        (Scenario, Before, After, Diff) = (scenario, before, after, OrgDiff.Between(before, after));

    internal static async Task<ScenarioSimulation> OfAsync(OrgDbContext db, ScenarioFile scenario, ScenarioStage stage, Scope scope, CancellationToken ct)
    {
        var whole = stage.Before.On(scenario.EffectiveOn);
        var offices = ScenarioTrials.OfficesFor(db, whole);
        return new(scenario, whole.VisibleTo(scope, offices), stage.Day.VisibleTo(scope, offices))
        {
            Successions = Named(stage.Now, stage.Now.Successions.Where(s => stage.Before.Successions.Find(s.Id) is null)),
            Findings = [.. ScenarioFindings.New(whole, stage, await stage.FunctionsAsync(ct)).Where(found => scope.Includes(found.Unit.Id))],
            Targets = await EffectsAsync(db, whole, stage.Day, ct),
        };
    }

    /// <summary>One that has been carried out: its day without it, or the day before where that can no longer be told, and its day.</summary>
    internal static async Task<ScenarioSimulation> OfAppliedAsync(OrgDbContext db, ScenarioFile scenario, long changeSet, OrgSnapshot before, OrgSnapshot after, Func<IReadOnlyCollection<Guid>, Scope> scope, CancellationToken ct)
    {
        var diff = OrgDiff.Between(before, after);
        HashSet<Guid> touched = [.. diff.Created.Concat(diff.Ended).Select(u => u.Id), .. diff.Allocated.Concat(diff.Present).Concat(diff.Assigned).Select(u => u.Id), .. diff.Renamed.Concat(diff.Moved).Select(u => u.Id)];
        touched.UnionWith(diff.Members.SelectMany(m => new[] { m.From, m.To }).OfType<string>().Select(code => db.Timeline.UnitByCode(code)!.Id));
        if (before.Day != after.Day) touched.IntersectWith(await WithoutScenario.TouchedAsync(db, changeSet, after, ct));
        var seen = scope(touched);
        var offices = ScenarioTrials.OfficesFor(db, before);
        return new(scenario, before.VisibleTo(seen, offices), after.VisibleTo(seen, offices))
        {
            Successions = Named(db.Timeline, db.Timeline.Successions.Where(s => s.On == after.Day && touched.Contains(s.PredecessorId))),
            Findings = [.. ScenarioFindings.New(before, after, touched, await new SketchedAggregates(db).FunctionsAsync(ct)).Where(found => seen.Includes(found.Unit.Id))],
            Targets = await EffectsAsync(db, before, db.Timeline.On(after.Day), ct),
        };
    }

    private static IReadOnlyList<UnitSuccession> Named(OrgTimeline timeline, IEnumerable<SuccessionLine> successions) =>
        [.. successions.Select(s => new UnitSuccession(timeline.Units.Find(s.PredecessorId)!.Code, timeline.Units.Find(s.SuccessorId)!.Code, s.Kind))];

    private static async Task<IReadOnlyList<TargetEffect>> EffectsAsync(OrgDbContext db, OrgSnapshot before, OrgSnapshot after, CancellationToken ct)
    {
        var targets = await db.Set<Target>().AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(ct);
        return [.. targets.Select(t => new TargetEffect(TargetCalculator.Of(before, t), TargetCalculator.Of(after, t)))];
    }

    public ScenarioFile Scenario { get; }
    public OrgSnapshot Before { get; }
    public OrgSnapshot After { get; }
    public OrgDiff Diff { get; }

    /// <summary>Which unit becomes what.</summary>
    public IReadOnlyList<UnitSuccession> Successions { get; private init; } = [];

    /// <summary>Those that are there only with the scenario.</summary>
    public IReadOnlyList<ScenarioFinding> Findings { get; private init; } = [];
    public IReadOnlyList<TargetEffect> Targets { get; private init; } = [];
}
