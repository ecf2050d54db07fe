namespace OrgManager.Access;

/// <summary>The units a permission reaches, and perhaps one person. Every list takes one explicitly: what is not asked for is not filtered behind one's back.</summary>
public sealed class Scope
{
    public static readonly Scope Everything = new(null, null);
    public static readonly Scope Nothing = new([], null);

    private readonly HashSet<Guid>? _units;

    private Scope(HashSet<Guid>? units, Guid? personId) => (_units, PersonId) = (units, personId);

    /// <summary>Oneself, where the permission reaches one's own record.</summary>
    public Guid? PersonId { get; }
    public bool IsEverything => _units is null;

    /// <summary>Whether it reaches any unit, not only oneself.</summary>
    public bool HasUnits => _units is not { Count: 0 };
    public bool IsNothing => _units is { Count: 0 } && PersonId is null;

    /// <summary>Whether both reach the very same units, as told without looking at them; false may mean that it is not known.</summary>
    internal bool HasUnitsOf(Scope other) => ReferenceEquals(_units, other._units);

    public static Scope Of(IEnumerable<Guid> units, Guid? personId = null) => new([.. units], personId);

    /// <summary>The units alone, without the right to one's own record.</summary>
    public Scope OfOthers => PersonId is null ? this : new(_units, null);

    /// <summary>Null is the place above all units, which only <see cref="Everything"/> includes.</summary>
    public bool Includes(Guid? unitId) => _units is null || (unitId is { } id && _units.Contains(id));

    /// <summary>A person is reached through the unit they work in, the cell they belong to, or by being oneself.</summary>
    public bool IncludesPerson(Guid personId, Guid? unitId, Guid? cellId) =>
        _units is null || personId == PersonId || (unitId is { } unit && _units.Contains(unit)) || (cellId is { } cell && _units.Contains(cell));

    public Scope Or(Scope other)
    {
        if (IsEverything || other.IsEverything) return Everything;
        var person = PersonId ?? other.PersonId;
        if (!other.HasUnits || HasUnitsOf(other)) return With(person);
        return HasUnits ? new([.. _units!, .. other._units!], person) : other.With(person);
    }

    private Scope With(Guid? person) => person == PersonId ? this : new(_units, person);
}
