using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Restructuring.Playing;
using OrgManager.Targets;

namespace OrgManager.Restructuring;

/// <summary>A target without and with the scenario, both on its day.</summary>
public sealed record TargetEffect(TargetProgress Before, TargetProgress After);

/// <summary>One unit becomes another, or part of it; by their codes.</summary>
public sealed record UnitSuccession(string From, string To, SuccessionKind Kind);

/// <summary>What a scenario would do, as far as its reader reaches: the organisation of its day without and with it, what is other, what there is to look at, and what it does to each target.</summary>
public sealed class ScenarioSimulation
{
    internal ScenarioSimulation(ScenarioFile scenario, ScenarioStage stage, Scope scope, IReadOnlyList<TargetFacts> targets, IReadOnlyList<UnitFunction> functions)
    {
        var whole = stage.Before.On(scenario.EffectiveOn);
        var seen = scope.Or(Scope.Of(stage.Touched().Units.Where(u => stage.Before.Units.Find(u.Id) is null).Select(u => u.Id)));
        (Scenario, Before, After) = (scenario, whole.VisibleTo(seen), stage.Day.VisibleTo(seen));
        Diff = OrgDiff.Between(Before, After);
        Successions = [.. stage.Now.Successions.Where(s => stage.Before.Successions.Find(s.Id) is null).Select(s => new UnitSuccession(CodeOf(s.PredecessorId), CodeOf(s.SuccessorId), s.Kind))];
        string CodeOf(Guid unit) => stage.Now.Units.Find(unit)!.Code;
        Findings = [.. ScenarioFindings.New(whole, stage, functions).Where(found => seen.Includes(found.Unit.Id))];
        Targets = [.. targets.Select(t => new TargetEffect(new TargetCalculator(stage.Before, t).On(scenario.EffectiveOn), new TargetCalculator(stage.Now, t).On(scenario.EffectiveOn)))];
    }

    public ScenarioFile Scenario { get; }
    public OrgSnapshot Before { get; }
    public OrgSnapshot After { get; }
    public OrgDiff Diff { get; }

    /// <summary>Which unit becomes what.</summary>
    public IReadOnlyList<UnitSuccession> Successions { get; }

    /// <summary>Those that are there only with the scenario.</summary>
    public IReadOnlyList<ScenarioFinding> Findings { get; }
    public IReadOnlyList<TargetEffect> Targets { get; }
}
