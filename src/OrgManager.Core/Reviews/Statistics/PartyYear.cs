using OrgManager.Organisation;

namespace OrgManager.Reviews.Statistics;

/// <summary>The members of a cell at the end of a year.</summary>
/// <param name="Ages">By bands as <see cref="TallyBands"/> has them; null where so few are counted that they would tell who is of which age, and the reader may not see days of birth.</param>
public sealed record PartyYearRow(UnitRef? Cell, int Members, int Official, int Probationary, int Women, int Exempt, int Suspended, IReadOnlyList<int>? Ages, IReadOnlyList<int> PartyAges);

/// <summary>Thống kê đảng viên theo chi bộ: the cells in reach in protocol order, and their sum.</summary>
/// <param name="AgesFrom">The first age of each band.</param>
public sealed record PartyYear(int Year, DateOnly On, IReadOnlyList<string> AgesFrom, IReadOnlyList<string> PartyAgesFrom, IReadOnlyList<PartyYearRow> Cells, PartyYearRow Total);
