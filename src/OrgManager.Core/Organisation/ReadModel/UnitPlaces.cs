using OrgManager.Access;
using OrgManager.Staff;

namespace OrgManager.Organisation;

/// <summary>The government units of a day, parents first, in protocol order: where the people of each stand in a list.</summary>
internal sealed class UnitPlaces
{
    private readonly List<(Guid Id, string SortKey, int Depth)> _units = [];
    private readonly Dictionary<Guid, int> _ranks = [];
    private Asked? _asked;

    private UnitPlaces(OrgSnapshot day)
    {
        var rows = new List<RosterUnit>();
        foreach (var root in day.Roots(Branch.Government)) Add(root, 0);
        Rows = rows;

        void Add(UnitOn unit, int depth)
        {
            _ranks.Add(unit.Id, _units.Count);
            _units.Add((unit.Id, UnitNames.SortKey(unit), depth));
            rows.Add(new(unit.Code, unit.Name, depth));
            foreach (var child in unit.Children) Add(child, depth + 1);
        }
    }

    /// <summary>Kept from change to change while no unit is other on the day.</summary>
    public static UnitPlaces Of(OrgSnapshot day) => day.Once(typeof(UnitPlaces), on =>
        on.Timeline.Carried.OfUnits(on.Timeline, on.Day, (typeof(UnitPlaces), on.Day), facts => facts, () => new UnitPlaces(on)));

    public IReadOnlyList<RosterUnit> Rows { get; }

    /// <summary>The place of a unit among all; of one that is not of the government, behind them.</summary>
    public int RankOf(Guid unit) => _ranks.GetValueOrDefault(unit, int.MaxValue);

    /// <summary>The name of a unit in the form in which names are ordered; those of no government unit come first.</summary>
    public string SortKeyOf(Guid unit) => _ranks.TryGetValue(unit, out var rank) ? _units[rank].SortKey : "";

    /// <summary>The places of a unit and of those below it: from the first, up to but not including the second; none if it is not there.</summary>
    public (int First, int End) Below(Guid unit)
    {
        if (!_ranks.TryGetValue(unit, out var rank)) return (0, 0);
        var end = rank + 1;
        while (end < _units.Count && _units[end].Depth > _units[rank].Depth) end++;
        return (rank, end);
    }

    /// <summary>Whether a scope reaches every one of them; what was asked last is known.</summary>
    public bool AreWithin(Scope scope)
    {
        if (_asked is { } known && known.Scope.HasUnitsOf(scope)) return known.AreWithin;
        var within = scope.IsEverything || _units.TrueForAll(unit => scope.Includes(unit.Id));
        _asked = new(scope, within);
        return within;
    }

    public bool AreInOrderOf(UnitPlaces other) => ReferenceEquals(this, other) || _units.Select(u => u.Id).SequenceEqual(other._units.Select(u => u.Id));

    public bool AreNamedAs(UnitPlaces other) => ReferenceEquals(this, other) || _units.Select(u => (u.Id, u.SortKey)).SequenceEqual(other._units.Select(u => (u.Id, u.SortKey)));

    private sealed record Asked(Scope Scope, bool AreWithin);
}
