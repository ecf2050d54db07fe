using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>One cell's sheet of a year, or one unit's of staff: read, entered from the minutes, decided.</summary>
public sealed class CellReviewService(Database database, OrgClock clock, ReadLog log)
{
    /// <summary>The sheet of a cell in a year, with every member's review, or of a unit with that of its staff; reading it is logged.</summary>
    /// <exception cref="NotFoundException">No review of that cell in that year.</exception>
    /// <exception cref="AccessDeniedException">The cell is out of reach; whether it has a sheet is not told.</exception>
    [UseCase(Permission.ViewReviews, Permission.GradeStaff, Any = true)]
    public Task<CellReview> SheetAsync(int year, string cellCode, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var cell = db.Timeline.UnitByCode(cellCode) ?? throw new NotFoundException(typeof(OrgUnit), cellCode);
            var of = cell.Branch == Branch.Government ? ReviewSubject.Staff : ReviewSubject.Member;
            ReviewRights.DemandRead(db, of, cell.Id);
            var own = ReviewCycle.OwnOf(of);
            var cycle = await db.Set<ReviewCycle>().Where(c => c.Year == year && c.Subject == of)
                .Join(db.Set<Review>().Where(r => r.CellId == cell.Id && r.Subject == own), c => c.Id, r => r.CycleId, (c, _) => c).FirstOrDefaultAsync(ct) ?? throw new NotFoundException(typeof(ReviewCycle), year);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
            var reviews = await db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.CellId == cell.Id).ToListAsync(ct);
            var (groups, all) = (new CycleGroups(cycle, rules), db.Set<Review>().Where(r => r.CycleId == cycle.Id));
            var counts = groups.Bind ? await GradeTally.OfCellsAsync(all, ct) : await GradeTally.OfCyclesAsync(all, ct);
            var sheet = new ReviewView(db, cycle, rules, groups, reviews, counts).Cell(cell.Id, await LastYearAsync(db, reviews, cycle, ct));
            if (of == ReviewSubject.Member) sheet = sheet with { Called = await CellCall.OfAsync(db, cell.Id, sheet.MeetingOn ?? ReviewCycle.LastDay(cycle.Year, db.Today), ct) };
            HashSet<Guid> disciplined = of == ReviewSubject.Member ? await DisciplineYear.OfAsync(db, cycle.Year, [.. reviews.Select(r => r.PersonId).OfType<Guid>()], ct) : []; // what the party decided is not told at work
            var ofDisciplined = reviews.Where(r => r.PersonId is { } person && disciplined.Contains(person)).Select(r => r.Id).ToHashSet();
            sheet = sheet with { Members = [.. sheet.Members.Select(m => m with { IsDisciplined = ofDisciplined.Contains(m.Seen.Id) })] };
            var files = new CellFiles(db, cycle, rules);
            sheet = await (cycle.Mode == CycleMode.FullFile ? files.WithFilesAsync(sheet, reviews, disciplined, ct) : files.WithRemarksAsync(await WithAdviceAsync(db, cycle, rules, sheet, reviews, disciplined, ct), reviews, ct));
            await log.WriteAsync(db.Actor, "CellReview", FieldClass.Review, sheet.Members.Where(m => !m.IsOwn).Select(m => m.Person!.Code), ct);
            return sheet;
        }, ct);

    /// <summary>Whom a meeting of a cell on a day calls, to be shown while its minutes are typed.</summary>
    /// <exception cref="NotFoundException">No such cell.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task<CellCall> CalledAsync(string cellCode, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var cell = db.Timeline.UnitByCode(cellCode) ?? throw new NotFoundException(typeof(OrgUnit), cellCode);
            db.Demand(Permission.EnterReviews, cell.Id, db.Today);
            return CellCall.OfAsync(db, cell.Id, on, ct);
        }, ct);

    /// <summary>The years of a cell's reviews, the newest first; of a cell out of reach none. They name nobody.</summary>
    [UseCase(Permission.ViewReviews, IsList = true)]
    public Task<IReadOnlyList<CellYear>> YearsAsync(string cellCode, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<CellYear>>(async db =>
        {
            var reach = ReviewRights.DemandLasting(db, ReviewSubject.Member);
            if (db.Timeline.UnitByCode(cellCode) is not { } cell || !reach.Includes(cell.Id)) return [];
            var found = await db.Set<Review>().Where(r => r.CellId == cell.Id && r.Subject == ReviewSubject.Cell)
                .Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (r, c) => new { c.Year, c.ClosedOn, r.Grade, c.RuleSetCode }).ToListAsync(ct);
            var codes = found.Select(f => f.RuleSetCode).Distinct().ToList();
            var rules = await db.Set<RuleSet>().Where(r => EF.Parameter(codes).Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Facts, ct);
            return [.. found.OrderByDescending(f => f.Year).Select(f => new CellYear(f.Year, f.ClosedOn, f.Grade, rules[f.RuleSetCode]))];
        }, ct);

    /// <summary>Enters what the cell's minutes say: grades proposed, ballots, reasons for no grade; each review as it was seen. Of how many votes are counted is told by the record of the meeting's day and by who came.</summary>
    /// <exception cref="ConflictException">Somebody entered one of them since; nothing was saved.</exception>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed, RuleSet.GradeUnknown, RuleSet.ReasonUnknown, Review.OwnGrade: nobody grades themselves at work, those of <see cref="Review.Record"/>, and where full files are kept those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.EnterReviews, Permission.GradeStaff, Any = true)]
    public Task EnterAsync(CellEntry entry, CancellationToken ct = default) =>
        database.ChangeAsync(new("Review.Enter"), async db =>
        {
            int? convened = null;
            foreach (var typed in entry.Own is { } own ? entry.Members.Append(own) : entry.Members)
            {
                var (review, cycle) = await LoadAsync(db, typed.Review, (c, r) => db.Demand(ReviewRights.ToEnter(c.Subject), ReviewRights.EnteredIn(db, c, r), db.Today), ct);
                RuleBrokenException.Unless(cycle.Subject == ReviewSubject.Member || review.PersonId is null || review.PersonId != db.Actor.PersonId, "Review.OwnGrade");
                var one = cycle.Subject == ReviewSubject.Member && typed.Ballot is { } ballot && entry.MeetingOn is { } met ? typed with { Ballot = ballot with { Convened = convened ??= await ConvenedAsync(db, review, entry, met, ct) } } : typed;
                await DemandKnownAsync(db, review, [one.Proposed, .. one.Ballot?.ByGrade.Keys ?? []], one.NotGraded, ct);
                RuleBrokenException.Unless(one.NotGraded is null || review.Grade is null, "Review.DecisionStands");
                if (review.Step is not null) await new CellFileSteps(db, clock).RecordAsync(review, one, ct);
                review.Record(entry, one);
            }
        }, ct);

    /// <summary>Enters what the committee decided, of members or cells.</summary>
    /// <exception cref="ConflictException">Somebody entered one of them since; nothing was saved.</exception>
    /// <exception cref="RuleBrokenException">Review.OwnGrade: nobody decides on themselves; Review.DecidedAbove: the level above decides on it; ReviewCycle.Closed, RuleSet.GradeUnknown, Review.NotGraded, Review.RemarkMissing: what was found asks for a remark; where full files are kept those of <see cref="ReviewReach.Demand"/>.</exception>
    [UseCase(Permission.DecideReviews, Permission.GradeStaff, Any = true)]
    public Task DecideAsync(IReadOnlyList<GradeDecided> grades, CancellationToken ct = default) =>
        database.ChangeAsync(new("Review.Decide"), async db =>
        {
            foreach (var decided in grades)
            {
                var (review, _) = await LoadAsync(db, decided.Review, (c, r) => db.Demand(ReviewRights.ToDecide(c.Subject), ReviewRights.DecidedIn(c, r), db.Today), ct);
                RuleBrokenException.Unless(review.PersonId is null || review.PersonId != db.Actor.PersonId, "Review.OwnGrade");
                RuleBrokenException.Unless(!review.DecidedAbove, "Review.DecidedAbove");
                await DemandKnownAsync(db, review, [decided.Grade], null, ct);
                var steps = new CellFileSteps(db, clock);
                await (review.Step is null ? steps.AnswerAsync(review, decided, ct) : steps.DecideAsync(review, decided, grades, ct));
                review.Resolve(decided.Grade);
            }
        }, ct);

    private static async Task<int> ConvenedAsync(OrgDbContext db, Review review, CellEntry entry, DateOnly met, CancellationToken ct)
    {
        var came = entry.Attendance ?? (entry.Own is null ? await db.Set<Review>().Where(r => r.CycleId == review.CycleId && r.CellId == review.CellId && r.Subject == ReviewSubject.Cell).Select(r => r.Attendance).FirstOrDefaultAsync(ct) : null);
        return (await CellCall.OfAsync(db, review.CellId, met, ct)).Convened(came);
    }

    private static async Task<(Review Review, ReviewCycle Cycle)> LoadAsync(OrgDbContext db, Seen seen, Action<ReviewCycle, Review> demand, CancellationToken ct)
    {
        var cycle = await db.Set<Review>().Where(r => r.Id == seen.Id).Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (_, c) => c).SingleOrDefaultAsync(ct) ?? throw new NotFoundException(typeof(Review), seen.Id);
        var review = await db.LoadAsync<Review>(seen, r => demand(cycle, r), r => new Seen(r.Id, r.Version), ct);
        cycle.DemandOpen();
        return (review, cycle);
    }

    /// <summary>Without files, by what else the year says of who is graded.</summary>
    private static async Task<CellReview> WithAdviceAsync(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, CellReview sheet, List<Review> reviews, HashSet<Guid> disciplined, CancellationToken ct)
    {
        var (mine, grades) = (reviews.ToDictionary(r => r.Id), await YearGrades.ReadAsync(db, cycle, rules, [.. reviews.Select(r => r.PersonId).OfType<Guid>()], ct));
        return sheet with { Members = [.. sheet.Members.Select(m => m.IsOwn && cycle.Subject == ReviewSubject.Staff ? m : m with { Advice = GradeAdvisor.Advise(rules, cycle.Subject, grades.FactsOf(mine[m.Seen.Id]) with { Disciplined = mine[m.Seen.Id].PersonId is { } person && disciplined.Contains(person) }) })] };
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
            .Where(r => r.Subject == cycle.Subject && r.PersonId != null && EF.Parameter(people).Contains(r.PersonId.Value)).ToListAsync(ct);
        var grades = before.GroupBy(r => r.PersonId!.Value).ToDictionary(g => g.Key, g => g.First().Grade);
        if (cycle.Subject == ReviewSubject.Member)
            foreach (var (person, grade) in await EarlierGrades.OfAsync(db, cycle.Year - 1, people, ct)) grades.TryAdd(person, grade);
        return grades;
    }
}
