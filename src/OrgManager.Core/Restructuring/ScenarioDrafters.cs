using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>Several people draft one scenario, each what they reach: what the others have put in stays as it is.</summary>
internal static class ScenarioDrafters
{
    /// <summary>What is out of the editor's reach must be the same after an edit: the same steps in the same order on the same day, about the same.</summary>
    /// <exception cref="AccessDeniedException">The edit writes, changes, removes or moves to another day a step that is out of reach.</exception>
    public static void DemandEdited(OrgDbContext db, ScenarioFile before, ScenarioFile after)
    {
        var (were, are) = (Beyond(db, before), Beyond(db, after));
        if (!were.SequenceEqual(are) || (are.Count > 0 && before.EffectiveOn != after.EffectiveOn)) throw new AccessDeniedException(Permission.DraftScenarios);
    }

    /// <exception cref="AccessDeniedException">The step of this number, or one that was set aside, is out of the editor's reach.</exception>
    public static void DemandStep(OrgDbContext db, ScenarioFile scenario, int number)
    {
        if (StepPlaces.Of(db.Timeline, scenario).ElementAtOrDefault(number - 1) is { } step && !step.IsReached(db, db.Actor, Permission.DraftScenarios, scenario.EffectiveOn))
            throw new AccessDeniedException(Permission.DraftScenarios);
    }

    /// <summary>Whether everything it names of the government is in the reader's reach.</summary>
    public static bool ReachesUnits(OrgDbContext db, Permission permission, Scenario scenario) =>
        db.Actor.IsSystem || StepPlaces.Of(db.Timeline, scenario.File).All(step => step.Branch == Branch.Party || step.IsReached(db, db.Actor, permission, scenario.EffectiveOn));

    /// <summary>Steps about cells come before the director only where somebody stands behind them who drafts for these cells: whoever submits, its author or one of its readers.</summary>
    /// <exception cref="RuleBrokenException">Scenario.NobodyForCells: nobody does, with the number of the step.</exception>
    public static async Task DemandVouchedAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        var places = StepPlaces.Of(db.Timeline, scenario.File);
        if (!places.Any(step => step.Branch == Branch.Party)) return;
        var drafters = await OfAsync(db, scenario, ct);
        for (var i = 0; i < places.Count; i++)
            if (places[i].Branch == Branch.Party && !drafters.Exists(actor => places[i].IsReached(db, actor, Permission.DraftScenarios, scenario.EffectiveOn)))
                throw new RuleBrokenException("Scenario.NobodyForCells").At(i + 1, places[i].Step.Op);
    }

    private static async Task<List<Actor>> OfAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        var (author, readers) = (scenario.AuthorId, scenario.ReaderIds.Select(id => (Guid?)id).ToList());
        var accounts = await db.Set<OrgUser>().AsNoTracking().Where(u => !u.IsDisabled && (u.Id == author || EF.Parameter(readers).Contains(u.PersonId))).Select(u => new { u.Id, u.PersonId }).ToListAsync(ct);
        var ids = accounts.ConvertAll(a => a.Id);
        var grants = await db.Set<Grant>().AsNoTracking().Where(g => EF.Parameter(ids).Contains(g.UserId)).Select(g => new { g.UserId, Given = new ActorGrant(g.Role, g.ScopeUnitId, g.ValidFrom, g.ValidUntil) }).ToListAsync(ct);
        return [db.Actor, .. accounts.Select(a => new Actor(a.Id, "", a.PersonId, [.. grants.Where(g => g.UserId == a.Id).Select(g => g.Given)]))];
    }

    /// <summary>In order, each with what of it is out of reach.</summary>
    private static List<string> Beyond(OrgDbContext db, ScenarioFile scenario) =>
    [
        .. from step in StepPlaces.Of(db.Timeline, scenario)
           let beyond = step.Beyond(db, db.Actor, Permission.DraftScenarios, scenario.EffectiveOn)
           where beyond.Count > 0
           select $"{JsonSerializer.Serialize(step.Step)} {string.Join(' ', beyond.SelectMany(anyOf => anyOf).Distinct().Order())}",
    ];
}
