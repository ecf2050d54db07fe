using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring;

/// <summary>Units of one kind without a scenario and with it.</summary>
public sealed record KindCount(string Kind, string Name, string NameEn, Branch Branch, int Before, int After);

/// <summary>One scenario among several.</summary>
/// <param name="Trial">What it would do, as far as it can be done and the reader reaches.</param>
/// <param name="Kinds">In the order of kinds; those of which there are none on either side are left out.</param>
/// <param name="Deputies">Deputies in units of the government.</param>
public sealed record ScenarioColumn(
    ScenarioRow Scenario, ScenarioTrial Trial, IReadOnlyList<KindCount> Kinds,
    (int Before, int After) Deputies, (PostCounts Before, PostCounts After) Assigned, (PostCounts Before, PostCounts After) Allocated, (PostCounts Before, PostCounts After) Present)
{
    public IReadOnlyList<ScenarioFinding> Findings => Trial.Simulation.Findings;
    public IReadOnlyList<TargetEffect> Targets => Trial.Simulation.Targets;

    internal static ScenarioColumn Of(ScenarioRow scenario, ScenarioTrial trial)
    {
        var (before, after) = (trial.Simulation.Before.Units.ToList(), trial.Simulation.After.Units.ToList());
        var kinds = before.Concat(after).Select(u => u.Kind).DistinctBy(k => k.Code).OrderBy(k => k.Branch).ThenBy(k => k.Order)
            .Select(k => new KindCount(k.Code, k.Name, k.NameEn, k.Branch, before.Count(u => u.Kind.Code == k.Code), after.Count(u => u.Kind.Code == k.Code)));
        return new(scenario, trial, [.. kinds], (Count(before), Count(after)),
            (Sum(before, u => u.Assigned ?? PostCounts.None), Sum(after, u => u.Assigned ?? PostCounts.None)),
            (Sum(before, u => u.Allocated), Sum(after, u => u.Allocated)), (Sum(before, u => u.Present), Sum(after, u => u.Present)));
    }

    private static int Count(List<UnitOn> units) => units.Sum(u => u.Deputies.Count());

    private static PostCounts Sum(List<UnitOn> units, Func<UnitOn, PostCounts> of) => units.Aggregate(PostCounts.None, (sum, unit) => sum + of(unit));
}

/// <summary>Several scenarios side by side, each by itself on the organisation as it is.</summary>
public sealed record ScenarioComparison(IReadOnlyList<ScenarioColumn> Columns);
