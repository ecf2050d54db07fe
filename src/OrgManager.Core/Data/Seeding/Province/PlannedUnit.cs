using OrgManager.Organisation;

namespace OrgManager.Data.Seeding.Province;

/// <summary>What becomes otherwise of a unit on a day; null stays as it is.</summary>
internal sealed record PlannedUnitChange(DateOnly On, string? Name, int? Autonomy, PlannedDecision Decision);

/// <summary>A unit of either tree from its first day to its last.</summary>
internal sealed class PlannedUnit
{
    public required string Code { get; init; }
    public required Branch Branch { get; init; }
    public required string Kind { get; init; }

    /// <summary>On the last day.</summary>
    public required string Name { get; init; }

    /// <summary>What the name is made of: "Quản lý công nghiệp".</summary>
    public required string Subject { get; init; }
    public required PlannedUnit? Parent { get; init; }
    public required int Order { get; init; }
    public DateOnly From { get; set; }
    public DateOnly Until { get; set; } = DateOnly.MaxValue;
    public string FirstName { get; set; } = "";
    public int? Autonomy { get; set; }
    public List<PlannedUnitChange> Changes { get; } = [];

    /// <summary>The two units this one came from by merger, if it did.</summary>
    public IReadOnlyList<PlannedUnit> Predecessors { get; set; } = [];
    public PlannedUnit? Successor { get; set; }
    public PlannedDecision? FoundedBy { get; set; }
    public PlannedDecision? EndedBy { get; set; }

    /// <summary>The department (or the root) it stands under.</summary>
    public PlannedUnit Department => Kind is "Department" or "Province" || Parent is null ? this : Parent.Department;

    /// <summary>The service unit it is or belongs to.</summary>
    public PlannedUnit? Service => Kind == "ServiceUnit" ? this : Parent?.Service;
    public bool IsLeaf { get; set; } = true;

    public bool Stands(DateOnly day) => From <= day && day < Until;
}
