using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Meetings;

/// <summary>Meetings as the pages say them.</summary>
internal static class MeetingWords
{
    /// <summary>"17/20 (85,0 %)".</summary>
    public static string Presence(MeetingPresence presence) => $"{Format.Number(presence.Present)}/{Format.Number(presence.Convened)} ({Format.Percent(MeetingQuality.Attendance(presence))})";

    /// <summary>What a criterion asks for, with the number of its rule.</summary>
    public static string Criterion(this IStringLocalizer<Texts> t, MeetingCriterion criterion, MeetingRule rule) => t[$"MeetingCriterion.{criterion}", criterion switch
    {
        MeetingCriterion.Attendance => Format.ShortPercent(rule.AttendanceAbove ?? 0),
        MeetingCriterion.Duration => Format.Number(rule.LeastMinutes ?? 0),
        _ => "",
    }];

    /// <summary>"Chưa đạt: dự họp trên 85 % (85,0 %); có nghị quyết".</summary>
    public static string Lacking(this IStringLocalizer<Texts> t, MeetingQuality quality) => string.Join("; ", quality.Lacking.Select(check => t.Criterion(check.Criterion, quality.Rule) + check switch
    {
        { Criterion: MeetingCriterion.Attendance, Actual: { } actual } => $" ({Format.Percent(actual)})",
        { Criterion: MeetingCriterion.Duration, Actual: { } actual } => $" ({Format.Number(actual)})",
        _ => "",
    }));

    /// <summary>Where it is written; what is not confirmed bears a mark.</summary>
    public static string Source(RuleSource rule) => Language.Pick(rule.Article, rule.ArticleEn) + (rule.Confirmed ? "" : " ¿");

    public static string Source(MeetingRule rule) => Language.Pick(rule.Article, rule.ArticleEn) + (rule.Confirmed ? "" : " ¿");

    public static (string Class, string Icon) Look(MeetingState state) => state switch
    {
        MeetingState.Good => ("good", "ok"),
        MeetingState.Held => ("held", "half"),
        MeetingState.Missing => ("missing", "x"),
        MeetingState.Open => ("open", "clock"),
        _ => ("", ""),
    };
}
