using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

/// <summary>One line of the register: somebody who is, or in this year was, a member of a cell.</summary>
/// <param name="InCellSince">Since when in this cell, and out of which (null: admitted here, or from outside).</param>
/// <param name="LeftOn">The first day no longer in this cell, within the year; to which cell (null: elsewhere), or why the membership ended.</param>
public sealed record RegisterRow(
    PersonRef Person, Guid PersonId, Sex Sex, DateOnly Born, MemberWork? Work, AdmissionFacts Admission, DateOnly InCellSince, UnitRef? CameFrom, DateOnly? LeftOn, UnitRef? WentTo, MembershipEnd? Why,
    MembershipFacts Facts, IReadOnlyList<HeldOffice> Offices)
{
    /// <summary>The newest badge that was given, in years; null where none is recorded.</summary>
    public int? Badge { get; init; }

    /// <summary>Discipline that counts on the day, for readers who may see it.</summary>
    public IReadOnlyList<DisciplineFacts> Disciplines { get; init; } = [];
}

/// <summary>A cell with its lines, by given name.</summary>
public sealed record RegisterCell(UnitRef Cell, IReadOnlyList<RegisterRow> Rows)
{
    public int Members => Rows.Count(r => r.LeftOn is null);
}

/// <summary>Sổ danh sách đảng viên of a cell, or of all cells of a committee, on a day.</summary>
public sealed record Register(UnitRef Unit, UnitRef? Above, bool IsCell, DateOnly On, IReadOnlyList<RegisterCell> Cells)
{
    public int Members => Cells.Sum(c => c.Members);
}
