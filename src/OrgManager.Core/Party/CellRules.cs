using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>What the rules about cells and members set a number for.</summary>
public enum CellMatter
{
    FewestOfficial, OfficialForCommittee, MembersForGrassroots, ProbationMonths, RecognitionWorkingDays, CellTermMonths, CommitteeTermMonths, CongressShiftMonths, ExemptionMonths, ExemptionAgeMan, ExemptionAgeWoman, CommitteeRegulation, CellRegulation, CellOfWork, SuspensionDays,
}

/// <summary>One number of the Điều lệ Đảng and of what explains it, from a day on.</summary>
/// <param name="Confirmed">False where it, or its article, is believed but was not seen confirmed.</param>
public sealed record CellRule(CellMatter Matter, DateOnly From, int Value, string Article, string ArticleEn, bool Confirmed);

/// <summary>Where a matter is written.</summary>
public sealed record RuleSource(string Article, string ArticleEn, bool Confirmed)
{
    internal static RuleSource Of(CellRule rule) => new(rule.Article, rule.ArticleEn, rule.Confirmed);

    internal static RuleSource Of(TransferRule rule) => new(rule.Source, rule.Source, rule.Confirmed);

    internal static RuleSource Of(MeetingRule rule) => new(rule.Article, rule.ArticleEn, rule.Confirmed);
}

/// <summary>Quy định về chi bộ, đảng viên: the one place where a number that holds on a day is looked up; data beside this class.</summary>
public static class CellRules
{
    /// <summary>So long before its end a probation is a matter to look at; ours, not a rule's.</summary>
    internal const int ProbationNoticeDays = 60;

    private static readonly File Data = RuleFiles.Read<File>("cell-rules.json");

    public static IReadOnlyList<CellRule> All => Data.Rules;

    /// <summary>Of how many years there are badges, the fewest first.</summary>
    public static IReadOnlyList<int> BadgeYears => Data.Badges.Years;

    /// <summary>Months and days on which they are given, in the order of the year.</summary>
    internal static IReadOnlyList<(int Month, int Day)> BadgeDays { get; } = [.. Data.Badges.Days.Select(MonthDay.Of)];

    internal static RuleSource BadgeSource => new(Data.Badges.Article, Data.Badges.ArticleEn, Data.Badges.Confirmed);

    /// <summary>The newest rule in force on a day; null where none was yet.</summary>
    public static CellRule? Find(CellMatter matter, DateOnly on) => Data.Rules.Where(r => r.Matter == matter && r.From <= on).MaxBy(r => r.From);

    /// <summary>The same; before all of them the first.</summary>
    public static CellRule Of(CellMatter matter, DateOnly on) => Find(matter, on) ?? Data.Rules.Where(r => r.Matter == matter).MinBy(r => r.From)!;

    internal sealed record File(CellRule[] Rules, BadgeFile Badges, string? Source = null, string? Note = null) : IRuleFile
    {
        string? IRuleFile.Problem => Enum.GetValues<CellMatter>().Except(Rules.Select(r => r.Matter)).ToList() is [var missing, ..] ? $"nothing is said of {missing}."
            : Badges.Days.FirstOrDefault(d => !MonthDay.IsMonthDay(d)) is { } wrong ? $"\"{wrong}\" is no month-day." : null;
    }

    internal sealed record BadgeFile(int[] Years, string[] Days, string Article, string ArticleEn, bool Confirmed);
}
