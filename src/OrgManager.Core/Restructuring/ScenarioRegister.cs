using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Restructuring;

/// <summary>The decisions of a scenario in the register: one that stands there already is taken and not entered twice.</summary>
internal static class ScenarioRegister
{
    public static async Task<AppliedDecisions> RegisteredAsync(OrgDbContext db, ScenarioFile scenario, CancellationToken ct) => new(
        await RegisteredAsync(db, scenario.Decisions.State, scenario.EffectiveOn, ct), await RegisteredAsync(db, scenario.Decisions.Party, scenario.EffectiveOn, ct),
        await RegisteredAsync(db, scenario.Decisions.Personnel, scenario.EffectiveOn, ct), await RegisteredAsync(db, scenario.Decisions.Quota, scenario.EffectiveOn, ct));

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
