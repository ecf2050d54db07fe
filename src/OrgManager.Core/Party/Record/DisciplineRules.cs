using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>What one kind of discipline means from a day on.</summary>
/// <param name="Months">How long a decision counts from its day, if nothing happens; null: it has no end.</param>
/// <param name="Probationary">Whether it is a discipline for members on probation, too.</param>
/// <param name="Confirmed">False where it, or its article, is believed but was not seen confirmed.</param>
public sealed record DisciplineRule(DisciplineKind Kind, DateOnly From, int? Months, bool Probationary, string Article, string ArticleEn, bool Confirmed);

/// <summary>Hình thức kỷ luật đảng: the one place where what holds on a day is looked up; data beside this class.</summary>
public static class DisciplineRules
{
    private static readonly File Data = RuleFiles.Read<File>("discipline-rules.json");

    public static IReadOnlyList<DisciplineRule> All => Data.Rules;

    /// <summary>The newest in force on a day; before all of them the first.</summary>
    public static DisciplineRule Of(DisciplineKind kind, DateOnly on) =>
        Data.Rules.Where(r => r.Kind == kind && r.From <= on).MaxBy(r => r.From) ?? Data.Rules.Where(r => r.Kind == kind).MinBy(r => r.From)!;

    internal sealed record File(DisciplineRule[] Rules, string? Source = null, string? Note = null) : IRuleFile
    {
        string? IRuleFile.Problem => Enum.GetValues<DisciplineKind>().Except(Rules.Select(r => r.Kind)).ToList() is [var missing, ..] ? $"nothing is said of {missing}." : null;
    }
}
