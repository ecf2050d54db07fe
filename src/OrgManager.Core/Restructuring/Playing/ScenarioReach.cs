using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Every unit, cell and person a step names must be in reach, as the organisation stands without the scenario.</summary>
internal sealed class ScenarioReach(OrgDbContext db, Permission permission, DateOnly on)
{
    private readonly HashSet<Guid> _known = [];

    /// <summary>What a step founded stands in reach, for what it came from or stands under did.</summary>
    /// <exception cref="AccessDeniedException">The unit is out of reach.</exception>
    public UnitOn Demand(UnitOn unit)
    {
        if (db.Timeline.Units.Find(unit.Id) is not null && _known.Add(unit.Id)) db.Demand(permission, unit.Id, on);
        return unit;
    }

    /// <exception cref="AccessDeniedException">Only who reaches everything puts something above everything.</exception>
    public void DemandTop() => db.Demand(permission, null, on);
}
