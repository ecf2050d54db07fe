using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Steps about functions: which unit leads them.</summary>
internal sealed class FunctionSteps(ScenarioStage stage, ScenarioReach reach)
{
    /// <exception cref="RuleBrokenException">Scenario.FunctionNotThere: the unit leads none of that name on the day; OrgUnit.OtherBranch; Scenario.OfItself.</exception>
    public async Task MoveAsync(MoveFunctionsStep step, CancellationToken ct)
    {
        var (unit, to) = (reach.Demand(stage.Unit(step.Unit)), reach.Demand(stage.Unit(step.To)));
        RuleBrokenException.Unless(unit.Id != to.Id, "Scenario.OfItself", unit.Code);
        foreach (var side in new[] { unit, to }) RuleBrokenException.Unless(side.Branch == Branch.Government, "OrgUnit.OtherBranch", side.Code);
        RuleBrokenException.Unless(step.Functions.Count > 0, "Scenario.FunctionNotThere", "", unit.Code);
        var led = (await stage.FunctionsAsync(ct)).Where(f => f.On(stage.On)?.LeadId == unit.Id).ToLookup(f => VietnameseText.SearchKey(f.On(stage.On)!.Name));
        foreach (var name in step.Functions.DistinctBy(VietnameseText.SearchKey))
        {
            var named = led[VietnameseText.SearchKey(name)].ToList();
            RuleBrokenException.Unless(named.Count > 0, "Scenario.FunctionNotThere", name, unit.Code);
            foreach (var function in named) function.HandTo(to.Id, (person, day) => Works(person, to, day), stage.On, stage.Decisions.State, stage.Reason);
        }
    }

    private bool Works(Guid person, UnitOn unit, DateOnly day) => stage.Now.On(day).UnitOf(person) is { } works && stage.Now.StandsUnder(works, unit.Id, day);
}
