namespace OrgManager.Reviews;

/// <summary>Whether one condition holds for one subject's year.</summary>
/// <param name="Against">The least good grade that it stands against where it does not hold; null where there is none.</param>
internal sealed record ConditionVerdict(bool Holds, string? Against, IReadOnlyList<object?> Args);

/// <summary>Holds the conditions of a rule set against the facts of one year.</summary>
internal sealed class ConditionCheck(RuleSetFacts rules, GradeFacts facts)
{
    /// <returns>Null where the condition is for people to judge, or its fact is not told.</returns>
    public ConditionVerdict? Judge(GradeCondition condition) => condition.Fact switch
    {
        null => null,
        RuleFact.DonePercent => OfPercent(condition, facts.Tasks, t => t.Done),
        RuleFact.OnTimeWithQualityPercent => OfPercent(condition, facts.Tasks, t => t.OnTimeWithQuality),
        RuleFact.AboveRequirementPercent => OfPercent(condition, facts.Tasks, t => t.AboveRequirement),
        RuleFact.LatePercent => OfPercent(condition, facts.Tasks, t => t.Late),
        RuleFact.UnitOnTimeWithQualityPercent => OfPercent(condition, facts.UnitTasks, t => t.OnTimeWithQuality),
        RuleFact.UnitAboveRequirementPercent => OfPercent(condition, facts.UnitTasks, t => t.AboveRequirement),
        RuleFact.RemediedPercent => OfRemedies(condition),
        RuleFact.CriterionLevel => OfLevels(condition),
        RuleFact.WorkGrade => OfGrade(condition, facts.WorkGrade),
        RuleFact.CollectiveGrade => OfGrade(condition, facts.CollectiveGrade),
        RuleFact.Disciplined => OfGround(condition, facts.Disciplined),
        RuleFact.SubordinateDisciplined => OfGround(condition, facts.SubordinateDisciplined),
        RuleFact.SickThreeMonths => OfGround(condition, facts.SickThreeMonths),
        RuleFact.Degenerated => OfGround(condition, facts.Degenerated),
        _ => throw new InvalidOperationException($"{condition.Fact}"),
    };

    private static ConditionVerdict? OfPercent(GradeCondition condition, TaskTally? tasks, Func<TaskTally, int> count) =>
        tasks is not { Total: > 0 } told ? null : Within(condition, 100m * count(told) / told.Total);

    /// <summary>Nothing to remedy is all remedied.</summary>
    private ConditionVerdict? OfRemedies(GradeCondition condition)
    {
        if (facts.Shortcomings is not { } named || (named > 0 && facts.Remedied is null)) return null;
        var left = named - (facts.Remedied ?? 0);
        var verdict = Within(condition, named == 0 ? 100 : 100m * (named - left) / named);
        return verdict with { Args = [left, .. verdict.Args] };
    }

    private static ConditionVerdict Within(GradeCondition condition, decimal percent) =>
        new(percent >= (condition.AtLeast ?? percent) && percent <= (condition.AtMost ?? percent), condition.Grade, [percent, condition.AtLeast ?? condition.AtMost]);

    /// <summary>Of the groups named, or of all: told with the first criterion that falls short.</summary>
    private ConditionVerdict? OfLevels(GradeCondition condition)
    {
        var (levels, asked) = (rules.Scale.Levels ?? [], rules.Scale.Groups.Where(g => condition.Groups.Count == 0 || condition.Groups.Contains(g.Code)).ToList());
        var scores = facts.Scores.Where(s => s.Level is not null && asked.Exists(g => g.Holds(s.Code))).ToList();
        if (scores.Count == 0) return null;
        var least = IndexOf(levels, condition.Level);
        var lacking = scores.FirstOrDefault(s => IndexOf(levels, s.Level) > least);
        return new(lacking is null, condition.Grade, [lacking?.Text, lacking?.Level, condition.Level]);
    }

    private ConditionVerdict? OfGrade(GradeCondition condition, string? grade) =>
        grade is null ? null : new(rules.Rank(grade) <= rules.Rank(condition.Level ?? condition.Grade), condition.Grade, [grade, condition.Level ?? condition.Grade]);

    /// <summary>A ground that is there leaves at most its grade: it stands against the next better one. One that is not says nothing of the grade.</summary>
    private ConditionVerdict? OfGround(GradeCondition condition, bool there) =>
        there ? new(false, rules.Rank(condition.Grade) is > 0 and var rank ? rules.Grades[rank - 1].Code : null, [condition.Grade]) : null;

    private static int IndexOf(IReadOnlyList<string> levels, string? level) => level is not null && levels.ToList().IndexOf(level) is >= 0 and var at ? at : int.MaxValue;
}
