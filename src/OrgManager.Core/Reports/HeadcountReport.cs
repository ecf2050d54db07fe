using OrgManager.Establishment;

namespace OrgManager.Reports;

/// <summary>Biên chế và có mặt on a day: totals and every government unit.</summary>
public sealed record HeadcountReport(DateOnly On, HeadcountTotal Total, IReadOnlyList<HeadcountUnit> Units);

public sealed record HeadcountTotal(PostCounts Assigned, PostCounts Allocated, PostCounts Present);

/// <summary>One unit's own posts and people, not those below it.</summary>
/// <param name="Kind">Code of the kind of unit.</param>
/// <param name="Assigned">Null where the unit is no receiver.</param>
public sealed record HeadcountUnit(string Code, string Name, string Kind, string? Parent, PostCounts? Assigned, PostCounts Allocated, PostCounts Present);

/// <summary>Đảng viên by cell on a day.</summary>
public sealed record PartyReport(DateOnly On, int Cells, int Members, int Official, int Probationary, IReadOnlyList<PartyReportCell> ByCell);

public sealed record PartyReportCell(string Code, string Name, int Members, int Official, int Probationary);
