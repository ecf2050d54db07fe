using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Which cells serve whom on a day: who is given a cell by name goes there, everybody else with the unit or the nearest unit above it.</summary>
internal sealed class CoverageOn
{
    private readonly ILookup<Guid, Guid> _byUnit, _byPerson;

    public CoverageOn(OrgSnapshot snapshot)
    {
        var lines = snapshot.Timeline.Coverages.Select(c => (c.UnitId, c.PersonId, Cell: c.History.On(snapshot.Day)?.CellId)).Where(c => c.Cell is not null).ToList();
        _byUnit = lines.Where(c => c.UnitId is not null).ToLookup(c => c.UnitId.GetValueOrDefault(), c => c.Cell.GetValueOrDefault());
        _byPerson = lines.Where(c => c.PersonId is not null).ToLookup(c => c.PersonId.GetValueOrDefault(), c => c.Cell.GetValueOrDefault());
    }

    public bool IsNamed(Guid personId) => _byPerson.Contains(personId);

    public IEnumerable<Guid> CellsOf(PersonLine person, UnitOn? unit) => IsNamed(person.Id) ? _byPerson[person.Id] : CellsOf(unit);

    public IEnumerable<Guid> CellsOf(UnitOn? unit)
    {
        for (var at = unit; at is not null; at = at.Parent)
            if (_byUnit.Contains(at.Id)) return _byUnit[at.Id];
        return [];
    }
}
