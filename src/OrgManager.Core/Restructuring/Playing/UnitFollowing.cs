using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Playing;

/// <summary>Units end and become another: everything that stands in them on the day, or was known to come to them later, follows.</summary>
internal sealed class UnitFollowing(ScenarioStage stage)
{
    private readonly LevelSums _levels = new(stage);

    public async Task RunAsync(IReadOnlyList<UnitOn> ending, Guid into, SuccessionKind kind, CancellationToken ct)
    {
        var (ids, branch) = (ending.Select(unit => unit.Id).ToHashSet(), ending[0].Branch);
        var decision = stage.DecisionOf(branch);
        await UnitsBelowAsync(ids, into, decision, ct);
        await _levels.HandOnAsync(ids, into, ct);
        await new PositionFollowing(stage).HandOnAsync(ids, into, ct);
        await PeopleAsync(ids, into, ct);
        await MembersAsync(ids, into, ct);
        foreach (var function in await stage.FunctionsAsync(ct)) function.Follow(ids, into, stage.On, decision, stage.Reason);

        foreach (var unit in await stage.LoadAsync<OrgUnit>(ids, ct))
        {
            unit.End(stage.On, decision);
            stage.Add(Succession.Record(unit.Id, into, stage.On, kind, decision));
            stage.Became[unit.Id] = [into];
        }
        foreach (var earlier in stage.Became.Values)
            if (earlier.RemoveAll(ids.Contains) > 0 && !earlier.Contains(into)) earlier.Add(into);
    }

    private async Task UnitsBelowAsync(HashSet<Guid> ids, Guid into, Guid? decision, CancellationToken ct)
    {
        var below = ids.SelectMany(id => stage.Now.Units.By(LineKeys.UnitParents)[id]).Where(unit => !ids.Contains(unit.Id) && unit.History.Until > stage.On).Select(unit => unit.Id).ToList();
        foreach (var unit in await stage.LoadAsync<OrgUnit>(below, ct)) unit.Follow(ids, into, stage.On, decision, stage.Reason);
    }

    /// <summary>A headship ends with the unit that was led; who leads the next is for a step to say.</summary>
    private async Task PeopleAsync(HashSet<Guid> ids, Guid into, CancellationToken ct)
    {
        var there = ids.SelectMany(id => stage.Now.Employments.By(LineKeys.PostUnits)[id]).Where(e => e.Primary.History.Until > stage.On).DistinctBy(e => e.Id).ToList();
        var leading = there.Where(e => e.Primary.History.On(stage.On) is { Headship: not Headship.None } post && ids.Contains(post.UnitId)).Select(e => e.Id).ToHashSet();
        foreach (var employment in await stage.LoadAsync<Employment>(there.Select(e => e.Id), ct))
        {
            employment.EndLeadsBeside(ids, stage.On, stage.Decisions.Personnel);
            employment.Follow(ids, into, stage.On, stage.Decisions.Personnel, stage.Reason);
            if (leading.Contains(employment.Id)) employment.Change(stage.On, new() { Leads = (Headship.None, 0) }, stage.Decisions.Personnel, stage.Reason);
        }
    }

    private async Task MembersAsync(HashSet<Guid> ids, Guid into, CancellationToken ct)
    {
        var there = ids.SelectMany(id => stage.Now.Members.By(LineKeys.MemberCells)[id].Concat(stage.Now.Members.By(LineKeys.OfficeUnits)[id])).Where(m => m.History.Until > stage.On).DistinctBy(m => m.Id).ToList();
        foreach (var member in await stage.LoadAsync<PartyMember>(there.Select(m => m.Id), ct))
        {
            member.Follow(ids, into, stage.On, stage.Decisions.Party, stage.Reason);
            member.FollowOffices(ids, into, stage.On, stage.Decisions.Party);
        }
    }
}
