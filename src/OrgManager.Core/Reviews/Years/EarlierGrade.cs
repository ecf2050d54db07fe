using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>A member's grade of a year that was not reviewed here, as the papers have it.</summary>
/// <param name="RuleSet">Code of the rules whose list of grades it is of.</param>
/// <param name="Source">Which paper, or which organisation gave it.</param>
public sealed record EarlierGradeFacts(int Year, string RuleSet, string Grade, string? Source = null);

/// <summary>Kết quả xếp loại of a year before this program, or before the member came.</summary>
public sealed class EarlierGrade : Aggregate
{
    public const int GradeLength = 40, Earliest = 1930;

    private EarlierGrade() { }

    public Guid PersonId { get; private init; }

    /// <summary>The cell it was entered for.</summary>
    public Guid CellId { get; private init; }
    public int Year { get; private set; }
    public string RuleSetCode { get; private set; } = "";
    public string Grade { get; private set; } = "";
    public string? Source { get; private set; }
    public EarlierGradeFacts Facts => new(Year, RuleSetCode, Grade, Source);

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Review;

    /// <param name="rules">The rules it names.</param>
    /// <exception cref="RuleBrokenException">RuleSet.GradeUnknown; EarlierGrade.OtherRules: they were not those of that year; EarlierGrade.YearUnknown; Record.TextTooLong.</exception>
    internal static EarlierGrade Enter(Guid personId, Guid cellId, EarlierGradeFacts facts, RuleSetFacts rules, bool oldest)
    {
        var grade = new EarlierGrade { PersonId = personId, CellId = cellId };
        grade.Set(facts, rules, oldest);
        return grade;
    }

    /// <summary>It was entered wrongly.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="Enter"/>.</exception>
    internal void Correct(EarlierGradeFacts facts, RuleSetFacts rules, bool oldest, string reason)
    {
        CellMeeting.DemandReason(reason);
        var was = Facts;
        Set(facts, rules, oldest);
        TouchIf(Facts != was);
    }

    private void Set(EarlierGradeFacts facts, RuleSetFacts rules, bool oldest)
    {
        RuleBrokenException.Unless(facts.Year >= Earliest, "EarlierGrade.YearUnknown", facts.Year);
        RuleBrokenException.Unless(YearRules.Cover(rules.ValidFrom, rules.ValidUntil, facts.Year, oldest), "EarlierGrade.OtherRules", facts.Year, rules.Name);
        RuleBrokenException.Unless(rules.GradesOf(ReviewSubject.Member).Any(g => g.Code == facts.Grade), "RuleSet.GradeUnknown", facts.Grade);
        (Year, RuleSetCode, Grade, Source) = (facts.Year, rules.Id, facts.Grade, RecordText.Of(facts.Source));
    }
}
