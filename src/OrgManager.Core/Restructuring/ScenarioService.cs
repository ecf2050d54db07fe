using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Restructuring.Playing;
using OrgManager.Targets;

namespace OrgManager.Restructuring;

/// <summary>An applied scenario: its own number, and the change set that holds everything it did.</summary>
public sealed record AppliedScenario(Guid Id, long ChangeSet);

/// <summary>Tries restructurings out, and applies them. Everything of one happens in one change set, or nothing does.</summary>
public sealed class ScenarioService(Database database)
{
    /// <summary>Plays the steps on the organisation of the scenario's day, in memory, and tells what would be, as far as the reader may draft: nothing is saved.</summary>
    /// <exception cref="Common.RuleBrokenException">What <see cref="ApplyAsync"/> would refuse, with the number of the step.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<ScenarioSimulation> SimulateAsync(ScenarioFile scenario, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var scope = db.DemandScope(Permission.DraftScenarios, scenario.EffectiveOn);
            var stage = new ScenarioStage(db.Timeline, scenario.EffectiveOn, new(), new SketchedAggregates(db), scenario.Name);
            await new ScenarioRun(scenario, stage, new(db, Permission.DraftScenarios, scenario.EffectiveOn)).RunAsync(ct);
            var targets = await db.Set<Target>().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(ct);
            return new ScenarioSimulation(scenario, stage, scope, [.. targets.Select(t => t.Facts)], [.. await stage.FunctionsAsync(ct)]);
        }, ct);

    /// <summary>Carries the steps out, in order, on the scenario's day; every unit and cell a step names must be in reach. Its decisions are registered if they are not yet. What was known of later days follows the units.</summary>
    /// <exception cref="Common.RuleBrokenException">Scenario.UnitNotThere, Scenario.PersonNotThere, Scenario.BranchesMixed, Scenario.LeadsNothing, Scenario.TooFewPosts and those of the units, quotas, people and members it touches; each with the number of the step.</exception>
    [UseCase(Permission.ApplyScenarios)]
    public async Task<AppliedScenario> ApplyAsync(ScenarioFile scenario, CancellationToken ct = default)
    {
        AppliedScenario? applied = null;
        await database.ChangeAsync(new("Scenario.Apply", scenario.Name), async db =>
        {
            db.DemandScope(Permission.ApplyScenarios, scenario.EffectiveOn);
            var on = scenario.EffectiveOn;
            var decisions = new AppliedDecisions(
                await RegisteredAsync(db, scenario.Decisions.State, on, ct), await RegisteredAsync(db, scenario.Decisions.Party, on, ct),
                await RegisteredAsync(db, scenario.Decisions.Personnel, on, ct), await RegisteredAsync(db, scenario.Decisions.Quota, on, ct));
            var stage = new ScenarioStage(db.Timeline, on, decisions, new SavedAggregates(db), scenario.Name);
            await new ScenarioRun(scenario, stage, new(db, Permission.ApplyScenarios, on)).RunAsync(ct);
            var kept = Scenario.Applied(scenario, db.Timeline.Seq + 1);
            db.Add(kept);
            applied = new(kept.Id, kept.AppliedIn);
        }, ct);
        return applied!;
    }

    /// <summary>Takes back everything an applied scenario did, as one change set. A repair: in life it is a new decision.</summary>
    /// <param name="reason">Why, kept in the trail.</param>
    /// <exception cref="Common.NotFoundException">There is no such scenario.</exception>
    /// <exception cref="Common.RuleBrokenException">History.ReasonMissing; Scenario.UndoneAlready; Undo.LaterChanges: later changes stand on what it did, told by number and verb; or an invariant would break.</exception>
    [UseCase(Permission.Administer)]
    public Task UndoAsync(Guid id, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Scenario.Undo", reason), async db =>
        {
            Common.RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
            var scenario = await db.LoadAsync<Scenario>(id, ct);
            db.Demand(Permission.Administer, null, scenario.EffectiveOn);
            scenario.Undo();
            await new ChangeSetUndo(db).RunAsync(scenario.AppliedIn, except: scenario.Id, ct);
        }, ct);

    private static async Task<Guid?> RegisteredAsync(OrgDbContext db, ScenarioDecision? decision, DateOnly on, CancellationToken ct)
    {
        if (decision is null) return null;
        var known = db.Set<Decision>().Local.FirstOrDefault(Same) ?? (await db.Set<Decision>().Where(d => d.Number == decision.Number).ToListAsync(ct)).Find(Same);
        if (known is not null) return known.Id;
        var added = Decision.Register(decision.Facts(on));
        db.Add(added);
        return added.Id;

        bool Same(Decision d) => (d.Number, d.Issuer, d.SignedOn) == (decision.Number, decision.Issuer, decision.SignedOn);
    }
}
