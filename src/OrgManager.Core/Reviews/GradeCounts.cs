namespace OrgManager.Reviews;

/// <summary>How many of a kind of subject got which grade, against the cap.</summary>
/// <param name="Most">Most that the cap allows for its grade, or null where the set has no cap at this level.</param>
public sealed record GradeCounts(ReviewSubject Subject, IReadOnlyDictionary<string, int> ByGrade, int NotGraded, int Waiting, int? Most, bool OverCap)
{
    /// <summary>What it would be if every proposal that is not decided yet, or newer than the decision, were decided as proposed.</summary>
    public static GradeCounts AsProposed(ReviewSubject subject, IReadOnlyCollection<Review> reviews, RuleSetFacts rules)
    {
        var mine = reviews.Where(r => r.Subject == subject).ToList();
        var byGrade = rules.Grades.ToDictionary(g => g.Code, g => mine.Count(r => r.Expected == g.Code));
        return Of(subject, byGrade, mine.Count(r => r.State == ReviewState.NotGraded), mine.Count(r => r.State is ReviewState.Open or ReviewState.Proposed or ReviewState.AwaitingAbove), rules);
    }

    /// <summary>The same if some subjects had another grade than they have (null: none): what a form shows while it is typed.</summary>
    public GradeCounts With(IEnumerable<(string? Was, string? Becomes)> moves, RuleSetFacts rules)
    {
        var byGrade = ByGrade.ToDictionary();
        foreach (var (was, becomes) in moves)
        {
            if (was is not null) byGrade[was]--;
            if (becomes is not null) byGrade[becomes]++;
        }
        return Of(Subject, byGrade, NotGraded, Waiting, rules);
    }

    /// <summary>Counted elsewhere, held against the cap: percent, base and rounding come from the rule set.</summary>
    internal static GradeCounts Of(ReviewSubject subject, IReadOnlyDictionary<string, int> byGrade, int notGraded, int waiting, RuleSetFacts rules)
    {
        var cap = rules.CapOf(subject);
        var most = cap?.Allowed(cap.Base.Sum(grade => byGrade.GetValueOrDefault(grade)));
        return new(subject, byGrade, notGraded, waiting, most, cap is not null && byGrade.GetValueOrDefault(cap.Grade) > most);
    }
}
