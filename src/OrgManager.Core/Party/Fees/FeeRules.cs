using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>Hưởng lương có bảo hiểm xã hội, hưu trí, học sinh sinh viên, khác.</summary>
public enum FeeKind { Insured, Pensioner, Student, Other }

/// <summary>Hộ nghèo, bệnh nặng, hoàn cảnh đặc biệt khó khăn; each only where the rule of the month knows it.</summary>
public enum FeeExemption { None, PoorHousehold, SeriousIllness, Hardship }

/// <summary>What others pay, in percent of the regional minimum wage, from a day on.</summary>
public sealed record FeeShare(DateOnly From, decimal WorkingPercent, decimal RetiredPercent);

/// <summary>Một quy định về đảng phí: what a month's fee is.</summary>
/// <param name="BaseMonth">0: of the income of the month itself; −1: of the month before.</param>
/// <param name="PassUpPercent">What the cell passes up of what it collects.</param>
/// <param name="ExemptFromPartyAge">Years of party age from which nothing is due; null where it knows no such thing.</param>
/// <param name="Unconfirmed">Fields that no text at hand confirms.</param>
public sealed record FeeRule(
    string Code, string Name, string NameEn, DateOnly From, int BaseMonth, decimal InsuredPercent, decimal PensionerPercent, long? StudentAmount, IReadOnlyList<FeeShare> Others,
    decimal PassUpPercent, int? ExemptFromPartyAge, IReadOnlyList<FeeExemption> Exemptions, IReadOnlyList<string> Unconfirmed)
{
    public FeeShare? OthersIn(DateOnly month) => Others.LastOrDefault(s => s.From <= month);
}

/// <summary>Đảng phí by version: data (JSON beside this class), with the base salary and the minimum wage of each time.</summary>
public static class FeeRules
{
    private static readonly File Data = RuleFiles.Read<File>("fee-rules.json");

    public static IReadOnlyList<FeeRule> All => Data.Rules;

    /// <summary>The rule of a month: in force on its first day; before the first rule, that one.</summary>
    public static FeeRule Of(DateOnly month) => Data.Rules.LastOrDefault(r => r.From <= First(month)) ?? Data.Rules[0];

    /// <summary>What no text at hand confirms of a rule, and of the amounts it is reckoned with.</summary>
    public static IReadOnlyList<string> UnconfirmedOf(FeeRule rule) => [.. rule.Unconfirmed, .. Data.Unconfirmed];

    /// <summary>Mức lương cơ sở on a day.</summary>
    public static long? BaseSalary(DateOnly on) => On(Data.BaseSalary, on);

    /// <summary>Lương tối thiểu vùng on a day.</summary>
    public static long? MinimumWage(DateOnly on) => On(Data.MinimumWage, on);

    public static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static long? On(Step[] steps, DateOnly on) => steps.LastOrDefault(s => s.From <= on)?.Amount;

    internal sealed record Step(DateOnly From, long Amount, string Source);

    internal sealed record File(FeeRule[] Rules, string[] Unconfirmed, Step[] BaseSalary, Step[] MinimumWage, string? Source = null, string? Note = null);
}
