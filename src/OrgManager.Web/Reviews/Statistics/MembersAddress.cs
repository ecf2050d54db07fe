using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Statistics;

/// <summary>The address of the members whom a figure counts.</summary>
public static class MembersAddress
{
    public static string Of(AsOf asOf, ReviewSubject subject, int year, string? committee, TallyBy? by, string? key, string? grade, string? reason = null) =>
        asOf.Link(SubjectWords.Figures(subject, year, "members"), ("by", by?.ToString()), ("key", by is null ? null : key), ("grade", grade), ("reason", reason), ("committee", committee));

    public static FigureFilter Filter(Func<string, string?> query) => new(
        Enum.TryParse<TallyBy>(query("by"), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : null, query("key") ?? (query("by") is null ? null : ""), query("grade"), query("reason"));
}
