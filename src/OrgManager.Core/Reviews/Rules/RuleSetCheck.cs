namespace OrgManager.Reviews;

/// <summary>One thing in a rule set that contradicts another, or is missing.</summary>
/// <param name="Code">Key of its text ("RuleCheck.…"), filled in with <paramref name="Args"/>.</param>
public sealed record RuleProblem(string Code, IReadOnlyList<object?> Args);

/// <summary>Whether a rule set says what can be followed: sums add up, bands cover 0 to 100 without gap or overlap, and everything named is there.</summary>
public static class RuleSetCheck
{
    private const decimal Whole = 100;

    public static IReadOnlyList<RuleProblem> Of(RuleSetFacts rules) =>
        [.. OfNames(rules), .. OfSums(rules), .. OfBands(rules), .. OfConditions(rules), .. OfCaps(rules), .. OfRoll(rules), .. OfForms(rules)];

    private static IEnumerable<RuleProblem> OfNames(RuleSetFacts rules)
    {
        if (string.IsNullOrWhiteSpace(rules.Name) || string.IsNullOrWhiteSpace(rules.NameEn)) yield return Problem("NameMissing");
        if (rules.ValidUntil <= rules.ValidFrom) yield return Problem("Validity", rules.ValidFrom, rules.ValidUntil);
        foreach (var twice in Twice(rules.Grades, g => g.Code)) yield return Problem("GradeTwice", twice);
        foreach (var grade in rules.Grades.Where(g => string.IsNullOrWhiteSpace(g.Name) || string.IsNullOrWhiteSpace(g.NameEn))) yield return Problem("GradeUnnamed", grade.Code);
        foreach (var twice in Twice(rules.Scale.Groups, g => g.Code)) yield return Problem("GroupTwice", twice);
        foreach (var group in rules.Scale.Groups)
        {
            if (string.IsNullOrWhiteSpace(group.Name) || group.Criteria.Any(c => string.IsNullOrWhiteSpace(c.Text))) yield return Problem("CriterionUnnamed", group.Code);
            foreach (var twice in Twice(group.Criteria, c => c.Code)) yield return Problem("CriterionTwice", group.Code, twice);
        }
    }

    /// <summary>Points of the groups that one subject is asked make 100, and those of the criteria make their group.</summary>
    private static IEnumerable<RuleProblem> OfSums(RuleSetFacts rules)
    {
        if (rules.Scale.Kind is not (ReviewScale.OfLevels or ReviewScale.OfPoints)) yield return Problem("ScaleUnknown", rules.Scale.Kind);
        if (rules.Scale.Kind != ReviewScale.OfPoints) yield break;
        foreach (var subject in rules.Scale.Groups.SelectMany(g => g.Subjects).Distinct().Order())
            if (rules.Scale.Groups.Where(g => g.Subjects.Contains(subject) && !g.LeadersOnly).Sum(g => g.Max ?? 0) is var sum && sum != Whole) yield return Problem("WeightsSum", subject, sum, Whole);
        foreach (var group in rules.Scale.Groups.Where(g => g.Criteria.Any(c => c.Max is not null)))
            if (group.Criteria.Sum(c => c.Max ?? 0) is var sum && sum != group.Max) yield return Problem("CriteriaSum", group.Code, sum, group.Max);
    }

    /// <summary>From the least upwards each band begins where the one before ends; the best ends open, the least begins at nothing.</summary>
    private static IEnumerable<RuleProblem> OfBands(RuleSetFacts rules)
    {
        if (rules.Scale.Kind == ReviewScale.OfPoints ? rules.Bands.Count == 0 : rules.Bands.Count > 0) yield return Problem(rules.Bands.Count == 0 ? "BandsMissing" : "BandsWithoutPoints");
        if (rules.Bands.Count == 0) yield break;
        foreach (var grade in rules.Grades.Where(g => rules.Bands.Count(b => b.Grade == g.Code) != 1)) yield return Problem("BandOfGrade", grade.Code);
        var upwards = rules.Bands.OrderByDescending(b => rules.Rank(b.Grade)).ToList();
        if ((upwards[0].Min ?? 0) != 0) yield return Problem("BandsBegin", upwards[0].Grade, upwards[0].Min);
        if (upwards[^1].MaxExclusive is { } end && end <= Whole) yield return Problem("BandsEnd", upwards[^1].Grade, end);
        foreach (var (below, above) in upwards.Zip(upwards.Skip(1)))
        {
            var (from, until) = (above.Min ?? 0, below.MaxExclusive ?? decimal.MaxValue);
            if (from > until) yield return Problem("BandGap", below.Grade, above.Grade, until, from);
            if (from < until) yield return Problem("BandOverlap", below.Grade, above.Grade, from, below.MaxExclusive);
        }
        foreach (var band in upwards.Where(b => b.Min >= b.MaxExclusive || b.Min > Whole)) yield return Problem("BandEmpty", band.Grade);
    }

    private static IEnumerable<RuleProblem> OfConditions(RuleSetFacts rules)
    {
        foreach (var condition in rules.Conditions)
        {
            if (string.IsNullOrWhiteSpace(condition.Text)) yield return Problem("ConditionUnworded", condition.Grade);
            if (condition.Groups.FirstOrDefault(code => rules.Scale.Groups.All(g => g.Code != code)) is { } unknown) yield return Problem("GroupUnknown", condition.Grade, unknown);
            if (condition.AsksPercent && condition.AtLeast is null && condition.AtMost is null) yield return Problem("FigureMissing", condition.Grade, condition.Text);
            if (condition.AtLeast is < 0 or > 100 || condition.AtMost is < 0 or > 100) yield return Problem("FigureOutside", condition.Grade, condition.AtLeast ?? condition.AtMost);
            if (condition.Fact == RuleFact.CriterionLevel && rules.Scale.Levels?.Contains(condition.Level ?? "") != true) yield return Problem("LevelUnknown", condition.Grade, condition.Level);
            if (condition is { Fact: RuleFact.WorkGrade or RuleFact.CollectiveGrade, Level: { } grade } && rules.Rank(grade) == rules.Grades.Count) yield return Problem("LevelUnknown", condition.Grade, grade);
        }
    }

    private static IEnumerable<RuleProblem> OfCaps(RuleSetFacts rules)
    {
        foreach (var cap in rules.Caps)
        {
            if (cap.Percent is <= 0 or > 100 || cap.Base.Count == 0 || cap.Least < 0) yield return Problem("CapFigures", cap.Grade);
            if (!GradeCap.Roundings.Contains(cap.Rounding) || !GradeCap.Modes.Contains(cap.Mode) || !GradeCap.Levels.Contains(cap.BindsAt)) yield return Problem("CapWords", cap.Grade);
        }
    }

    private static IEnumerable<RuleProblem> OfRoll(RuleSetFacts rules)
    {
        foreach (var twice in Twice(rules.Exempt.Select(e => e.Code).Concat(rules.NotGraded.Select(r => r.Code)), code => code)) yield return Problem("ReasonTwice", twice);
        var said = rules.Exempt.Select(e => (e.Code, e.Case, e.Months)).Concat(rules.NotGraded.Select(r => (r.Code, r.Case, r.Months)));
        foreach (var reason in said.Where(r => r.Case is ReviewCase.AdmittedUnder or ReviewCase.FoundedUnder or ReviewCase.WorkedUnder && r.Months is not > 0)) yield return Problem("MonthsMissing", reason.Code);
    }

    private static IEnumerable<RuleProblem> OfForms(RuleSetFacts rules)
    {
        foreach (var twice in Twice(rules.Forms, f => $"{f.Subject} {f.Code}")) yield return Problem("FormTwice", twice);
        foreach (var step in rules.Steps)
        {
            if (step.Form is { } form && rules.Forms.All(f => f.Code != form)) yield return Problem("FormUnknown", step.Code, form);
            if (step.DueBy is { } due && step.DueIn(rules.ValidFrom.Year) is null) yield return Problem("DueByUnreadable", step.Code, due);
            if (step.BallotOverPercent is < 0 or >= 100) yield return Problem("BallotOutside", step.Code, step.BallotOverPercent);
            if (step.ReturnsTo is { } back && rules.Steps.All(s => s.Code != back)) yield return Problem("StepUnknown", step.Code, back);
        }
        foreach (var twice in Twice(rules.Steps, s => s.Code)) yield return Problem("StepTwice", twice);
    }

    private static IEnumerable<string> Twice<T>(IEnumerable<T> all, Func<T, string> code) => all.GroupBy(code).Where(g => g.Count() > 1).Select(g => g.Key);

    private static RuleProblem Problem(string code, params IReadOnlyList<object?> args) => new("RuleCheck." + code, args);
}
