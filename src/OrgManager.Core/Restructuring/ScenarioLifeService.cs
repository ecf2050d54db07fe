using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>From draft to deed: a scenario is submitted, approved or returned, and applied exactly as it was approved, or not at all.</summary>
public sealed class ScenarioLifeService(Database database)
{
    /// <summary>Trình: HR brings it before the director; from here on whoever has to do with scenarios may read it.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    /// <exception cref="RuleBrokenException">Those of <see cref="Scenario.Submit"/>, and of a step that cannot be done; Scenario.NobodyForCells: of a step about cells, where neither who submits nor anybody who drafts it reaches them.</exception>
    /// <exception cref="AccessDeniedException">A step is about a unit out of reach.</exception>
    [UseCase(Permission.ApplyScenarios)]
    public Task SubmitAsync(Seen seen, CancellationToken ct = default) =>
        TurnAsync("Scenario.Submit", null, Permission.ApplyScenarios, seen, async (db, scenario) =>
        {
            scenario.DemandDraft();
            await ScenarioDrafters.DemandVouchedAsync(db, scenario, ct);
            scenario.Submit(await BasisAsync(db, scenario, Permission.ApplyScenarios, ct));
        }, ct);

    /// <summary>Trả lại: a draft again, with the reason.</summary>
    /// <inheritdoc cref="SubmitAsync" path="/exception[@cref='T:OrgManager.Common.ConflictException']"/>
    /// <exception cref="RuleBrokenException">Those of <see cref="Scenario.Return"/>.</exception>
    /// <exception cref="AccessDeniedException">A step is about a unit out of reach.</exception>
    [UseCase(Permission.ApproveScenarios)]
    public Task ReturnAsync(Seen seen, string reason, CancellationToken ct = default) =>
        TurnAsync("Scenario.Return", reason, Permission.ApproveScenarios, seen, (db, scenario) =>
        {
            if (!ScenarioSight.Decides(db, Permission.ApproveScenarios, scenario)) throw new AccessDeniedException(Permission.ApproveScenarios);
            scenario.Return(reason);
            return Task.CompletedTask;
        }, ct);

    /// <summary>Duyệt: exactly what was shown.</summary>
    /// <param name="outcome">The <see cref="ScenarioTrial.Outcome"/> that was shown.</param>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    /// <exception cref="RuleBrokenException">Scenario.NotSubmitted, and those of a step that cannot be done; Scenario.Moved: it would come out otherwise by now; tried out anew, it may be approved as it comes out then.</exception>
    /// <exception cref="AccessDeniedException">A step is about a unit out of reach.</exception>
    [UseCase(Permission.ApproveScenarios)]
    public Task ApproveAsync(Seen seen, string outcome, CancellationToken ct = default) =>
        TurnAsync("Scenario.Approve", null, Permission.ApproveScenarios, seen, async (db, scenario) =>
        {
            scenario.DemandSubmitted();
            var now = await BasisAsync(db, scenario, Permission.ApproveScenarios, ct);
            if (now.Outcome != outcome) throw ScenarioConflicts.Refusal(await new ScenarioConflicts(db).OfAsync(scenario.Basis!, now.TouchedIds(), ct));
            scenario.Approve(now);
        }, ct);

    /// <summary>Rút: nothing will come of it. By those who draft it; once submitted also by who would apply it.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    /// <exception cref="RuleBrokenException">Scenario.Over.</exception>
    /// <exception cref="AccessDeniedException">Another's scenario is about a unit out of reach.</exception>
    [UseCase(Permission.DraftScenarios)]
    public Task WithdrawAsync(Seen seen, string? reason = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Scenario.Withdraw", string.IsNullOrWhiteSpace(reason) ? null : reason), async db => (await TakenBackAsync(db, seen, ct)).Withdraw(), ct);

    /// <summary>Carries an approved scenario out, in one change set, exactly as it was approved. Its decisions are registered if they are not yet.</summary>
    /// <exception cref="ConflictException">Somebody changed or applied it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    /// <exception cref="RuleBrokenException">Scenario.NotApproved; Scenario.Moved: the organisation is no longer as it was approved on (<see cref="ScenarioViewService.ConflictsAsync"/> tells in what); those of a step that cannot be done.</exception>
    [UseCase(Permission.ApplyScenarios)]
    public async Task<AppliedScenario> ApplyAsync(Seen seen, CancellationToken ct = default)
    {
        AppliedScenario? applied = null;
        await database.ChangeAsync(new("Scenario.Apply"), async db =>
        {
            var scenario = await ScenarioSight.LoadAsync(db, seen, scenario => ScenarioSight.Demand(db, Permission.ApplyScenarios, scenario), ct);
            scenario.Apply(db.Timeline.Seq + 1);
            await CarryOutAsync(db, scenario, scenario.Basis!, ct);
            applied = new(scenario.Id, scenario.AppliedIn!.Value);
        }, ct);
        return applied!;
    }

    /// <summary>What comes out is what was approved, or nothing.</summary>
    private static async Task CarryOutAsync(OrgDbContext db, Scenario scenario, ScenarioBasis basis, CancellationToken ct)
    {
        var decisions = await ScenarioRegister.RegisteredAsync(db, scenario.File, ct);
        var stage = new ScenarioStage(db.Timeline, scenario.EffectiveOn, decisions, new SavedAggregates(db), scenario.Name);
        try
        {
            await new ScenarioRun(scenario.File, stage, new(db, Permission.ApplyScenarios, scenario.EffectiveOn, Branch.Government)).RunAsync(ct);
        }
        catch (RuleBrokenException)
        {
            if (await new ScenarioConflicts(db).OfAsync(basis, stage.TouchedIds(), ct) is { Count: > 0 } moved) throw ScenarioConflicts.Refusal(moved);
            throw;
        }
        if (ScenarioDigest.Of(stage) != basis.Outcome) throw ScenarioConflicts.Refusal(await new ScenarioConflicts(db).OfAsync(basis, stage.TouchedIds(), ct));
    }

    /// <summary>Brings it up to date: keeps the steps that can still be done, sets the others aside with their reason, and makes it a draft again.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries <see cref="ScenarioRow"/>.</exception>
    /// <exception cref="RuleBrokenException">Scenario.Over.</exception>
    [UseCase(Permission.DraftScenarios)]
    public async Task<RebasedScenario> RebaseAsync(Seen seen, CancellationToken ct = default)
    {
        RebasedScenario? rebased = null;
        await database.ChangeAsync(new("Scenario.Rebase"), async db =>
        {
            var scenario = await TakenBackAsync(db, seen, ct);
            var (kept, aside) = await new ScenarioRebase(db).RunAsync(scenario.File, ct);
            scenario.Rebase(kept, aside);
            rebased = new(kept.Count, aside);
        }, ct);
        return rebased!;
    }

    private Task TurnAsync(string verb, string? reason, Permission permission, Seen seen, Func<OrgDbContext, Scenario, Task> turn, CancellationToken ct) =>
        database.ChangeAsync(new(verb, reason), async db => await turn(db, await ScenarioSight.LoadAsync(db, seen, scenario => ScenarioSight.Demand(db, permission, scenario), ct)), ct);

    private static Task<Scenario> TakenBackAsync(OrgDbContext db, Seen seen, CancellationToken ct) => ScenarioSight.LoadAsync(db, seen, scenario =>
    {
        ScenarioSight.Demand(db, Permission.DraftScenarios, scenario);
        if (!ScenarioSight.MayTakeBack(db, scenario)) throw new AccessDeniedException(Permission.DraftScenarios);
    }, ct);

    /// <summary>Cells are the matter of those who wrote the steps about them, and of the party's own decision.</summary>
    private static async Task<ScenarioBasis> BasisAsync(OrgDbContext db, Scenario scenario, Permission permission, CancellationToken ct)
    {
        var stage = await new ScenarioPlayer(db).PlayAsync(scenario.File, new(db, permission, scenario.EffectiveOn, Branch.Government), ct);
        return ScenarioBasis.Of(db.Timeline.Seq, ScenarioDigest.Of(stage), stage.TouchedIds());
    }
}
