using OrgManager.Common;
using OrgManager.Establishment;

namespace OrgManager.Staff;

/// <summary>Cấp trưởng, cấp phó, or neither.</summary>
public enum Headship { None, Head, Deputy }

/// <summary>Bố trí công tác: chính, kiêm nhiệm, giao quyền, phụ trách, biệt phái.</summary>
public enum AssignmentKind { Primary, Concurrent, Acting, InCharge, Seconded }

[Flags]
public enum AssignmentFields { None = 0, Unit = 1, Category = 2, Headship = 4, Position = 8, All = 15 }

/// <summary>Where somebody works on one day, on which post.</summary>
/// <param name="Order">Protocol order among the heads or deputies of the unit; 0 for others. Named together with the headship.</param>
/// <param name="Position">Chức danh, vị trí công tác of those who lead nothing ("Chuyên viên").</param>
public sealed record AssignmentFacts(Guid UnitId, QuotaCategory Category, Headship Headship = Headship.None, int Order = 0, string? Position = null)
    : IFacts<AssignmentFacts>
{
    public static int AllFields => (int)AssignmentFields.All;

    public AssignmentFacts Overlay(int fields, AssignmentFacts values)
    {
        var sets = (AssignmentFields)fields;
        var leads = sets.HasFlag(AssignmentFields.Headship) ? values : this;
        return new(
            sets.HasFlag(AssignmentFields.Unit) ? values.UnitId : UnitId,
            sets.HasFlag(AssignmentFields.Category) ? values.Category : Category,
            leads.Headship, leads.Order,
            sets.HasFlag(AssignmentFields.Position) ? values.Position : Position);
    }
}

/// <summary>The fields a change of an assignment names.</summary>
public sealed record AssignmentEdit
{
    public AssignmentFields Sets { get; private init; }
    internal AssignmentFacts Values { get; private init; } = new(Guid.Empty, default);
    internal FactsEdit<AssignmentFacts> Edit => new((int)Sets, Values);

    public Guid UnitId
    {
        get => Values.UnitId;
        init => (Values, Sets) = (Values with { UnitId = value }, Sets | AssignmentFields.Unit);
    }

    public QuotaCategory Category
    {
        get => Values.Category;
        init => (Values, Sets) = (Values with { Category = value }, Sets | AssignmentFields.Category);
    }

    public (Headship Headship, int Order) Leads
    {
        get => (Values.Headship, Values.Order);
        init => (Values, Sets) = (Values with { Headship = value.Headship, Order = value.Order }, Sets | AssignmentFields.Headship);
    }

    public string? Position
    {
        get => Values.Position;
        init => (Values, Sets) = (Values with { Position = value }, Sets | AssignmentFields.Position);
    }
}
