namespace OrgManager.Reviews;

/// <summary>What the committee answers with a remark before it decides, so that nobody runs after achievements (DESIGN §6).</summary>
public enum ReviewConcern { OverCap, AllExcellent, Jump, Disciplined, RemediesOpen }

/// <summary>What there is to look at when one grade is decided.</summary>
/// <param name="LastYear">The grade of the year before.</param>
/// <param name="OpenRemedies">Last year's remedies of which nobody has said what came.</param>
/// <param name="AllBest">Every member of the cell would have the best grade.</param>
/// <param name="OverCap">With this grade there would be more of the best than the cap allows.</param>
public sealed record ConcernFacts(string Grade, string? LastYear, bool Disciplined, int OpenRemedies, bool AllBest, bool OverCap);

public static class ReviewConcerns
{
    private const int Jump = 2; // DESIGN §6: a jump of two grades asks for a remark

    public static IReadOnlyList<ReviewConcern> Of(RuleSetFacts rules, ConcernFacts facts) => [.. Found(rules, facts)];

    /// <summary>Two grades or more between one year and the next, up or down; a grade of other rules is not comparable.</summary>
    public static bool IsJump(RuleSetFacts rules, string? lastYear, string? grade) =>
        lastYear is not null && grade is not null && rules.Rank(lastYear) < rules.Grades.Count && rules.Rank(grade) < rules.Grades.Count && Math.Abs(rules.Rank(lastYear) - rules.Rank(grade)) >= Jump;

    private static IEnumerable<ReviewConcern> Found(RuleSetFacts rules, ConcernFacts facts)
    {
        var isBest = facts.Grade == rules.Grades[0].Code;
        if (isBest && facts.OverCap) yield return ReviewConcern.OverCap;
        if (isBest && facts.AllBest) yield return ReviewConcern.AllExcellent;
        if (IsJump(rules, facts.LastYear, facts.Grade)) yield return ReviewConcern.Jump;
        if (isBest && facts.Disciplined) yield return ReviewConcern.Disciplined;
        if (facts.OpenRemedies > 0) yield return ReviewConcern.RemediesOpen;
    }
}
