using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring;

/// <summary>One scenario on its way into the database: each step calls the verbs of the aggregates it concerns.</summary>
internal sealed class ScenarioApplication(OrgDbContext db, ScenarioFile scenario, AppliedDecisions decisions)
{
    private readonly DateOnly _on = scenario.EffectiveOn;
    private readonly OrgSnapshot _before = db.Timeline.On(scenario.EffectiveOn.AddDays(-1));
    private readonly Dictionary<string, OrgUnit> _founded = [];
    private readonly Dictionary<Guid, Guid> _became = [];
    private readonly HashSet<Guid> _merged = []; // a unit is there for one merger only

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var step in scenario.Steps)
        {
            if (step is MergeStep merge) await MergeAsync(merge, ct);
            if (step is SetHeadStep lead) await LeadAsync(lead, ct);
        }
        await new CoverageFollowing(db, _on, decisions.Party ?? decisions.State).RunAsync(_became, CoveredBySteps(), ct);
    }

    private async Task MergeAsync(MergeStep step, CancellationToken ct)
    {
        var merged = step.Units.Select(UnitBefore).ToList();
        foreach (var unit in merged) RuleBrokenException.Unless(_merged.Add(unit.Id), "Scenario.UnitNotThere", unit.Code, _on);
        RuleBrokenException.Unless(merged.Count > 0, "Scenario.UnitNotThere", "", _on);
        var branch = merged[0].Branch;
        RuleBrokenException.Unless(merged.TrueForAll(u => u.Branch == branch), "Scenario.BranchesMixed", string.Join(", ", step.Units));
        OrgUnitService.DemandFreeCode(db, step.Into.Code);
        RuleBrokenException.Unless(!_founded.ContainsKey(step.Into.Code), "OrgUnit.CodeTaken", step.Into.Code);
        Guid? parentId = step.Into.Parent is { } parent ? IdOf(parent) : null;
        if (!_founded.ContainsKey(step.Into.Parent ?? "")) db.Demand(Permission.ApplyScenarios, parentId, _on.AddDays(-1));
        foreach (var unit in merged) db.Demand(Permission.ApplyScenarios, unit.Id, _on.AddDays(-1));

        var decisionId = branch == Branch.Party ? decisions.Party : decisions.State;
        var into = OrgUnit.Found(step.Into.Code, branch,
            new(step.Into.Name, step.Into.Kind, parentId, step.Into.ShortName, step.Into.Order), _on, decisionId);
        _founded[into.Code] = into;
        db.Add(into);
        foreach (var unit in merged) _became[unit.Id] = into.Id;
        await new UnitMerger(db, _on, decisions).RunAsync(merged, into, Leaders(into.Code), ct);
    }

    private Dictionary<string, SetHeadStep> Leaders(string unitCode) =>
        scenario.Steps.OfType<SetHeadStep>().Where(s => s.Unit == unitCode).ToDictionary(s => s.Person);

    /// <summary>Of a government unit just founded the leaders were placed with everybody else.</summary>
    private async Task LeadAsync(SetHeadStep step, CancellationToken ct)
    {
        var person = db.Timeline.PersonByCode(step.Person) ?? throw new RuleBrokenException("Scenario.PersonNotThere", step.Person);
        var unitId = InReach(step.Unit);
        var isParty = _founded.TryGetValue(step.Unit, out var founded) ? founded.Branch == Branch.Party : UnitBefore(step.Unit).Branch == Branch.Party;
        if (isParty)
        {
            var line = _before.Member(person.Id)?.Line ?? throw new RuleBrokenException("Scenario.PersonNotThere", step.Person);
            var member = await db.LoadAsync<PartyMember>(line.Id, ct);
            member.GiveOffice(unitId, new(PostOf(step.Headship), OfficeBasis.Appointed), _on, decisions.Party);
            return;
        }
        RuleBrokenException.Unless(step.Headship != Leadership.Member, "Scenario.LeadsNothing", step.Person, step.Unit);
        var post = _before.Post(person.Id) ?? throw new RuleBrokenException("Scenario.PersonNotThere", step.Person);
        var employment = await db.LoadAsync<Employment>(post.Employment.Id, ct);
        RuleBrokenException.Unless(employment.Primary.History.On(_on)?.UnitId == unitId, "Scenario.PersonNotThere", step.Person);
        if (founded is null) employment.Change(_on, new() { Leads = UnitMerger.LeadsAs(step) }, decisions.Personnel);
    }

    private Dictionary<Guid, HashSet<Guid>> CoveredBySteps() => scenario.Steps.OfType<SetCoverageStep>().ToDictionary(
        step => InReach(step.Cell),
        step => step.Units.Select(InReach).ToHashSet());

    private static PartyPost PostOf(Leadership leadership) => leadership switch
    {
        Leadership.Head => PartyPost.Secretary,
        Leadership.Deputy => PartyPost.DeputySecretary,
        _ => PartyPost.CommitteeMember,
    };

    private UnitOn UnitBefore(string code) => _before.Unit(code) ?? throw new RuleBrokenException("Scenario.UnitNotThere", code, _on);

    /// <summary>What a step of this scenario founded stands in reach, for what it came from did.</summary>
    private Guid InReach(string code)
    {
        if (!_founded.ContainsKey(code)) db.Demand(Permission.ApplyScenarios, UnitBefore(code).Id, _on.AddDays(-1));
        return IdOf(code);
    }

    private Guid IdOf(string code) => _founded.TryGetValue(code, out var founded) ? founded.Id : UnitBefore(code).Id;
}
