using OrgManager.Common;

namespace OrgManager.Organisation;

[Flags]
public enum UnitFunctionFields { None = 0, Name = 1, Field = 2, Lead = 4, Coordinators = 8, Person = 16, All = 31 }

/// <summary>What is true of a function on one day.</summary>
/// <param name="Name">Nhiệm vụ, as the decision words it.</param>
/// <param name="LeadId">Đơn vị chủ trì: exactly one, which answers for it.</param>
/// <param name="Field">Lĩnh vực quản lý, if one is named.</param>
public sealed record UnitFunctionFacts(string Name, Guid LeadId, string? Field = null) : IFacts<UnitFunctionFacts>
{
    public static int AllFields => (int)UnitFunctionFields.All;

    /// <summary>Who leads it in that unit by name, where one person answers for it.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Đơn vị phối hợp; none twice, the order says nothing.</summary>
    public IReadOnlyList<Guid> CoordinatorIds { get; init => field = [.. value.Distinct().Order()]; } = [];

    public UnitFunctionFacts Overlay(int fields, UnitFunctionFacts values)
    {
        var sets = (UnitFunctionFields)fields;
        return new(
            sets.HasFlag(UnitFunctionFields.Name) ? values.Name : Name,
            sets.HasFlag(UnitFunctionFields.Lead) ? values.LeadId : LeadId,
            sets.HasFlag(UnitFunctionFields.Field) ? values.Field : Field)
        {
            CoordinatorIds = sets.HasFlag(UnitFunctionFields.Coordinators) ? values.CoordinatorIds : CoordinatorIds,
            PersonId = sets.HasFlag(UnitFunctionFields.Person) ? values.PersonId : PersonId,
        };
    }

    public bool Equals(UnitFunctionFacts? other) => other is not null
        && (Name, LeadId, Field, PersonId) == (other.Name, other.LeadId, other.Field, other.PersonId) && CoordinatorIds.SequenceEqual(other.CoordinatorIds);

    public override int GetHashCode() => HashCode.Combine(Name, LeadId, Field, PersonId);
}

/// <summary>The fields a change names, and what it sets them to.</summary>
public sealed record UnitFunctionEdit
{
    public UnitFunctionFields Sets { get; private init; }
    internal UnitFunctionFacts Values { get; private init; } = new("", Guid.Empty);
    internal FactsEdit<UnitFunctionFacts> Edit => new((int)Sets, Values);

    public string Name
    {
        get => Values.Name;
        init => (Values, Sets) = (Values with { Name = value }, Sets | UnitFunctionFields.Name);
    }

    public string? Field
    {
        get => Values.Field;
        init => (Values, Sets) = (Values with { Field = value }, Sets | UnitFunctionFields.Field);
    }

    public Guid LeadId
    {
        get => Values.LeadId;
        init => (Values, Sets) = (Values with { LeadId = value }, Sets | UnitFunctionFields.Lead);
    }

    public Guid? PersonId
    {
        get => Values.PersonId;
        init => (Values, Sets) = (Values with { PersonId = value }, Sets | UnitFunctionFields.Person);
    }

    public IReadOnlyList<Guid> CoordinatorIds
    {
        get => Values.CoordinatorIds;
        init => (Values, Sets) = (Values with { CoordinatorIds = value }, Sets | UnitFunctionFields.Coordinators);
    }
}
