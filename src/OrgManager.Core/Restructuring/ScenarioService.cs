using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Restructuring;

/// <summary>Applies restructurings. Everything of one happens in one change set, or nothing does.</summary>
public sealed class ScenarioService(Database database)
{
    /// <summary>Carries the steps out, in order, on the scenario's day; every unit and cell a step names must be in reach. Its decisions are registered if they are not yet.</summary>
    /// <exception cref="Common.RuleBrokenException">Scenario.UnitNotThere, Scenario.PersonNotThere, Scenario.BranchesMixed, Scenario.LeadsNothing and those of the units, quotas, people and members it touches.</exception>
    [UseCase(Permission.ApplyScenarios)]
    public Task ApplyAsync(ScenarioFile scenario, CancellationToken ct = default) =>
        database.ChangeAsync(new("Scenario.Apply", scenario.Name), async db =>
        {
            db.DemandScope(Permission.ApplyScenarios, scenario.EffectiveOn);
            var decisions = new AppliedDecisions(
                await RegisteredAsync(db, scenario.Decisions.State, scenario.EffectiveOn, ct),
                await RegisteredAsync(db, scenario.Decisions.Party, scenario.EffectiveOn, ct),
                await RegisteredAsync(db, scenario.Decisions.Personnel, scenario.EffectiveOn, ct),
                await RegisteredAsync(db, scenario.Decisions.Quota, scenario.EffectiveOn, ct));
            await new ScenarioApplication(db, scenario, decisions).RunAsync(ct);
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

internal sealed record AppliedDecisions(Guid? State, Guid? Party, Guid? Personnel, Guid? Quota);
