using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>So many reviews stand alike: counted by the database, so that nobody loads a year to count it.</summary>
internal sealed record GradeTally(Guid CycleId, Guid CellId, ReviewSubject Subject, ReviewState State, string? Grade, string? Proposed, int Count)
{
    /// <inheritdoc cref="Review.HasNewerProposal"/>
    public bool HasNewerProposal => Grade is not null && Proposed is not null && Proposed != Grade && State is ReviewState.Proposed or ReviewState.AwaitingAbove;

    /// <inheritdoc cref="Review.Expected"/>
    public string? Expected => HasNewerProposal ? Proposed : Grade ?? Proposed;

    /// <summary>By cycle; the cell is empty.</summary>
    public static Task<List<GradeTally>> OfCyclesAsync(IQueryable<Review> reviews, CancellationToken ct) => reviews
        .GroupBy(r => new { r.CycleId, r.Subject, r.State, r.Grade, r.ProposedGrade })
        .Select(g => new GradeTally(g.Key.CycleId, Guid.Empty, g.Key.Subject, g.Key.State, g.Key.Grade, g.Key.ProposedGrade, g.Count())).ToListAsync(ct);

    public static Task<List<GradeTally>> OfCellsAsync(IQueryable<Review> reviews, CancellationToken ct) => reviews
        .GroupBy(r => new { r.CycleId, r.CellId, r.Subject, r.State, r.Grade, r.ProposedGrade })
        .Select(g => new GradeTally(g.Key.CycleId, g.Key.CellId, g.Key.Subject, g.Key.State, g.Key.Grade, g.Key.ProposedGrade, g.Count())).ToListAsync(ct);

    /// <summary>What is decided.</summary>
    public static GradeCounts Decided(ReviewSubject subject, IEnumerable<GradeTally> tallies, RuleSetFacts rules) => Counts(subject, tallies, rules, t => t.Grade);

    /// <summary>What it would be if every proposal that is not decided yet, or newer than the decision, were decided as proposed.</summary>
    public static GradeCounts AsProposed(ReviewSubject subject, IEnumerable<GradeTally> tallies, RuleSetFacts rules) => Counts(subject, tallies, rules, t => t.Expected);

    private static GradeCounts Counts(ReviewSubject subject, IEnumerable<GradeTally> tallies, RuleSetFacts rules, Func<GradeTally, string?> grade)
    {
        var mine = tallies.Where(t => t.Subject == subject).ToList();
        var byGrade = rules.Grades.ToDictionary(g => g.Code, g => mine.Where(t => grade(t) == g.Code).Sum(t => t.Count));
        return GradeCounts.Of(subject, byGrade, mine.Where(t => t.State == ReviewState.NotGraded).Sum(t => t.Count),
            mine.Where(t => t.State is ReviewState.Open or ReviewState.Proposed or ReviewState.AwaitingAbove).Sum(t => t.Count), rules);
    }
}
