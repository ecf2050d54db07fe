namespace OrgManager.Reviews;

/// <summary>Nhóm có nhiệm vụ tương đồng: cells, of staff units, among which a cap is counted by itself.</summary>
public sealed record TaskGroup(string Name, IReadOnlyList<Guid> Units)
{
    public const int NameLength = 120;
}

/// <summary>How one group stands against the caps that bind in groups, as it is to be expected and as far as it is decided.</summary>
/// <param name="Name">Null for all that are in no group, which are counted together.</param>
/// <param name="Units">How many cells or units it has.</param>
public sealed record GroupCounts(string? Name, int Units, GradeCounts Members, GradeCounts Cells, GradeCounts DecidedMembers, GradeCounts DecidedCells)
{
    public bool OverCap => Members.OverCap || Cells.OverCap;
}
