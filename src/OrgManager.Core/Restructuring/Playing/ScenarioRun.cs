using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Plays the steps of a scenario in their order. Whether what they did is saved or only looked at, it is the same.</summary>
internal sealed class ScenarioRun(ScenarioFile scenario, ScenarioStage stage, ScenarioReach reach)
{
    private readonly UnitSteps _units = new(stage, reach);
    private readonly SplitSteps _splits = new(stage, reach);
    private readonly QuotaSteps _quotas = new(stage, reach);
    private readonly PeopleSteps _people = new(stage, reach);
    private readonly FunctionSteps _functions = new(stage, reach);
    private readonly List<OrgTimeline> _after = [];

    /// <param name="toTheEnd">Whether these are all the steps: then what they leave must hold together.</param>
    /// <exception cref="RuleBrokenException">A step cannot be done, or would break what holds for the whole organisation; with the number of the step.</exception>
    public async Task RunAsync(CancellationToken ct, bool toTheEnd = true)
    {
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            try
            {
                await RunAsync(scenario.Steps[i], ct);
                stage.DemandTree();
            }
            catch (RuleBrokenException refused) when (refused.Step is null)
            {
                throw refused.At(i + 1, scenario.Steps[i].Op);
            }
            _after.Add(stage.Now);
        }
        await new CoverageFollowing(stage).RunAsync(ct);
        if (toTheEnd) DemandSound();
    }

    private Task RunAsync(ScenarioStep step, CancellationToken ct) => step switch
    {
        FoundStep found => _units.FoundAsync(found),
        MergeStep merge => _units.MergeAsync(merge, ct),
        AbsorbStep absorb => _units.AbsorbAsync(absorb, ct),
        DivideStep divide => _splits.DivideAsync(divide, ct),
        SeparateStep separate => _splits.SeparateAsync(separate, ct),
        MoveStep move => _units.MoveAsync(move, ct),
        RenameStep rename => _units.RenameAsync(rename, ct),
        DissolveStep dissolve => _units.DissolveAsync(dissolve, ct),
        SetAutonomyStep autonomy => _units.SetAutonomyAsync(autonomy, ct),
        SetQuotaStep quota => _quotas.SetAsync(quota, ct),
        ConvertPaySourceStep convert => _quotas.ConvertAsync(convert, ct),
        MovePeopleStep people => _people.MoveAsync(people, ct),
        MoveFunctionsStep functions => _functions.MoveAsync(functions, ct),
        SetHeadStep lead => _people.LeadAsync(lead, ct),
        SetCoverageStep coverage => CoverAsync(coverage),
        _ => throw new NotSupportedException(step.Op),
    };

    private Task CoverAsync(SetCoverageStep step)
    {
        var cell = reach.Demand(stage.Unit(step.Cell));
        stage.Covered[cell.Id] = [.. step.Units.Select(code => reach.Demand(stage.Unit(code)).Id)];
        return Task.CompletedTask;
    }

    /// <summary>What one step leaves crooked a later one may put right; what is crooked in the end is laid to the step that left it so.</summary>
    private void DemandSound()
    {
        var touched = stage.Touched();
        if (Invariants.Of(stage.Now, touched).FirstOrDefault() is not { } broken) return;
        var refused = new RuleBrokenException(broken.Code, broken.Args);
        var step = _after.FindIndex(timeline => Invariants.Of(timeline, touched).Any(other => other.ToString() == broken.ToString()));
        throw step < 0 ? refused : refused.At(step + 1, scenario.Steps[step].Op);
    }
}
