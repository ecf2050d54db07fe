using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>An applied scenario: its own number, and the change set that holds everything it did.</summary>
public sealed record AppliedScenario(Guid Id, long ChangeSet);

/// <summary>Tries restructurings out, and applies them. Everything of one happens in one change set, or nothing does. Here they come as files; drafts that live in the database are of <see cref="ScenarioDraftService"/> and <see cref="ScenarioLifeService"/>.</summary>
public sealed class ScenarioService(Database database)
{
    /// <summary>Plays the steps on the organisation of the scenario's day, in memory, and tells what would be, as far as the reader may draft: nothing is saved.</summary>
    /// <exception cref="Common.RuleBrokenException">What <see cref="ApplyAsync"/> would refuse, with the number of the step.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<ScenarioSimulation> SimulateAsync(ScenarioFile scenario, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var scope = db.DemandScope(Permission.DraftScenarios, scenario.EffectiveOn);
            var stage = await new ScenarioPlayer(db).PlayAsync(scenario, new ScenarioReach(db, Permission.DraftScenarios, scenario.EffectiveOn), ct);
            return await ScenarioSimulation.OfAsync(db, scenario, stage, scope.Or(stage.Founded()), ct);
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
            var decisions = await ScenarioRegister.RegisteredAsync(db, scenario, ct);
            var stage = new ScenarioStage(db.Timeline, on, decisions, new SavedAggregates(db), scenario.Name);
            await new ScenarioRun(scenario, stage, new(db, Permission.ApplyScenarios, on)).RunAsync(ct);
            var kept = Scenario.Applied(scenario, db.Timeline.Seq + 1);
            db.Add(kept);
            applied = new(kept.Id, db.Timeline.Seq + 1);
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
            await new ChangeSetUndo(db).RunAsync(scenario.AppliedIn!.Value, except: scenario.Id, ct);
        }, ct);
}
