using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Steps about posts: levels as such, and posts that are paid from elsewhere.</summary>
internal sealed class QuotaSteps(ScenarioStage stage, ScenarioReach reach)
{
    private readonly LevelSums _levels = new(stage);

    public Task SetAsync(SetQuotaStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        RuleBrokenException.Unless(unit.Branch == Branch.Government, "OrgUnit.OtherBranch", unit.Code);
        RuleBrokenException.Unless(step.Posts is >= 0 and <= QuotaLevel.Most, "Quota.PostsOutOfRange", step.Posts, QuotaLevel.Most);
        return _levels.SetAsync(unit.Id, step.Quota, step.Category, step.Posts, ct);
    }

    /// <summary>The posts move between categories where they are allocated, and where they are assigned from above.</summary>
    public async Task ConvertAsync(ConvertPaySourceStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        RuleBrokenException.Unless(step.Posts > 0 && step.From != step.To && (step.People?.Count ?? 0) <= step.Posts, "Scenario.ConvertsNothing", unit.Code, step.Posts);
        var giver = Receiver(unit, step.From);
        var taker = Receiver(unit, step.To) ?? giver;
        await MoveAsync(unit.Id, unit.Id, QuotaKind.Allocated, step, ct);
        if (giver is not null) await MoveAsync(reach.Demand(giver).Id, reach.Demand(taker!).Id, QuotaKind.Assigned, step, ct);
        foreach (var person in step.People ?? []) await new PeopleSteps(stage, reach).PayAsync(person, unit, step.From, step.To, ct);
    }

    private async Task MoveAsync(Guid giver, Guid taker, QuotaKind kind, ConvertPaySourceStep step, CancellationToken ct)
    {
        await _levels.AddAsync(giver, kind, step.From, -step.Posts, ct);
        await _levels.AddAsync(taker, kind, step.To, step.Posts, ct);
    }

    /// <summary>The unit itself or the nearest above it that has such posts assigned.</summary>
    private static UnitOn? Receiver(UnitOn unit, QuotaCategory category)
    {
        for (var at = unit; at is not null; at = at.Parent)
            if (at.Receives(category)) return at;
        return null;
    }
}
