using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Somebody whose year at work the reader is to comment on.</summary>
/// <param name="Seen">The review's id and the version of its file.</param>
/// <param name="IsMine">The reader heads the very unit that says how they work; else it is somebody further below.</param>
/// <param name="IsOpen">It may still be said, or said otherwise.</param>
public sealed record StaffCommentRow(Seen Seen, int Year, PersonRef Person, UnitRef? Unit, string? Post, string? PostEn, ReviewStep Step, UnitComment? Comment, RuleSetFacts Rules, bool IsMine, bool IsOpen);

/// <summary>Nhận xét và mức xếp loại công chức, viên chức: what the head of a unit says of its people before their cells review them; of the heads themselves, the head above.</summary>
public sealed class StaffCommentService(Database database, OrgClock clock, ReadLog log)
{
    /// <summary>Everybody in reach whose file of an open year waits for it, or has it, those nearest first; that they were read is logged.</summary>
    [UseCase(Permission.GradeStaff, IsList = true)]
    public Task<IReadOnlyList<StaffCommentRow>> ListAsync(CancellationToken ct = default) => ReadAsync("StaffComments", _ => null, ct);

    /// <summary>The same, of the units whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.GradeStaff, IsList = true)]
    public Task<IReadOnlyList<StaffCommentRow>> ExportAsync(CancellationToken ct = default) =>
        ReadAsync("StaffCommentsExport", db => db.DemandExport(Permission.GradeStaff, db.Today), ct);

    private Task<IReadOnlyList<StaffCommentRow>> ReadAsync(string what, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<StaffCommentRow>>(async db =>
        {
            var (scope, narrow) = (db.DemandScope(Permission.GradeStaff, db.Today), narrowed(db));
            var people = PeopleIn(db, scope).Where(p => narrow?.Includes(p.Value) != false).ToDictionary();
            var ids = people.Keys.ToList();
            var found = await (
                from review in db.Set<Review>()
                join cycle in db.Set<ReviewCycle>() on review.CycleId equals cycle.Id
                join file in db.Set<ReviewFile>() on review.Id equals file.ReviewId into files
                from file in files.DefaultIfEmpty()
                where cycle.ClosedOn == null && review.Step != null && review.PersonId != null && ids.Contains(review.PersonId.Value)
                select new { Review = review, Cycle = cycle, File = file }).ToListAsync(ct);
            var rules = (await db.Set<RuleSet>().ToListAsync(ct)).ToDictionary(r => r.Code, r => r.Facts);
            var rows = found.Where(f => f.Review.PersonId != db.Actor.PersonId)
                .Select(f => Row(db, f.Review, f.Cycle, f.File, rules[f.Cycle.RuleSetCode], people[f.Review.PersonId!.Value]))
                .OrderByDescending(r => r.Year).ThenBy(r => !r.IsMine).ThenBy(r => r.Unit?.Name, StringComparer.Ordinal).ThenBy(r => VietnameseText.SortKey(r.Person.FullName), StringComparer.Ordinal).ToList();
            await log.WriteAsync(db.Actor, what, FieldClass.Review, rows.Select(r => r.Person.Code), ct);
            return rows;
        }, ct);

    /// <summary>Says how somebody's year at work went, and the grade given there; a file that waited for it goes on to the self-review.</summary>
    /// <exception cref="ConflictException">Somebody changed the file since.</exception>
    /// <exception cref="RuleBrokenException">ReviewFile.TextMissing, ReviewFile.TextTooLong, RuleSet.GradeUnknown, and those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.GradeStaff)]
    public Task CommentAsync(Seen file, string text, string? workGrade, CancellationToken ct = default) =>
        database.ChangeAsync(new("ReviewFile.Comment"), async db =>
        {
            var desk = new FileDesk(db, clock);
            var found = await desk.OpenAsync(file, ReviewAct.Comment, Permission.GradeStaff, ct);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == found.Cycle.RuleSetCode, ct)).Facts;
            RuleBrokenException.Unless(workGrade is null || rules.Grades.Any(g => g.Code == workGrade), "RuleSet.GradeUnknown", workGrade);
            found.File.CommentOn(text, workGrade, desk.By);
            found.Review.GradeAtWork(workGrade);
            found.Go(null, desk.By);
        }, ct);

    /// <summary>By person, the unit whose head is to comment: of a head the one above.</summary>
    private static Dictionary<Guid, Guid> PeopleIn(OrgDbContext db, Scope scope)
    {
        var today = db.Timeline.On(db.Today);
        var posts = scope.IsEverything ? today.Posts : today.Units.Where(u => u.Branch == Branch.Government && (scope.Includes(u.Id) || (u.Parent is { } above && scope.Includes(above.Id)))).SelectMany(u => u.Posts);
        return (from post in posts
                let unit = ReviewReach.UnitOfHead(today, post.Person.Id)
                where unit is not null && scope.Includes(unit)
                select (post.Person.Id, Unit: unit.Value)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Unit);
    }

    private static StaffCommentRow Row(OrgDbContext db, Review review, ReviewCycle cycle, ReviewFile? file, RuleSetFacts rules, Guid unitOfHead)
    {
        var (today, person) = (db.Timeline.On(db.Today), db.Timeline.People.Find(review.PersonId!.Value)!);
        var post = today.Post(person.Id);
        return new(new(review.Id, file?.Version ?? 0), cycle.Year, new(person.Code, person.FullName), post?.Unit is { } unit ? new(unit.Id, unit.Code, unit.Name) : null,
            post is null ? null : PostTitles.Of(post.Facts, post.Unit?.Kind), post is null ? null : PostTitles.EnglishOf(post.Facts, post.Unit?.Kind), review.Step!.Value, file?.Comment, rules,
            today.Unit(unitOfHead)?.Head?.Person.Id == db.Actor.PersonId, ReviewSteps.Of(ReviewAct.Comment, review.Step!.Value).Any());
    }
}
