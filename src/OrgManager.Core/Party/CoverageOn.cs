using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Which cells serve whom on a day: who is given a cell by name goes there, everybody else with the unit or the nearest unit above it.</summary>
internal sealed class CoverageOn(OrgSnapshot snapshot)
{
    private readonly LineSet<CoverageLine> _lines = snapshot.Timeline.Coverages;

    public bool IsNamed(Guid personId) => Serving(personId).Count > 0;

    public IEnumerable<Guid> CellsOf(PersonLine person, UnitOn? unit) => Serving(person.Id) is { Count: > 0 } named ? named : CellsOf(unit);

    public IEnumerable<Guid> CellsOf(UnitOn? unit)
    {
        for (var at = unit; at is not null; at = at.Parent)
            if (Serving(at.Id) is { Count: > 0 } serving) return serving;
        return [];
    }

    /// <summary>Whether a cell serves anybody.</summary>
    public bool Serves(Guid cellId) => Array.Exists(_lines.By(LineKeys.CoverageUnits)[cellId], line => line.History.On(snapshot.Day)?.CellId == cellId);

    private List<Guid> Serving(Guid served) =>
        [.. _lines.By(LineKeys.Served)[served].OrderBy(line => _lines.PlaceOf(line.Id)).Select(line => line.History.On(snapshot.Day)?.CellId).OfType<Guid>()];
}
