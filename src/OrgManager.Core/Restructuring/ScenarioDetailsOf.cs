using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Restructuring;

/// <summary>A scenario for its page; its life is read off the trail.</summary>
internal static class ScenarioDetailsOf
{
    public static async Task<ScenarioDetails> ReadAsync(OrgDbContext db, Scenario scenario, CancellationToken ct) => new()
    {
        Seen = new(scenario.Id, scenario.Version), Name = scenario.Name, EffectiveOn = scenario.EffectiveOn, State = scenario.State,
        Decisions = scenario.Decisions, Steps = scenario.Steps, SetAside = scenario.SetAside,
        Author = scenario.Author, IsOwn = ScenarioSight.IsOwn(db, scenario), Readers = await ReadersAsync(db, scenario, ct),
        Life = [.. (await ScenarioTurns.OfAsync(db, [scenario.Id], ct)).Select(turn => turn.Of)], Rights = ScenarioSight.RightsOf(db, scenario), AppliedIn = scenario.AppliedIn,
    };

    private static async Task<IReadOnlyList<ScenarioReader>> ReadersAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        var ids = scenario.ReaderIds.ToList();
        var withAccount = await db.Set<OrgUser>().Where(u => !u.IsDisabled && u.PersonId != null && EF.Parameter(ids).Contains(u.PersonId.Value)).Select(u => u.PersonId!.Value).ToListAsync(ct);
        return [.. ids.Select(db.Timeline.People.Find).OfType<PersonLine>().OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => new ScenarioReader(new(p.Code, p.FullName), withAccount.Contains(p.Id)))];
    }
}
