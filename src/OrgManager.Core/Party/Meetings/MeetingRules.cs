using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Tiêu chí của một buổi sinh hoạt tốt.</summary>
public enum MeetingCriterion { Attendance, Duration, Prepared, CommitteeMet, Minutes, Resolution }

/// <summary>How often a cell meets and what makes a good meeting, from a day on.</summary>
/// <param name="CountsAsMonthly">Kinds that stand for the meeting of their month.</param>
/// <param name="AttendanceAbove">Percent of those convened that must be exceeded.</param>
/// <param name="Unconfirmed">What of it is believed but was not seen confirmed.</param>
public sealed record MeetingRule(
    DateOnly From, string Article, string ArticleEn, bool Confirmed, IReadOnlyList<MeetingKind> CountsAsMonthly, int ThematicPerQuarter, IReadOnlyList<MeetingCriterion> Criteria,
    int? AttendanceAbove = null, int? LeastMinutes = null, IReadOnlyList<string>? Unconfirmed = null);

/// <summary>Quy định về sinh hoạt chi bộ: data beside this class, each version from its day.</summary>
public static class MeetingRules
{

    /// <summary>The oldest first.</summary>
    public static IReadOnlyList<MeetingRule> All { get; } = [.. RuleFiles.Read<File>("meeting-rules.json").Rules.OrderBy(r => r.From)];

    /// <summary>The one in force on a day; before all of them the first.</summary>
    public static MeetingRule On(DateOnly day) => All.LastOrDefault(r => r.From <= day) ?? All[0];

    internal sealed record File(MeetingRule[] Rules, string? Source = null, string? Note = null);
}
