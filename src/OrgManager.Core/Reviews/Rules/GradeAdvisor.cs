namespace OrgManager.Reviews;

/// <summary>Finds the best grade that a year's facts allow, and says why no better one: points within bands, then every condition whose facts are known.</summary>
public static class GradeAdvisor
{
    /// <remarks>A condition whose fact nobody has told stands against nothing; people judge it.</remarks>
    public static GradeAdvice Advise(RuleSetFacts rules, ReviewSubject subject, GradeFacts facts)
    {
        var points = PointsOf(rules, facts);
        var verdicts = new ConditionCheck(rules, facts);
        var objections = new List<GradeObjection>(OfBands(rules, points));
        var judged = points is not null && rules.Bands.Count > 0;
        foreach (var condition in rules.Conditions.Where(c => c.Binds(subject, facts.Leads)))
        {
            if (verdicts.Judge(condition) is not { } verdict) continue;
            judged = true;
            if (verdict is { Holds: false, Against: { } grade }) objections.Add(new(grade, $"GradeObjection.{condition.Fact}", verdict.Args, rules.SourceOf(condition.Source)));
        }
        var least = objections.Count == 0 ? 0 : objections.Max(o => rules.Rank(o.Grade)) + 1;
        return new(points, judged ? rules.Grades[Math.Min(least, rules.Grades.Count - 1)].Code : null, [.. objections.OrderBy(o => rules.Rank(o.Grade))]);
    }

    private static decimal? PointsOf(RuleSetFacts rules, GradeFacts facts) =>
        rules.Scale.Kind == ReviewScale.OfPoints && facts.Scores.Any(s => s.Points is not null) ? facts.Scores.Sum(s => s.Points ?? 0) : null;

    /// <summary>Points below a grade's band stand against it, each by what that grade begins with.</summary>
    private static IEnumerable<GradeObjection> OfBands(RuleSetFacts rules, decimal? points) =>
        points is not { } given ? [] : rules.Bands.Where(b => b.Min is { } min && given < min)
            .Select(b => new GradeObjection(b.Grade, "GradeObjection.Points", [given, b.Min], rules.SourceOf(b.Source)));
}
