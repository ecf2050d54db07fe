using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>One cell's sheet of a year: read, entered from the minutes, decided.</summary>
public sealed class CellReviewService(Database database, OrgClock clock, ReadLog log)
{
    /// <summary>The sheet of a cell in a year, with every member's review; reading it is logged.</summary>
    /// <exception cref="NotFoundException">No review of that cell in that year.</exception>
    /// <exception cref="AccessDeniedException">The cell is out of reach; whether it has a sheet is not told.</exception>
    [UseCase(Permission.ViewReviews)]
    public Task<CellReview> SheetAsync(int year, string cellCode, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var cell = db.Timeline.UnitByCode(cellCode) ?? throw new NotFoundException(typeof(OrgUnit), cellCode);
            db.Demand(Permission.ViewReviews, cell.Id, db.Today);
            var all = await db.Set<ReviewCycle>().Join(db.Set<Review>(), c => c.Id, r => r.CycleId, (c, r) => new { Cycle = c, Review = r })
                .Where(x => x.Review.CellId == cell.Id && x.Review.Subject == ReviewSubject.Cell && (x.Cycle.Year == year || x.Cycle.Year == year - 1)).ToListAsync(ct);
            var cycle = all.Select(x => x.Cycle).FirstOrDefault(c => c.Year == year) ?? throw new NotFoundException(typeof(ReviewCycle), year);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
            var reviews = await db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.CellId == cell.Id).ToListAsync(ct);
            var counts = await GradeTally.OfCyclesAsync(db.Set<Review>().Where(r => r.CycleId == cycle.Id), ct);
            var sheet = new ReviewView(db, cycle, rules, reviews, counts).Cell(cell.Id, await LastYearAsync(db, reviews, cycle, ct));
            var on = sheet.MeetingOn ?? ReviewCycle.LastDay(cycle.Year, db.Today);
            var away = await TemporaryStays.AwayAsync(db, cell.Id, on, ct);
            sheet = sheet with { Away = db.Timeline.On(on).Unit(cell.Id)?.Members.Count(m => m.Facts is { Standing: Standing.Official, Participation: Participation.Active } && away.Contains(m.Person.Id)) ?? 0 };
            if (cycle.Mode == CycleMode.FullFile) sheet = await new CellFiles(db, cycle, rules).WithFilesAsync(sheet, reviews, ct);
            await log.WriteAsync(db.Actor, "CellReview", FieldClass.Review, sheet.Members.Where(m => !m.IsOwn).Select(m => m.Person!.Code), ct);
            return sheet;
        }, ct);

    /// <summary>Enters what the cell's minutes say: grades proposed, ballots, reasons for no grade; each review as it was seen.</summary>
    /// <exception cref="ConflictException">Somebody entered one of them since; nothing was saved.</exception>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed, RuleSet.GradeUnknown, RuleSet.ReasonUnknown those of <see cref="Review.Record"/>, and where full files are kept those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task EnterAsync(CellEntry entry, CancellationToken ct = default) =>
        database.ChangeAsync(new("Review.Enter"), async db =>
        {
            foreach (var one in entry.Own is { } own ? entry.Members.Append(own) : entry.Members)
            {
                var review = await LoadAsync(db, Permission.EnterReviews, one.Review, ct);
                await DemandKnownAsync(db, review, [one.Proposed, .. one.Ballot?.ByGrade.Keys ?? []], one.NotGraded, ct);
                RuleBrokenException.Unless(one.NotGraded is null || review.Grade is null, "Review.DecisionStands");
                if (review.Step is not null) await new CellFileSteps(db, clock).RecordAsync(review, one, ct);
                review.Record(entry, one);
            }
        }, ct);

    /// <summary>Enters what the committee decided, of members or cells.</summary>
    /// <exception cref="ConflictException">Somebody entered one of them since; nothing was saved.</exception>
    /// <exception cref="RuleBrokenException">Review.OwnGrade: nobody decides on themselves; ReviewCycle.Closed, RuleSet.GradeUnknown, Review.NotGraded; where full files are kept Review.RemarkMissing: what was found asks for a remark, and those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.DecideReviews)]
    public Task DecideAsync(IReadOnlyList<GradeDecided> grades, CancellationToken ct = default) =>
        database.ChangeAsync(new("Review.Decide"), async db =>
        {
            foreach (var decided in grades)
            {
                var review = await LoadAsync(db, Permission.DecideReviews, decided.Review, ct);
                RuleBrokenException.Unless(review.PersonId is null || review.PersonId != db.Actor.PersonId, "Review.OwnGrade");
                await DemandKnownAsync(db, review, [decided.Grade], null, ct);
                if (review.Step is not null) await new CellFileSteps(db, clock).DecideAsync(review, decided, grades, ct);
                review.Resolve(decided.Grade);
            }
        }, ct);

    private static async Task<Review> LoadAsync(OrgDbContext db, Permission permission, Seen seen, CancellationToken ct)
    {
        var review = await db.LoadAsync<Review>(seen, r => db.Demand(permission, r.CellId, db.Today), r => new Seen(r.Id, r.Version), ct);
        (await db.LoadAsync<ReviewCycle>(review.CycleId, ct)).DemandOpen();
        return review;
    }

    private static async Task DemandKnownAsync(OrgDbContext db, Review review, IEnumerable<string?> grades, string? reason, CancellationToken ct)
    {
        var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == review.RuleSetCode, ct)).Facts;
        var unknown = grades.OfType<string>().FirstOrDefault(grade => rules.Grades.All(g => g.Code != grade));
        RuleBrokenException.Unless(unknown is null, "RuleSet.GradeUnknown", unknown);
        RuleBrokenException.Unless(reason is null || rules.ReasonName(reason) is not null, "RuleSet.ReasonUnknown", reason);
    }

    private static async Task<Dictionary<Guid, string?>> LastYearAsync(OrgDbContext db, List<Review> reviews, ReviewCycle cycle, CancellationToken ct)
    {
        var people = reviews.Select(r => r.PersonId).OfType<Guid>().ToList();
        var before = await db.Set<Review>().Join(db.Set<ReviewCycle>().Where(c => c.Year == cycle.Year - 1), r => r.CycleId, c => c.Id, (r, _) => r)
            .Where(r => r.PersonId != null && EF.Parameter(people).Contains(r.PersonId.Value)).ToListAsync(ct);
        return before.GroupBy(r => r.PersonId!.Value).ToDictionary(g => g.Key, g => g.First().Grade);
    }
}
