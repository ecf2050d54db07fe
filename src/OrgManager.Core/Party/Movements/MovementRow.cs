using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>How the members of a cell became other in a year. What came and what went adds up from the beginning to the end.</summary>
/// <param name="Begin">Members on the day before the year.</param>
/// <param name="Admitted">Kết nạp here.</param>
/// <param name="FromOutside">Transferred from another party organisation.</param>
/// <param name="Recognised">Made official; no change of how many there are.</param>
/// <param name="Removed">Xóa tên, khai trừ, xin ra.</param>
/// <param name="End">Members on the last day of the year, or today.</param>
public sealed record MovementRow(UnitRef Cell, int Begin, int Admitted, int FromOutside, int FromCells, int ToCells, int ToOutside, int Died, int Removed, int End, int Recognised);

/// <summary>The cells in reach that were there in a year, in protocol order.</summary>
/// <param name="Until">The last day counted.</param>
public sealed record MovementYear(int Year, DateOnly Until, IReadOnlyList<MovementRow> Cells)
{
    /// <summary>Of all cells shown; moves between them stand in it twice, once as gone and once as come.</summary>
    public MovementRow Total => new(new(Guid.Empty, "", ""), Sum(r => r.Begin), Sum(r => r.Admitted), Sum(r => r.FromOutside), Sum(r => r.FromCells), Sum(r => r.ToCells), Sum(r => r.ToOutside),
        Sum(r => r.Died), Sum(r => r.Removed), Sum(r => r.End), Sum(r => r.Recognised));

    private int Sum(Func<MovementRow, int> of) => Cells.Sum(of);
}
