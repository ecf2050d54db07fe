using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>What stands beside one review: the year before, the cell's own words for the criteria, how the others are graded.</summary>
internal sealed class FileFacts(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules)
{
    /// <summary>The last day of the year, or today while it runs.</summary>
    public DateOnly Day => ReviewCycle.LastDay(cycle.Year, db.Today);

    public bool Leads(Review review) => review.PersonId is { } person && Leadership.Leads(db.Timeline.On(Day), person);

    /// <summary>The same subject's review of the year before, with its file; where there was none here, the grade its papers tell.</summary>
    public async Task<(string? Grade, IReadOnlyList<Remedy> Remedies)> LastYearAsync(Review review, CancellationToken ct)
    {
        var before = await db.Set<Review>().AsNoTracking().Join(db.Set<ReviewCycle>().Where(c => c.Year == cycle.Year - 1), r => r.CycleId, c => c.Id, (r, _) => r)
            .Where(r => r.Subject == review.Subject && r.PersonId == review.PersonId && (r.PersonId != null || r.CellId == review.CellId)).FirstOrDefaultAsync(ct);
        if (before is null) return (review.PersonId is { } person ? (await EarlierGrades.OfAsync(db, cycle.Year - 1, [person], ct)).GetValueOrDefault(person) : null, []);
        return (before.Grade, await db.Set<ReviewFile>().Where(f => f.ReviewId == before.Id).Select(f => f.Remedies).FirstOrDefaultAsync(ct) ?? []);
    }

    /// <summary>The newest words of the cell under this version of the rules, those for the subject itself before those for all.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MeaningsAsync(Guid cellId, Guid? personId, CancellationToken ct)
    {
        var said = await db.Set<CellCriteria>().AsNoTracking().Where(c => c.CellId == cellId && c.RuleSetCode == cycle.RuleSetCode && c.Year <= cycle.Year && (c.PersonId == null || c.PersonId == personId)).ToListAsync(ct);
        return CellCriteria.For(personId, said);
    }

    public async Task<SelfReviewForm> FormAsync(Review review, CancellationToken ct) =>
        SelfReviewForm.Of(rules, review.Subject, Leads(review), await MeaningsAsync(review.CellId, review.PersonId, ct));

    /// <summary>Whether discipline fell in the year: as the file says, or as the record of the member does.</summary>
    public async Task<bool> IsDisciplinedAsync(Review review, ReviewFile? file, CancellationToken ct) =>
        file?.Facts.Disciplined == true || (review.PersonId is { } person && (await DisciplineYear.OfAsync(db, cycle.Year, [person], ct)).Count > 0);

    /// <summary>What its file says of the year, beside how others of the year are graded.</summary>
    /// <param name="disciplined">See <see cref="IsDisciplinedAsync"/>.</param>
    public static GradeFacts Of(Review review, ReviewFile? file, IReadOnlyList<Remedy> last, YearGrades grades, bool disciplined) => grades.FactsOf(review) with
    {
        Scores = file?.Self?.Said.Scores ?? review.Scores, Tasks = file?.Self?.Said.Tally, WorkGrade = grades.AtWork(review.PersonId) ?? file?.Comment?.WorkGrade,
        Shortcomings = last.Count > 0 ? last.Count : null, Remedied = last.Count > 0 ? last.Count(r => r.State == RemedyState.Done) : null,
        Disciplined = disciplined, SickThreeMonths = file?.Facts.SickThreeMonths == true, Degenerated = file?.Facts.Degenerated == true,
    };

    /// <summary>What the committee would have to answer if this grade were decided, on top of what is decided already.</summary>
    /// <param name="also">Others decided in the same breath, as they become.</param>
    public async Task<IReadOnlyList<ReviewConcern>> ConcernsAsync(Review review, ReviewFile? file, string grade, IReadOnlyDictionary<Guid, string?> also, CancellationToken ct)
    {
        var last = await LastYearAsync(review, ct);
        var (allBest, overCap) = grade == rules.Grades[0].Code ? (await AllBestAsync(review, also, ct), await OverCapAsync(review, grade, also, ct)) : (false, false);
        return ReviewConcerns.Of(rules, new(grade, last.Grade, await IsDisciplinedAsync(review, file, ct), last.Remedies.Count(r => r.State == RemedyState.Open), allBest, overCap));
    }

    private async Task<bool> AllBestAsync(Review review, IReadOnlyDictionary<Guid, string?> also, CancellationToken ct)
    {
        if (review.Subject != ReviewSubject.Member) return false;
        var others = await db.Set<Review>().AsNoTracking().Where(r => r.CycleId == cycle.Id && r.CellId == review.CellId && r.Subject == ReviewSubject.Member && r.NotGradedReason == null && r.Id != review.Id).ToListAsync(ct);
        return others.Count > 0 && others.All(r => (also.TryGetValue(r.Id, out var becomes) ? becomes : r.Expected) == rules.Grades[0].Code);
    }

    /// <summary>Held against all the others as they stand: as decided, else as proposed, of which one that is proposed best counts as second best until it is decided.</summary>
    private async Task<bool> OverCapAsync(Review review, string grade, IReadOnlyDictionary<Guid, string?> also, CancellationToken ct)
    {
        var (best, second) = (rules.Grades[0].Code, rules.Grades[1].Code);
        var others = await db.Set<Review>().AsNoTracking().Where(r => r.CycleId == cycle.Id && r.Subject == review.Subject && r.Id != review.Id).Select(r => new { r.Id, r.CellId, r.Grade, r.ProposedGrade }).ToListAsync(ct);
        var standing = others.ConvertAll(r => (r.CellId, Grade: also.TryGetValue(r.Id, out var becomes) ? becomes : r.Grade ?? (r.ProposedGrade == best ? second : r.ProposedGrade)));
        bool IsOver(RuleSetFacts caps, IEnumerable<(Guid CellId, string? Grade)> among) => GradeCounts.AsProposed(review.Subject, [], caps).With([.. among.Select(r => ((string?)null, r.Grade)), (null, grade)], caps).OverCap;
        var groups = new CycleGroups(cycle, rules);
        return IsOver(groups.Whole, standing) || (groups.Bind && IsOver(groups.Within, standing.Where(r => groups.PlaceOf(r.CellId) == groups.PlaceOf(review.CellId))));
    }
}
