using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>What so many years in a row of the lowest grade mean, and where it is written.</summary>
/// <param name="From">The first day it holds, and <paramref name="Until"/> the first on which it no longer does; null where it is open.</param>
public sealed record ConsequenceRule(ReviewSubject Of, int Years, string Article, string ArticleEn, bool Confirmed, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Whether it holds for a year's reviews: on its last day.</summary>
    public bool Holds(int year) => !(From > new DateOnly(year, 12, 31)) && !(Until <= new DateOnly(year, 12, 31));
}

/// <summary>Somebody with the lowest grade in two years in a row, as a member or at work.</summary>
public sealed record ReviewNotice(PersonRef Person, int LastYear, ConsequenceRule Rule);

/// <summary>Consequences as notices to those whose matter they are: of members to who works for the party, of staff to who keeps the staff. Nothing is done by itself.</summary>
public sealed class ReviewNoticeService(Database database, ReadLog log)
{
    internal static readonly ConsequenceRule[] Rules = RuleFiles.Read<ConsequenceFile>("review-consequences.json").Rules;

    /// <summary>Those in reach whose last year of it is the last or the one before; of whoever has neither right, none. That they were read is logged.</summary>
    [UseCase]
    public Task<IReadOnlyList<ReviewNotice>> ListAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<ReviewNotice>>(async db =>
        {
            if (!AccessRules.IsGranted(db.Actor, Permission.ViewReviews, db.Today) && !AccessRules.IsGranted(db.Actor, Permission.ChangeStaffPersonal, db.Today)) return [];
            var worst = (await db.Set<RuleSet>().ToListAsync(ct)).Select(r => r.Facts.Grades[^1].Code).Distinct().ToList();
            var low = await db.Set<Review>().Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (r, c) => new { Review = r, c.Year, c.ClosedOn })
                .Where(x => x.Review.PersonId != null && x.Year >= db.Today.Year - 3 && ((x.ClosedOn != null && worst.Contains(x.Review.Grade!)) || worst.Contains(x.Review.WorkGrade!))).ToListAsync(ct);
            var people = low.Select(x => x.Review.PersonId!.Value).Distinct().ToList();
            var graded = (await db.Set<Review>().Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (r, c) => new { Review = r, c.Year })
                .Where(x => x.Review.Subject == ReviewSubject.Staff && EF.Parameter(people).Contains(x.Review.PersonId!.Value)).Select(x => new { x.Review.PersonId, x.Year }).ToListAsync(ct)).Select(x => (x.PersonId!.Value, x.Year)).ToHashSet();
            var found = low.GroupBy(x => x.Review.PersonId!.Value).SelectMany(of => Rules.Select(rule => Notice(db, of.Key, rule,
                    [.. of.Where(x => worst.Contains(GradeOf(rule, x.Review, x.ClosedOn is not null, graded.Contains((of.Key, x.Year))) ?? "")).Select(x => (x.Year, x.Review.CellId))])))
                .OfType<ReviewNotice>().OrderBy(n => n.Person.Code, StringComparer.Ordinal).ToList();
            await log.WriteAsync(db.Actor, "ReviewNotices", FieldClass.Review, found.Select(n => n.Person.Code).Distinct(), ct);
            return found;
        }, ct);

    /// <summary>At work by the year of staff once it is closed, or, where there was none, by the head's comment in the member's file.</summary>
    private static string? GradeOf(ConsequenceRule rule, Review review, bool isClosed, bool hasStaffYear) => (rule.Of, review.Subject) switch
    {
        (ReviewSubject.Staff, not ReviewSubject.Staff) => hasStaffYear ? null : review.WorkGrade,
        var (of, subject) => of == subject && isClosed ? review.Grade : null,
    };

    private static ReviewNotice? Notice(OrgDbContext db, Guid personId, ConsequenceRule rule, List<(int Year, Guid CellId)> years)
    {
        var last = years.Where(y => rule.Holds(y.Year) && Enumerable.Range(0, rule.Years).All(back => years.Exists(other => other.Year == y.Year - back))).OrderByDescending(y => y.Year).FirstOrDefault();
        if (last.Year < db.Today.Year - 2 || personId == db.Actor.PersonId) return null;
        var reached = rule.Of == ReviewSubject.Staff
            ? db.Timeline.On(db.Today).UnitOf(personId) is { } unit && AccessRules.Reaches(db, Permission.ChangeStaffPersonal, unit, db.Today)
            : AccessRules.Reaches(db, Permission.ViewReviews, last.CellId, db.Today);
        var person = db.Timeline.People.Find(personId);
        return reached && person is not null ? new(new(person.Code, person.FullName), last.Year, rule) : null;
    }

    internal sealed record ConsequenceFile(ConsequenceRule[] Rules, string? Source = null, string? Note = null);
}
