using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>Secret ballot as counts. The denominator is the official members convened (QĐ 294, point 9.3.2).</summary>
public sealed record Ballot(int Convened, int Issued, int Returned, int Invalid, IReadOnlyDictionary<string, int> ByGrade)
{
    /// <exception cref="RuleBrokenException">Ballot.DoesNotAddUp.</exception>
    public void DemandSums() => RuleBrokenException.Unless(
        Issued <= Convened && Returned <= Issued && Invalid >= 0 && ByGrade.Values.All(v => v >= 0) && ByGrade.Values.Sum() + Invalid == Returned, "Ballot.DoesNotAddUp");
}

/// <summary>Who came to the cell's meeting, as its minutes say.</summary>
/// <param name="ExemptPresent">Of the official members exempt from meetings, those who came all the same.</param>
/// <param name="Away">Official members temporarily transferred out (chuyển sinh hoạt đảng tạm thời).</param>
public sealed record Attendance(int OfficialPresent, int ProbationaryPresent, int ExemptPresent = 0, int Away = 0)
{
    /// <summary>Những đảng viên chính thức được triệu tập: the exempt count only if they came, who is away for a time or suspended does not (QĐ 294, 9.3.2). How many came otherwise changes nothing.</summary>
    /// <param name="away">Who is known to be away while nothing was taken down.</param>
    public static int Convened(int official, int exempt, int suspended, Attendance? attendance, int away = 0) =>
        Math.Max(0, official - exempt - suspended + Math.Min(exempt, attendance?.ExemptPresent ?? 0) - (attendance?.Away ?? away));

    /// <summary>The fewest votes that are more than so many percent of those convened; how many percent is the rule set's to say.</summary>
    public static int Majority(int convened, decimal overPercent) => (int)Math.Floor(convened * overPercent / 100) + 1;

    /// <exception cref="RuleBrokenException">Attendance.OutOfRange.</exception>
    public void DemandCounts() => RuleBrokenException.Unless(OfficialPresent >= 0 && ProbationaryPresent >= 0 && Away >= 0 && ExemptPresent >= 0 && ExemptPresent <= OfficialPresent, "Attendance.OutOfRange");
}
