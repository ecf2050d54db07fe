namespace OrgManager.Data.Seeding.Province;

/// <summary>That a cell serves a unit for a time.</summary>
internal sealed record PlannedCoverage(PlannedUnit Unit, PlannedCell Cell, DateOnly From, DateOnly Until, PlannedDecision Decision);

/// <summary>A party cell and the committee above it.</summary>
internal sealed class PlannedCell(PlannedUnit unit, PlannedUnit committee)
{
    public PlannedUnit Unit => unit;
    public PlannedUnit Committee => committee;

    /// <summary>Members while the plan is made day by day.</summary>
    public int Members { get; set; }
}
