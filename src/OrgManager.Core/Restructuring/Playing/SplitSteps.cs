using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>A unit becomes several: by ending, or by giving off what the new ones name.</summary>
internal sealed class SplitSteps(ScenarioStage stage, ScenarioReach reach)
{
    private readonly UnitSteps _units = new(stage, reach);
    private readonly PeopleSteps _people = new(stage, reach);
    private readonly LevelSums _levels = new(stage);

    public async Task DivideAsync(DivideStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        RuleBrokenException.Unless(step.Into.Count > 1, "Scenario.DividesIntoOne", unit.Code);
        var parts = await GiveOffAsync(unit, step.Into, ct);
        var left = stage.Unit(unit.Code);
        if (left.Posts.Count + left.Members.Count is > 0 and var people && step.Into.Any(part => part.People is not null)) stage.Unplaced.Add((parts[0], people));
        await new UnitFollowing(stage).RunAsync([left], parts[0], SuccessionKind.Divide, ct);
        foreach (var part in parts.Skip(1)) stage.Add(Succession.Record(unit.Id, part, stage.On, SuccessionKind.Divide, stage.DecisionOf(unit.Branch)));
        stage.Became[unit.Id] = [.. parts];
    }

    public async Task SeparateAsync(SeparateStep step, CancellationToken ct)
    {
        var unit = reach.Demand(stage.Unit(step.Unit));
        RuleBrokenException.Unless(step.Into.Count > 0, "Scenario.UnitNotThere", "", stage.On);
        var parts = await GiveOffAsync(unit, step.Into, ct);
        foreach (var part in parts) stage.Add(Succession.Record(unit.Id, part, stage.On, SuccessionKind.Separate, stage.DecisionOf(unit.Branch)));
        stage.Became[unit.Id] = [unit.Id, .. parts];
    }

    private async Task<List<Guid>> GiveOffAsync(UnitOn unit, IReadOnlyList<SplitPart> into, CancellationToken ct)
    {
        var parts = new List<Guid>();
        foreach (var part in into)
        {
            var founded = _units.Found(part.Unit, unit.Branch);
            parts.Add(founded.Id);
            foreach (var person in part.People ?? []) await _people.MoveAsync(person, unit, founded.Id, ct);
            foreach (var (category, posts) in part.Quota ?? new Dictionary<QuotaCategory, int>()) await PassOnAsync(unit, founded.Id, category, posts, ct);
        }
        return parts;
    }

    /// <summary>Of a unit that receives posts from above, the part receives its own as well.</summary>
    private async Task PassOnAsync(UnitOn unit, Guid part, QuotaCategory category, int posts, CancellationToken ct)
    {
        RuleBrokenException.Unless(posts >= 0, "Quota.PostsOutOfRange", posts, QuotaLevel.Most);
        await _levels.AddAsync(unit.Id, QuotaKind.Allocated, category, -posts, ct);
        await _levels.SetAsync(part, QuotaKind.Allocated, category, posts, ct);
        if (!unit.Receives(category)) return;
        await _levels.AddAsync(unit.Id, QuotaKind.Assigned, category, -posts, ct);
        await _levels.SetAsync(part, QuotaKind.Assigned, category, posts, ct);
    }
}
