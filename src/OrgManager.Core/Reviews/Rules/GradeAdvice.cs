namespace OrgManager.Reviews;

/// <summary>One reason why a grade, and any better one, cannot be given.</summary>
/// <param name="Grade">The least good grade that it stands against.</param>
/// <param name="Code">Key of its text ("GradeObjection.…"), filled in with <paramref name="Args"/>.</param>
/// <param name="Args">Figures, and codes of grades or the wording of a level.</param>
/// <param name="Source">Where the rule is written.</param>
public sealed record GradeObjection(string Grade, string Code, IReadOnlyList<object?> Args, string Source);

/// <summary>What a year's facts allow by the rules: advice, never a decision.</summary>
/// <param name="Points">Sum of the points given; null where there are none.</param>
/// <param name="Grade">The best grade that the facts known allow; null where nothing is known that the rules ask for.</param>
/// <param name="Objections">Against each better grade, from the best downwards.</param>
public sealed record GradeAdvice(decimal? Points, string? Grade, IReadOnlyList<GradeObjection> Objections)
{
    /// <summary>What stands against one grade.</summary>
    public IEnumerable<GradeObjection> Against(string grade, RuleSetFacts rules) => Objections.Where(o => rules.Rank(o.Grade) >= rules.Rank(grade));
}
