using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Every unit, cell and person a step names must be in reach, as the organisation stands without the scenario.</summary>
/// <param name="permission">Null where nothing is demanded: what was demanded when the step was written is only looked at.</param>
/// <param name="only">The branch that is demanded; what the other one's drafters have put in stands.</param>
internal sealed class ScenarioReach(OrgDbContext db, Permission? permission, DateOnly on, Branch? only = null)
{
    private readonly HashSet<Guid> _known = [];

    /// <summary>What a step founded stands in reach, for what it came from or stands under did.</summary>
    /// <exception cref="AccessDeniedException">The unit is out of reach.</exception>
    public UnitOn Demand(UnitOn unit)
    {
        if (only is null || unit.Branch == only) Demand(unit.Id);
        return unit;
    }

    /// <exception cref="AccessDeniedException">Only who reaches everything puts something above everything.</exception>
    public void DemandTop()
    {
        if (permission is { } demanded) db.Demand(demanded, null, on);
    }

    /// <summary>The same for what a step names that nobody plays yet, as far as it is there without the scenario.</summary>
    /// <exception cref="AccessDeniedException">A unit, a cell or somebody's unit is out of reach.</exception>
    public void DemandNamed(ScenarioStep step)
    {
        if (StepNames.AtTop(step)) DemandTop();
        foreach (var unit in StepNames.Units(step).Select(db.Timeline.UnitByCode).OfType<UnitLine>()) Demand(unit.Id);
        foreach (var person in StepNames.People(step).Select(db.Timeline.PersonByCode).OfType<PersonLine>()) DemandPlace(person, StepNames.BranchOf(step, db.Timeline));
    }

    /// <summary>Where the person works or, as a member, belongs; of a step about what is not there yet either will do.</summary>
    private void DemandPlace(PersonLine person, Branch? branch)
    {
        var day = db.Timeline.On(on);
        List<Guid> places = [.. new[] { branch == Branch.Party ? null : day.UnitOf(person.Id), branch == Branch.Government ? null : day.CellOf(person.Id) }.OfType<Guid>()];
        if (permission is { } demanded && places.Count > 0 && !places.Exists(place => AccessRules.Reaches(db, demanded, place, on))) throw new AccessDeniedException(demanded);
    }

    private void Demand(Guid unit)
    {
        if (permission is { } demanded && db.Timeline.Units.Find(unit) is not null && _known.Add(unit)) db.Demand(demanded, unit, on);
    }
}
