using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Reviews.Statistics;

/// <summary>Of a review, what is counted.</summary>
internal sealed record CountedReview(Guid CellId, Guid? PersonId, ReviewSubject Subject, string? Grade, string? Proposed, string? Reason, ReviewState State)
{
    /// <inheritdoc cref="Review.Expected"/>
    public string? Expected => Grade is not null && Proposed is not null && Proposed != Grade && State is ReviewState.Proposed or ReviewState.AwaitingAbove ? Proposed : Grade ?? Proposed;

    public bool IsNotGraded => State == ReviewState.NotGraded;
    public bool IsDecided => Grade is not null && Expected == Grade;
}

/// <summary>The reviews of all years, cut to the cells (of staff the units) that a reader reaches.</summary>
/// <param name="of">Whose years they are: of members, or of staff.</param>
internal sealed class CountedReviews(OrgDbContext db, ReviewSubject of, Scope scope)
{
    /// <summary>The reviews of cycles in reach, one narrow row each.</summary>
    public async Task<List<CountedReview>> OfAsync(IReadOnlyCollection<ReviewCycle> cycles, CancellationToken ct)
    {
        var ids = cycles.Select(c => c.Id).ToList();
        var rows = await db.Set<Review>().Where(r => ids.Contains(r.CycleId))
            .Select(r => new CountedReview(r.CellId, r.PersonId, r.Subject, r.Grade, r.ProposedGrade, r.NotGradedReason, r.State)).ToListAsync(ct);
        return scope.IsEverything ? rows : rows.FindAll(r => scope.Includes(r.CellId));
    }

    /// <summary>A year whose reviews were read.</summary>
    public YearTally Year(int year, IReadOnlyCollection<ReviewCycle> cycles, IReadOnlyCollection<CountedReview> reviews) => new(year,
        cycles.All(c => c.ClosedOn is not null) && reviews.All(r => r.State is ReviewState.Decided or ReviewState.NotGraded),
        Tallies.Of(reviews.Where(r => r.Subject == of)), Tallies.Of(reviews.Where(r => r.Subject == Own)));

    private ReviewSubject Own => ReviewCycle.OwnOf(of);

    /// <summary>Each year's members and cells by grade, added up by the database.</summary>
    public async Task<List<YearTally>> YearsAsync(IReadOnlyList<ReviewCycle> cycles, CancellationToken ct)
    {
        var whole = cycles.Where(c => scope.Includes(c.CommitteeId)).Select(c => c.Id).ToHashSet();
        var cells = whole.Count == cycles.Count ? [] : db.Timeline.Units.Where(u => scope.Includes(u.Id)).Select(u => u.Id).ToList();
        var ids = whole.ToList();
        var sums = await db.Set<Review>().Where(r => ids.Contains(r.CycleId) || cells.Contains(r.CellId))
            .GroupBy(r => new { r.CycleId, r.Subject, r.Grade, r.ProposedGrade, r.State })
            .Select(g => new { g.Key.CycleId, g.Key.Subject, g.Key.Grade, g.Key.ProposedGrade, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var years = cycles.ToDictionary(c => c.Id);
        return [.. sums.Where(s => years.ContainsKey(s.CycleId)).GroupBy(s => years[s.CycleId].Year).OrderByDescending(y => y.Key).Select(year =>
        {
            var counted = year.Select(s => (One: new CountedReview(Guid.Empty, null, s.Subject, s.Grade, s.ProposedGrade, null, s.State), s.Count)).ToList();
            var confirmed = year.All(s => years[s.CycleId].ClosedOn is not null && s.State is ReviewState.Decided or ReviewState.NotGraded);
            return new YearTally(year.Key, confirmed, Tallies.Of(counted.Where(c => c.One.Subject == of)), Tallies.Of(counted.Where(c => c.One.Subject == Own)));
        })];
    }
}

internal static class Tallies
{
    public static GradeSpread Of(IEnumerable<CountedReview> reviews) => Of(reviews.Select(r => (r, 1)));

    public static GradeSpread Of(IEnumerable<(CountedReview One, int Count)> reviews)
    {
        var (grades, none, waiting) = (new Dictionary<string, int>(), 0, 0);
        foreach (var (one, count) in reviews)
        {
            if (one.IsNotGraded) none += count;
            else if (one.Expected is { } grade) grades[grade] = grades.GetValueOrDefault(grade) + count;
            else waiting += count;
        }
        return new(grades, none, waiting);
    }
}
