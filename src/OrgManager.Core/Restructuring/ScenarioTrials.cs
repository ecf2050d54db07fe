using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring.Playing;

namespace OrgManager.Restructuring;

/// <summary>A scenario tried out for one reader; one that is applied is told by the day itself and the day before.</summary>
internal static class ScenarioTrials
{
    public static async Task<ScenarioTrial> OfAsync(OrgDbContext db, Scenario scenario, CancellationToken ct)
    {
        if (scenario.State == ScenarioState.Applied)
        {
            var (before, after) = (db.Timeline.On(scenario.EffectiveOn.AddDays(-1)), db.Timeline.On(scenario.EffectiveOn));
            return new(await ScenarioSimulation.OfAppliedAsync(db, scenario.File, before, after, touched => ScopeOf(db, before, after, touched), ct), scenario.Steps.Count, null);
        }
        var (stage, played, refused) = await new ScenarioPlayer(db).TryAsync(scenario.File, ct);
        var scope = ScopeOf(db, stage.Before.On(stage.On), stage.Day, stage.TouchedUnits());
        return new(await ScenarioSimulation.OfAsync(db, scenario.File, stage, scope, ct), played, refused is null ? null : new(refused.Step?.Number, refused.Code, refused.Args));
    }

    /// <summary>
    /// What a reader sees of it: what they draft or approve scenarios for; of those named, who may do neither, what it touches of the government.
    /// Cells are shown to whoever reaches them, or every one of their members.
    /// </summary>
    public static Scope ScopeOf(OrgDbContext db, OrgSnapshot before, OrgSnapshot after, IEnumerable<Guid> touched)
    {
        var scope = new[] { before.Day, after.Day }.Distinct().Aggregate(Scope.Nothing, (reach, day) => reach.Or(db.ScopeFor(Permission.DraftScenarios, day)).Or(db.ScopeFor(Permission.ApproveScenarios, day)));
        if (scope.IsEverything) return scope;
        var members = db.ScopeFor(Permission.ViewPartyBasics, after.Day);
        bool IsSeen(UnitOn? unit) => unit is null || (unit.Branch == Branch.Government ? !scope.HasUnits || scope.Includes(unit.Id) || before.Unit(unit.Id) is null : members.IncludesCells(unit));
        return scope.Or(Scope.Of(touched.Where(id => IsSeen(before.Unit(id)) && IsSeen(after.Unit(id)))));
    }
}
