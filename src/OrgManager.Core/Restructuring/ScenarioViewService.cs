using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>Scenarios to look at: which there are, what each would do, several side by side. Opening another's scenario that is not carried out yet is written down.</summary>
public sealed class ScenarioViewService(Database database, ReadLog log)
{
    private readonly ConcurrentDictionary<(Guid? User, Guid Scenario), bool> _opened = [];

    /// <summary>Those the reader may see, the latest day first; an administrator sees besides what is applied, to undo it.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<ScenarioRow>> ListAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<ScenarioRow>>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            var mends = AccessRules.IsGranted(db.Actor, Permission.Administer, db.Today);
            var ids = (await ScenarioHead.AllAsync(db, ct)).FindAll(head => head.MayRead(db) || (mends && head.State is ScenarioState.Applied or ScenarioState.Undone)).ConvertAll(head => head.Id);
            var seen = await db.Set<Scenario>().Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(ct);
            var rows = new List<ScenarioRow>();
            foreach (var scenario in seen.OrderByDescending(s => s.EffectiveOn).ThenBy(s => VietnameseText.SortKey(s.Name), StringComparer.Ordinal))
                rows.Add(ScenarioSight.RowOf(db, scenario, (await new ScenarioConflicts(db).OfAsync(scenario, ct)).DistinctBy(c => c.ChangeSet).Count()));
            return rows;
        }, ct);

    /// <summary>The same list, for who may take lists out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public async Task<IReadOnlyList<ScenarioRow>> ExportAsync(CancellationToken ct = default)
    {
        await DemandExportAsync(ct);
        return await ListAsync(ct);
    }

    /// <summary>One scenario with its steps, its readers and its life.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    /// <exception cref="AccessDeniedException">A draft that does not name the reader.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<ScenarioDetails> GetAsync(Guid id, CancellationToken ct = default) =>
        ReadAsync(id, async (db, scenario) => await ScenarioDetailsOf.ReadAsync(db, scenario, ct), ct);

    /// <summary>What it would do, or did, with the organisation as it was without it, as far as it can be done and the reader reaches.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<ScenarioTrial> SimulateAsync(Guid id, CancellationToken ct = default) =>
        ReadAsync(id, (db, scenario) => TrialAsync(db, scenario, ct), ct);

    /// <summary>The same with a step that is not saved yet: in place of number <paramref name="replacing"/>, or after all others.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    /// <exception cref="AccessDeniedException">The step names what is out of reach.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<ScenarioTrial> TryStepAsync(Guid id, ScenarioStep step, int? replacing = null, CancellationToken ct = default) =>
        ReadAsync(id, (db, scenario) => TrialAsync(db, With(db, scenario, step, replacing), ct, isSaved: false), ct);

    /// <summary>Who and what the units that end or give off stand to lose, and where each goes: of one step, or of the whole scenario.</summary>
    /// <param name="step">Its number; the whole if null.</param>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    /// <exception cref="RuleBrokenException">Scenario.StepMissing; or one of the steps before cannot be done, with its number.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<ScenarioPlacing> PlacingAsync(Guid id, int? step = null, CancellationToken ct = default) =>
        ReadAsync(id, (db, scenario) => PlacedAsync(db, scenario, step, ct), ct);

    /// <summary>The same of a step that is not saved yet.</summary>
    /// <inheritdoc cref="TryStepAsync"/>
    [UseCase(Permission.DraftScenarios)]
    public Task<ScenarioPlacing> PlacingOfStepAsync(Guid id, ScenarioStep step, int? replacing = null, CancellationToken ct = default) =>
        ReadAsync(id, (db, scenario) =>
        {
            var with = With(db, scenario, step, replacing);
            return PlacedAsync(db, with, replacing ?? with.Steps.Count, ct);
        }, ct);

    /// <summary>Several side by side, in the order asked for, each by itself on the organisation as it is.</summary>
    /// <exception cref="NotFoundException">One of them does not exist.</exception>
    /// <exception cref="AccessDeniedException">One of them is a draft that does not name the reader.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public async Task<ScenarioComparison> CompareAsync(IReadOnlyList<Guid> ids, CancellationToken ct = default)
    {
        var columns = new List<ScenarioColumn>();
        foreach (var id in ids.Distinct()) columns.Add(await ReadAsync(id, async (db, scenario) => ScenarioColumn.Of(ScenarioSight.RowOf(db, scenario, 0), await TrialAsync(db, scenario, ct)), ct));
        return new(columns);
    }

    /// <summary>The same side by side, for who may take lists out of the house.</summary>
    /// <inheritdoc cref="CompareAsync"/>
    [UseCase(Permission.Export)]
    public async Task<ScenarioComparison> ExportComparisonAsync(IReadOnlyList<Guid> ids, CancellationToken ct = default)
    {
        await DemandExportAsync(ct);
        return await CompareAsync(ids, ct);
    }

    /// <summary>What changed, of what it changes, since it was submitted or last approved; empty where it would still come out the same.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<IReadOnlyList<ScenarioConflict>> ConflictsAsync(Guid id, CancellationToken ct = default) =>
        ReadAsync(id, (db, scenario) => new ScenarioConflicts(db).OfAsync(scenario, ct), ct);

    /// <summary>As a file that the command line reads.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<string> ExportFileAsync(Guid id, CancellationToken ct = default) => ReadAsync(id, (_, scenario) => Task.FromResult(scenario.File.Write()), ct, leaves: true);

    /// <summary>Who, other than its author, opened it before it was carried out; the newest first. For those who draft it.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task<IReadOnlyList<Reading>> ReadingsAsync(Guid id, CancellationToken ct = default) =>
        ReadAsync(id, async (db, scenario) =>
        {
            ScenarioSight.DemandEdit(db, scenario);
            return await log.OfAsync(scenario.Id.ToString(), ct);
        }, ct);

    private async Task<ScenarioTrial> TrialAsync(OrgDbContext db, Scenario scenario, CancellationToken ct, bool isSaved = true)
    {
        var trial = await ScenarioTrials.OfAsync(db, scenario, ct, isSaved);
        await NoteMembersAsync(db, trial.Simulation.Diff.Members.Select(m => m.Code), ct);
        return trial;
    }

    private async Task<ScenarioPlacing> PlacedAsync(OrgDbContext db, Scenario scenario, int? step, CancellationToken ct)
    {
        var placing = await ScenarioPlacings.OfAsync(db, scenario, step, ct);
        await NoteMembersAsync(db, placing.Members.Select(m => m.Person.Code), ct);
        return placing;
    }

    /// <summary>That somebody is a member is told of each of them.</summary>
    private async Task NoteMembersAsync(OrgDbContext db, IEnumerable<string> members, CancellationToken ct)
    {
        var own = db.Actor.PersonId is { } me ? db.Timeline.People.Find(me)?.Code : null;
        await log.WriteAsync(db.Actor, "Scenario", FieldClass.Party, members.Where(code => code != own), ct);
    }

    private Task<bool> DemandExportAsync(CancellationToken ct) =>
        database.ReadAsync(db =>
        {
            db.DemandScope(Permission.Export, db.Today);
            return Task.FromResult(true);
        }, ct);

    /// <summary>That another's scenario was opened is on disk before anything is shown: once in a session, and each time it leaves the house.</summary>
    private Task<T> ReadAsync<T>(Guid id, Func<OrgDbContext, Scenario, Task<T>> read, CancellationToken ct, bool leaves = false) =>
        database.ReadAsync(async db =>
        {
            var scenario = await db.LoadAsync<Scenario>(id, ct);
            ScenarioSight.DemandRead(db, scenario);
            var open = scenario.State is not (ScenarioState.Applied or ScenarioState.Undone) && !ScenarioSight.IsOwn(db, scenario);
            if (open && (leaves || !_opened.ContainsKey((db.Actor.UserId, id)))) await log.WriteAsync(db.Actor, "Scenario", FieldClass.Public, [scenario.Id.ToString()], ct);
            if (open) _opened[(db.Actor.UserId, id)] = true;
            return await read(db, scenario);
        }, ct);

    /// <summary>The draft as it would be with the step; it is not tracked, so nobody saves it.</summary>
    private static Scenario With(OrgDbContext db, Scenario scenario, ScenarioStep step, int? replacing)
    {
        ScenarioSight.DemandEdit(db, scenario);
        var before = scenario.File;
        if (replacing is { } number) scenario.Replace(number, step);
        else scenario.Add(step);
        ScenarioDrafters.DemandEdited(db, before, scenario.File);
        return scenario;
    }
}
