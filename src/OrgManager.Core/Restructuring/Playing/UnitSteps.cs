using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Steps about units themselves: found, merge, absorb, move, rename, dissolve, and their autonomy.</summary>
internal sealed class UnitSteps(ScenarioStage stage, ScenarioReach reach)
{
    private readonly UnitFollowing _following = new(stage);
    private readonly LevelSums _levels = new(stage);

    public Task FoundAsync(FoundStep step)
    {
        Found(step.Unit, stage.Now.Kind(step.Unit.Kind).Branch);
        return Task.CompletedTask;
    }

    public async Task MergeAsync(MergeStep step, CancellationToken ct)
    {
        var merged = Ending(step.Units);
        var into = Found(step.Into, merged[0].Branch);
        await _following.RunAsync(merged, into.Id, SuccessionKind.Merge, ct);
    }

    public async Task AbsorbAsync(AbsorbStep step, CancellationToken ct)
    {
        var (absorbed, into) = (Ending(step.Units), reach.Demand(stage.Unit(step.Into)));
        RuleBrokenException.Unless(!absorbed.Contains(into), "Scenario.OfItself", into.Code);
        RuleBrokenException.Unless(into.Branch == absorbed[0].Branch, "Scenario.BranchesMixed", string.Join(", ", [.. step.Units, step.Into]));
        await _following.RunAsync(absorbed, into.Id, SuccessionKind.Absorb, ct);
    }

    public async Task MoveAsync(MoveStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        await ChangeAsync(unit, new() { ParentId = ParentId(step.Parent) }, ct);
    }

    public async Task RenameAsync(RenameStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        await ChangeAsync(unit, new() { Name = step.Name }, ct);
        if (step.ShortName is not null) await ChangeAsync(unit, new() { ShortName = step.ShortName }, ct);
    }

    public async Task SetAutonomyAsync(SetAutonomyStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        RuleBrokenException.Unless(unit.Kind.ServiceUnit, "Scenario.NoServiceUnit", unit.Code);
        await ChangeAsync(unit, new() { Autonomy = step.Group }, ct);
    }

    /// <exception cref="RuleBrokenException">OrgUnit.HasUnits, OrgUnit.HasPeople, OrgUnit.HasMembers: something stands in it still.</exception>
    public async Task DissolveAsync(DissolveStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        RuleBrokenException.Unless(unit.Children.Count == 0, "OrgUnit.HasUnits", unit.Code, unit.Children is [var child, ..] ? child.Code : null);
        RuleBrokenException.Unless(unit.Posts.Count == 0, "OrgUnit.HasPeople", unit.Code, unit.Posts is [var post, ..] ? post.Person.FullName : null);
        RuleBrokenException.Unless(unit.Members.Count == 0, "OrgUnit.HasMembers", unit.Code, unit.Members is [var member, ..] ? member.Person.FullName : null);
        await _levels.EndAsync(unit.Id, ct);
        await new PositionFollowing(stage).EndAsync(unit.Id, ct);
        (await stage.LoadAsync<OrgUnit>(unit.Id, ct)).End(stage.On, stage.DecisionOf(unit.Branch));
        stage.Became[unit.Id] = [];
    }

    /// <exception cref="RuleBrokenException">OrgUnit.CodeTaken, Scenario.UnitNotThere (the parent) and those of <see cref="OrgUnit.Found"/>.</exception>
    public OrgUnit Found(UnitToFound unit, Branch branch)
    {
        RuleBrokenException.Unless(stage.Now.UnitByCode(unit.Code) is null, "OrgUnit.CodeTaken", unit.Code);
        return stage.Add(OrgUnit.Found(unit.Code, branch, new(unit.Name, unit.Kind, ParentId(unit.Parent), unit.ShortName, unit.Order), stage.On, stage.DecisionOf(branch)));
    }

    private Guid? ParentId(string? code)
    {
        if (code is not null) return reach.Demand(stage.Unit(code)).Id;
        reach.DemandTop();
        return null;
    }

    /// <summary>Each of them there, once, and all of one branch.</summary>
    private List<UnitOn> Ending(IReadOnlyList<string> codes)
    {
        RuleBrokenException.Unless(codes.Count > 0, "Scenario.UnitNotThere", "", stage.On);
        var day = stage.Day;
        var units = new List<UnitOn>();
        foreach (var code in codes)
        {
            var unit = day.Unit(code);
            RuleBrokenException.Unless(unit is not null && !units.Contains(unit), "Scenario.UnitNotThere", code, stage.On);
            units.Add(reach.Demand(unit!));
        }
        RuleBrokenException.Unless(units.TrueForAll(u => u.Branch == units[0].Branch), "Scenario.BranchesMixed", string.Join(", ", codes));
        return units;
    }

    private async Task ChangeAsync(UnitOn unit, OrgUnitEdit edit, CancellationToken ct) =>
        (await stage.LoadAsync<OrgUnit>(unit.Id, ct)).Change(stage.On, edit, stage.DecisionOf(unit.Branch), stage.Over(stage.Before.Units.Find(unit.Id)?.History, (int)edit.Sets));
}
