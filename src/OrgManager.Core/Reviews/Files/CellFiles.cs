using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>Puts beside the rows of one cell's sheet how far their files are, with one query for the files of the year and one for those of the year before.</summary>
internal sealed class CellFiles(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules)
{
    /// <param name="disciplined">Whose record tells of discipline in the year.</param>
    public async Task<CellReview> WithFilesAsync(CellReview sheet, IEnumerable<Review> reviews, IReadOnlySet<Guid> disciplined, CancellationToken ct)
    {
        var mine = reviews.ToDictionary(r => r.Id);
        var (ids, people) = (mine.Keys.ToList(), mine.Values.Select(r => r.PersonId).OfType<Guid>().ToList());
        var files = (await db.Set<ReviewFile>().Where(f => ids.Contains(f.ReviewId)).ToListAsync(ct)).ToDictionary(f => f.ReviewId);
        var remedies = await LastRemediesAsync(people, ct);
        var grades = await YearGrades.ReadAsync(db, cycle, rules, people, ct);
        ReviewRow With(ReviewRow row)
        {
            var (review, file) = (mine[row.Seen.Id], files.GetValueOrDefault(row.Seen.Id));
            var before = review.PersonId is { } person ? remedies.GetValueOrDefault(person) ?? [] : [];
            return row with { File = Row(review, file, before), Advice = GradeAdvisor.Advise(rules, review.Subject, FileFacts.Of(review, file, before, grades, file?.Facts.Disciplined == true || (review.PersonId is { } member && disciplined.Contains(member)))) };
        }
        return sheet with { Own = With(sheet.Own), Members = [.. sheet.Members.Select(With)] };
    }

    /// <summary>Where only results are kept: what the committee remarked when it decided, and how many remedies of a year before that was kept whole are left open.</summary>
    public async Task<CellReview> WithRemarksAsync(CellReview sheet, IEnumerable<Review> reviews, CancellationToken ct)
    {
        var people = reviews.Where(r => r.PersonId is not null).ToDictionary(r => r.Id, r => r.PersonId!.Value);
        var open = (await LastRemediesAsync([.. people.Values], ct)).ToDictionary(l => l.Key, l => l.Value.Count(r => r.State == RemedyState.Open));
        var ids = sheet.Members.Select(m => m.Seen.Id).Append(sheet.Own.Seen.Id).ToList();
        var remarks = (await db.Set<ReviewFile>().AsNoTracking().Where(f => ids.Contains(f.ReviewId)).Select(f => new { f.ReviewId, f.Decisions }).ToListAsync(ct)).ToDictionary(f => f.ReviewId, f => f.Decisions is [.., var last] ? last : null);
        ReviewRow With(ReviewRow row) => row with
        {
            Remark = remarks.GetValueOrDefault(row.Seen.Id) is { } made && made.Grade == row.Grade ? made.Remark : null,
            OpenRemedies = people.TryGetValue(row.Seen.Id, out var person) ? open.GetValueOrDefault(person) : 0,
        };
        return sheet with { Own = With(sheet.Own), Members = [.. sheet.Members.Select(With)] };
    }

    private async Task<Dictionary<Guid, IReadOnlyList<Remedy>>> LastRemediesAsync(List<Guid> people, CancellationToken ct)
    {
        var last = await (
            from review in db.Set<Review>()
            join year in db.Set<ReviewCycle>() on review.CycleId equals year.Id
            join file in db.Set<ReviewFile>() on review.Id equals file.ReviewId
            where year.Year == cycle.Year - 1 && review.Subject == ReviewSubject.Member && review.PersonId != null && people.Contains(review.PersonId.Value)
            select new { review.PersonId, file.Remedies }).ToListAsync(ct);
        return last.GroupBy(l => l.PersonId!.Value).ToDictionary(g => g.Key, g => g.First().Remedies);
    }

    private RowFile? Row(Review review, ReviewFile? file, IReadOnlyList<Remedy> last)
    {
        if (review.Step is not { } step) return null;
        return new(new Seen(review.Id, file?.Version ?? 0), step, file?.Comment?.WorkGrade, file?.Self?.Said.OwnGrade, file?.CellComment?.Text, last, file?.Facts ?? new(), [.. new ReviewReach(db, review, cycle).Open().Select(r => r.Act).Distinct()]);
    }
}
