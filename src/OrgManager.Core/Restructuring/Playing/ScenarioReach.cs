using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Every unit and cell that a step changes must be in reach when it is played, as the organisation stands without the scenario.</summary>
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

    private void Demand(Guid unit)
    {
        if (permission is { } demanded && db.Timeline.Units.Find(unit) is not null && _known.Add(unit)) db.Demand(demanded, unit, on);
    }
}
