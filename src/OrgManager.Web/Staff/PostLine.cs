using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>A post in one line, as previews and conflicts tell it.</summary>
internal static class PostLine
{
    public static string Post(this IStringLocalizer<Texts> t, AssignmentFacts post, IReadOnlyList<UnitTreeRow> units, IReadOnlyList<UnitKindFacts> kinds)
    {
        var unit = units.FirstOrDefault(u => u.Id == post.UnitId);
        var kind = kinds.FirstOrDefault(k => k.Code == unit?.Kind);
        var title = Language.Pick(PostTitles.Of(post, kind), PostTitles.EnglishOf(post, kind));
        var beside = post is { Headship: not Headship.None, Position: { Length: > 0 } position } ? $" ({Language.Pick(position, PostTitles.EnglishOf(post with { Headship = Headship.None }, kind))})" : "";
        string?[] parts = [title + beside, unit?.Name, t.ShortName(post.Category)];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Ngạch, bậc, hệ số.</summary>
    public static string Salary(this IStringLocalizer<Texts> t, SalaryFacts? salary) => salary is null
        ? t["Salary.None"]
        : t["Salary.Line", salary.Rank, salary.Step, salary.Coefficient.ToString("0.00", CultureInfo.CurrentCulture)];

    /// <summary>Ngày thôi công tác và lý do.</summary>
    public static string Leaving(this IStringLocalizer<Texts> t, DateOnly? on, EmploymentEnd? why) => (on, why) switch
    {
        ({ } day, { } reason) => t["Staff.LeavesFor", Format.Day(day), t[$"EmploymentEnd.{reason}"]],
        ({ } day, null) => Format.Day(day),
        _ => t["Staff.NotLeaving"],
    };
}
