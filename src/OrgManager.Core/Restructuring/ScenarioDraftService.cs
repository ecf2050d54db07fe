using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Restructuring;

/// <summary>Drafting restructurings: by their author, and by those readers who draft scenarios themselves. What a step names must be in reach of whoever writes it down, changes it or takes it out; what an earlier step founds is reached by who reaches what it comes from.</summary>
public sealed class ScenarioDraftService(Database database)
{
    /// <summary>An empty draft of the reader's own.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NameMissing.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<Guid> CreateAsync(ScenarioInput input, CancellationToken ct = default) =>
        DraftAsync("Scenario.Create", db => Task.FromResult(new ScenarioFile { Name = input.Name, EffectiveOn = input.EffectiveOn, Decisions = input.Decisions ?? new(), Steps = [] }), ct);

    /// <summary>A draft from a file; its steps need not be doable yet.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NameMissing, Scenario.TooManySteps.</exception>
    /// <exception cref="AccessDeniedException">A step names what is out of reach.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<Guid> ImportAsync(ScenarioFile file, CancellationToken ct = default) => DraftAsync("Scenario.Import", _ => Task.FromResult(file), ct);

    /// <summary>A draft of the reader's own that begins as another scenario they may read stands: another way to the same end.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<Guid> CopyAsync(Guid id, string name, CancellationToken ct = default) =>
        DraftAsync("Scenario.Copy", async db =>
        {
            var copied = await db.LoadAsync<Scenario>(id, ct);
            ScenarioSight.Demand(db, Permission.DraftScenarios, copied);
            return copied.File with { Name = name };
        }, ct);

    /// <summary>Name, day and decisions; the day of the steps goes along.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    /// <exception cref="RuleBrokenException">Those of <see cref="Scenario.Change"/>.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task ChangeAsync(Seen seen, ScenarioInput input, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Change(input.Name, input.EffectiveOn, input.Decisions ?? scenario.Decisions), ct);

    /// <summary>One step more, as number <paramref name="at"/> or at the end; it need not be doable yet.</summary>
    /// <inheritdoc cref="ChangeAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios)]
    public Task AddStepAsync(Seen seen, ScenarioStep step, int? at = null, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Add(step, at), ct);

    /// <inheritdoc cref="ChangeAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios)]
    public Task ReplaceStepAsync(Seen seen, int number, ScenarioStep step, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Replace(number, step), ct);

    /// <inheritdoc cref="ChangeAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios)]
    public Task RemoveStepAsync(Seen seen, int number, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Remove(number), ct);

    /// <summary>The step becomes number <paramref name="to"/>; the others close up.</summary>
    /// <inheritdoc cref="ChangeAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios)]
    public Task MoveStepAsync(Seen seen, int number, int to, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Move(number, to), ct, (db, scenario) => ScenarioDrafters.DemandStep(db, scenario.File, number));

    /// <summary>All steps anew: what is moved on the mapping board may be told by several of them. Only those that were not there before are asked for their reach.</summary>
    /// <inheritdoc cref="ChangeAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios)]
    public Task SetStepsAsync(Seen seen, IReadOnlyList<ScenarioStep> steps, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Rewrite(steps), ct);

    /// <summary>A step that was set aside has been looked after, or is not wanted any more.</summary>
    /// <param name="index">Its place among them, counted from 0.</param>
    /// <inheritdoc cref="ChangeAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios)]
    public Task DropSetAsideAsync(Seen seen, int index, CancellationToken ct = default) =>
        EditAsync("Scenario.Change", seen, scenario => scenario.Drop(index), ct,
            (db, scenario) => ScenarioDrafters.DemandStep(db, scenario.File with { Steps = [.. scenario.Steps, .. scenario.SetAside.Skip(index).Take(1).Select(aside => aside.Step)] }, scenario.Steps.Count + 1));

    /// <summary>Exactly these people may see it while it is a draft; those among them who draft scenarios may edit it.</summary>
    /// <param name="people">Staff numbers.</param>
    /// <exception cref="RuleBrokenException">Scenario.PersonNotThere: nobody has this staff number.</exception>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task SetReadersAsync(Seen seen, IReadOnlyList<string> people, CancellationToken ct = default) =>
        database.ChangeAsync(new("Scenario.SetReaders"), async db =>
        {
            var readers = people.Select(code => (db.Timeline.PersonByCode(code) ?? throw new RuleBrokenException("Scenario.PersonNotThere", code)).Id).ToList();
            (await ScenarioSight.LoadAsync(db, seen, scenario => ScenarioSight.DemandEdit(db, scenario), ct)).SetReaders(readers);
        }, ct);

    private async Task<Guid> DraftAsync(string verb, Func<OrgDbContext, Task<ScenarioFile>> file, CancellationToken ct)
    {
        var id = Guid.Empty;
        await database.ChangeAsync(new(verb), async db =>
        {
            if (!AccessRules.IsGranted(db.Actor, Permission.DraftScenarios, db.Today)) throw new AccessDeniedException(Permission.DraftScenarios);
            var draft = Scenario.Draft(await file(db), db.Actor.UserId, db.Actor.IsSystem ? "" : db.Actor.Name);
            ScenarioDrafters.DemandEdited(db, draft.File with { Steps = [] }, draft.File);
            db.Add(draft);
            id = draft.Id;
        }, ct);
        return id;
    }

    private Task EditAsync(string verb, Seen seen, Action<Scenario> edit, CancellationToken ct, Action<OrgDbContext, Scenario>? demand = null) =>
        database.ChangeAsync(new(verb), async db =>
        {
            var scenario = await ScenarioSight.LoadAsync(db, seen, scenario => ScenarioSight.DemandEdit(db, scenario), ct);
            demand?.Invoke(db, scenario);
            var before = scenario.File;
            edit(scenario);
            ScenarioDrafters.DemandEdited(db, before, scenario.File);
        }, ct);
}
