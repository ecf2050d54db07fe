using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>One change in a list: what happened, to which unit or person, and on which day.</summary>
public sealed record ChangeRow(DateOnly On, ChangeArea Area, IReadOnlyList<ChangeRef> Refs)
{
    /// <summary>Of a unit; null where it happened to a person.</summary>
    public UnitRef? Unit { get; init; }
    public UnitEvent? OfUnit { get; init; }
    public PersonRef? Person { get; init; }
    public PersonEvent? OfPerson { get; init; }

    /// <summary>Whether the reader may put another decision in place of the one named.</summary>
    public bool MayExchange { get; init; }

    internal static ChangeRow Of(Change change, bool mayExchange = false) => new(change.On, change.Area, change.Refs)
    {
        Unit = change.Unit is { } unit ? UnitNames.Ref(unit, change.On) : null, OfUnit = change.OfUnit,
        Person = change.Person is { } person ? new(person.Code, person.FullName) : null, OfPerson = change.OfPerson,
        MayExchange = mayExchange,
    };
}

/// <summary>Everything one decision changed of one unit or one person.</summary>
public sealed record ChangeGroup(UnitRef? Unit, PersonRef? Person, IReadOnlyList<ChangeRow> Rows);
