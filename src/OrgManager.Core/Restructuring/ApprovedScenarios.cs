using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>A scenario that is approved and not carried out yet.</summary>
/// <param name="IsCounted">Whether what is told counts it: not if it was left out.</param>
/// <param name="Refused">It can no longer be done as it stands, so it is not counted.</param>
public sealed record ScenarioAhead(Guid Id, string Name, DateOnly EffectiveOn, bool IsCounted, bool Refused);

/// <summary>The organisation as it would become by what is approved and not carried out yet.</summary>
internal static class ApprovedScenarios
{
    /// <summary>Plays those that take effect after a day and that the reader may read, the earliest first, each on what the ones before left, on the timeline of this unit of work, in which nothing is saved.</summary>
    /// <param name="counted">False to leave them out and only name them.</param>
    public static async Task<IReadOnlyList<ScenarioAhead>> PlayAsync(OrgDbContext db, DateOnly on, bool counted, CancellationToken ct)
    {
        var approved = await db.Set<Scenario>().AsNoTracking().Where(s => s.State == ScenarioState.Approved && s.EffectiveOn > on).OrderBy(s => s.EffectiveOn).ThenBy(s => s.Id).ToListAsync(ct);
        var ahead = new List<ScenarioAhead>();
        foreach (var scenario in approved.Where(s => ScenarioSight.MayRead(db, s)))
        {
            var played = !counted || await IsPlayedAsync(db, scenario, ct);
            ahead.Add(new(scenario.Id, scenario.Name, scenario.EffectiveOn, counted && played, Refused: !played));
        }
        return ahead;
    }

    private static async Task<bool> IsPlayedAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        try
        {
            db.Timeline = (await new ScenarioPlayer(db).PlayAsync(scenario.File, ct)).Now;
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }
}
