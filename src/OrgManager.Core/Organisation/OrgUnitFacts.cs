using OrgManager.Common;

namespace OrgManager.Organisation;

[Flags]
public enum OrgUnitFields { None = 0, Name = 1, ShortName = 2, Kind = 4, Parent = 8, Order = 16, Autonomy = 32, All = 63 }

/// <summary>What is true of a unit on one day.</summary>
/// <param name="Kind">Code of a <see cref="UnitKind"/>.</param>
/// <param name="ParentId">Null for the root of a tree.</param>
/// <param name="Order">Protocol order among the children of one parent.</param>
/// <param name="Autonomy">Nhóm tự chủ tài chính 1–4 of a service unit (Decree 60/2021), else null; 1 and 2 are autonomous.</param>
public sealed record OrgUnitFacts(string Name, string Kind, Guid? ParentId = null, string? ShortName = null, int Order = 0, int? Autonomy = null)
    : IFacts<OrgUnitFacts>
{
    public static int AllFields => (int)OrgUnitFields.All;

    public bool IsAutonomous => Autonomy is 1 or 2;

    public OrgUnitFacts Overlay(int fields, OrgUnitFacts values)
    {
        var sets = (OrgUnitFields)fields;
        return new(
            sets.HasFlag(OrgUnitFields.Name) ? values.Name : Name,
            sets.HasFlag(OrgUnitFields.Kind) ? values.Kind : Kind,
            sets.HasFlag(OrgUnitFields.Parent) ? values.ParentId : ParentId,
            sets.HasFlag(OrgUnitFields.ShortName) ? values.ShortName : ShortName,
            sets.HasFlag(OrgUnitFields.Order) ? values.Order : Order,
            sets.HasFlag(OrgUnitFields.Autonomy) ? values.Autonomy : Autonomy);
    }
}

/// <summary>The fields a change names, and what it sets them to. Naming is what counts: a parent of null makes the unit stand at the top.</summary>
public sealed record OrgUnitEdit
{
    public OrgUnitFields Sets { get; private init; }
    internal OrgUnitFacts Values { get; private init; } = new("", "");
    internal FactsEdit<OrgUnitFacts> Edit => new((int)Sets, Values);

    public string Name
    {
        get => Values.Name;
        init => (Values, Sets) = (Values with { Name = value }, Sets | OrgUnitFields.Name);
    }

    public string? ShortName
    {
        get => Values.ShortName;
        init => (Values, Sets) = (Values with { ShortName = value }, Sets | OrgUnitFields.ShortName);
    }

    public string Kind
    {
        get => Values.Kind;
        init => (Values, Sets) = (Values with { Kind = value }, Sets | OrgUnitFields.Kind);
    }

    public Guid? ParentId
    {
        get => Values.ParentId;
        init => (Values, Sets) = (Values with { ParentId = value }, Sets | OrgUnitFields.Parent);
    }

    public int Order
    {
        get => Values.Order;
        init => (Values, Sets) = (Values with { Order = value }, Sets | OrgUnitFields.Order);
    }

    public int? Autonomy
    {
        get => Values.Autonomy;
        init => (Values, Sets) = (Values with { Autonomy = value }, Sets | OrgUnitFields.Autonomy);
    }
}
