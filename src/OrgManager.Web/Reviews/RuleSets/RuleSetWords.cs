using Microsoft.Extensions.Localization;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.RuleSets;

/// <summary>A rule set in the words of its page.</summary>
internal static class RuleSetWords
{
    public static string Kind(this IStringLocalizer<Texts> t, string kind) => t[$"RuleBook.Kind.{kind}"];

    public static string Subject(this IStringLocalizer<Texts> t, ReviewSubject subject) => t[$"ReviewSubject.{subject}"];

    /// <summary>"Đảng viên, Chi bộ"; empty where all are meant.</summary>
    public static string Subjects(this IStringLocalizer<Texts> t, IEnumerable<ReviewSubject> subjects) => string.Join(", ", subjects.Select(s => t.Subject(s)));

    public static string Validity(this IStringLocalizer<Texts> t, DateOnly from, DateOnly? until) =>
        until is { } end ? t["RuleBook.FromUntil", Format.Day(from), Format.Day(end.AddDays(-1))] : t["RuleBook.From", Format.Day(from)];

    /// <summary>What the program holds against the condition: "≥ 30 %", or the least level.</summary>
    public static string Measure(GradeCondition condition) => condition switch
    {
        { AtLeast: { } least } => $"≥ {Format.Number(least)} %",
        { AtMost: { } most } => $"≤ {Format.Number(most)} %",
        { Level: { } level } => $"≥ {level}",
        _ => "",
    };

    public static string Text(GradeCondition condition) => Language.Pick(condition.Text, condition.TextEn ?? condition.Text);

    /// <summary>"12-15" as a day of the year.</summary>
    public static string Due(this IStringLocalizer<Texts> t, string due) =>
        due.Split('+') is [var day, ..] && day.Split('-') is [var month, var date] ? t[due.Contains('+', StringComparison.Ordinal) ? "RuleBook.DueNext" : "RuleBook.Due", date, month] : due;

    /// <summary>A problem with its figures; subjects and days in the reader's words.</summary>
    public static string Problem(this IStringLocalizer<Texts> t, RuleProblem problem) => t[problem.Code, [.. problem.Args.Select(a => a switch
    {
        ReviewSubject subject => t.Subject(subject),
        DateOnly day => Format.Day(day),
        decimal figure => Format.Number(figure),
        int figure => Format.Number(figure),
        _ => a ?? "",
    })]];
}
