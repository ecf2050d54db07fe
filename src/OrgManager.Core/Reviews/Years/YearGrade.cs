using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>A member's grade of one year: reviewed here, or taken down from papers.</summary>
/// <param name="Grade">Null where there is none for a reason, or it is not decided or not told yet.</param>
/// <param name="NotGraded">What the reason for no grade is called.</param>
/// <param name="IsConfirmed">The year is closed; true of papers.</param>
public sealed record YearGrade(int Year, GradeRule? Grade, string? NotGraded, bool IsConfirmed, string Rules, string RulesEn)
{
    /// <summary>Of what was taken down from papers; null of a review, which has a page of its own.</summary>
    public EarlierGradeFacts? Facts { get; init; }
    public Seen? Seen { get; init; }
}

/// <summary>A list of grades that may be entered for a year.</summary>
public sealed record GradeList(string Code, string Name, string NameEn, DateOnly ValidFrom, DateOnly? ValidUntil, bool IsOldest, IReadOnlyList<GradeRule> Grades)
{
    public bool Covers(int year) => YearRules.Cover(ValidFrom, ValidUntil, year, IsOldest);
}

/// <summary>Kết quả xếp loại of a member over the years, the newest first.</summary>
/// <param name="Lists">From which the reader may enter a year; none where the reader may not.</param>
public sealed record GradeYears(IReadOnlyList<YearGrade> Years, IReadOnlyList<GradeList> Lists);
