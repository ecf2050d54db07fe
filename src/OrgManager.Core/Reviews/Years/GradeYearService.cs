using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>Kết quả xếp loại hằng năm in the record of a member: what was reviewed here, and what papers tell of the years before, by the list of grades of each year.</summary>
public sealed class GradeYearService(Database database, ReadLog log)
{
    /// <summary>Every year of a person by staff number; another's are shown only after the reading of them is logged. The own grade is told once it is notified.</summary>
    /// <exception cref="AccessDeniedException">Nobody in reach; whether there is somebody out of reach is not told.</exception>
    [UseCase(Permission.ViewReviews)]
    public Task<GradeYears> OfAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var person = RecordReach.Person(db, code, on, Permission.ViewReviews);
            var rules = await RulesAsync(db, ct);
            var reviews = await db.Set<Review>().AsNoTracking().Where(r => r.PersonId == person.Id && r.Subject == ReviewSubject.Member).Join(db.Set<ReviewCycle>(), r => r.CycleId, c => c.Id, (Review, Cycle) => new { Review, Cycle }).ToListAsync(ct);
            var papers = await db.Set<EarlierGrade>().AsNoTracking().Where(g => g.PersonId == person.Id).ToListAsync(ct);
            await log.WriteAsync(db.Actor, "GradeYears", FieldClass.Review, person.Id == db.Actor.PersonId ? [] : [person.Code], ct);
            var reviewed = reviews.Select(x => Of(x.Review, x.Cycle, rules[x.Cycle.RuleSetCode], tells: person.Id != db.Actor.PersonId || ReviewFileView.IsTold(x.Review, x.Cycle)));
            var enters = db.Timeline.MembershipNear(person.Id, db.Today) is { } near && AccessRules.Reaches(db, Permission.EnterReviews, near.CellId, near.On) && person.Id != db.Actor.PersonId;
            return new GradeYears([.. reviewed.Concat(papers.Select(g => Of(g, rules[g.RuleSetCode]))).OrderByDescending(y => y.Year)], enters ? Lists([.. rules.Values]) : []);
        }, ct);

    /// <summary>Takes down the grade of a year from papers; returns its id.</summary>
    /// <exception cref="RuleBrokenException">EarlierGrade.Own: nobody their own; EarlierGrade.Ahead: the year is not over; EarlierGrade.ReviewedHere; EarlierGrade.Twice; RuleSet.Unknown; and those of <see cref="EarlierGrade.Enter"/>.</exception>
    [UseCase(Permission.EnterReviews)]
    public async Task<Guid> EnterAsync(string code, EarlierGradeFacts facts, CancellationToken ct = default)
    {
        var id = Guid.Empty;
        await database.ChangeAsync(new("EarlierGrade.Enter"), async db =>
        {
            var (person, cell) = RecordReach.Demand(db, code, Permission.EnterReviews);
            var (rules, oldest) = await OfYearAsync(db, facts.RuleSet, ct);
            var grade = EarlierGrade.Enter(person.Id, cell, facts, rules, oldest);
            await DemandAsync(db, grade, ct);
            db.Add(grade);
            id = grade.Id;
        }, ct);
        return id;
    }

    /// <summary>It was entered wrongly.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="Seen"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="EnterAsync"/>.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task CorrectAsync(Seen seen, EarlierGradeFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("EarlierGrade.Correct", reason), async db =>
        {
            var grade = await LoadAsync(db, seen, ct);
            var (rules, oldest) = await OfYearAsync(db, facts.RuleSet, ct);
            grade.Correct(facts, rules, oldest, reason);
            await DemandAsync(db, grade, ct);
        }, ct);

    /// <summary>There was none such; the trail keeps the entry with the reason.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, EarlierGrade.Own.</exception>
    [UseCase(Permission.EnterReviews)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("EarlierGrade.Withdraw", reason), async db =>
        {
            var grade = await LoadAsync(db, seen, ct);
            CellMeeting.DemandReason(reason);
            RuleBrokenException.Unless(grade.PersonId != db.Actor.PersonId, "EarlierGrade.Own");
            db.Remove(grade);
        }, ct);

    private static YearGrade Of(Review review, ReviewCycle cycle, RuleSetFacts rules, bool tells) => new(cycle.Year, tells ? rules.Grades.FirstOrDefault(g => g.Code == review.Grade) : null,
        tells && review.NotGradedReason is { } reason ? rules.ReasonName(reason) ?? reason : null, cycle.ClosedOn is not null, rules.Name, rules.NameEn);

    private static YearGrade Of(EarlierGrade grade, RuleSetFacts rules) => new(grade.Year, rules.Grades.FirstOrDefault(g => g.Code == grade.Grade) ?? new(grade.Grade, grade.Grade, grade.Grade), null, true, rules.Name, rules.NameEn)
    {
        Facts = grade.Facts, Seen = new(grade.Id, grade.Version),
    };

    private static IReadOnlyList<GradeList> Lists(IReadOnlyList<RuleSetFacts> all) =>
    [
        .. all.Where(r => r.Kind == "Party").OrderBy(r => r.CopyOf is not null).ThenByDescending(r => r.ValidFrom).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new GradeList(r.Id, r.Name, r.NameEn, r.ValidFrom, r.ValidUntil, YearRules.IsOldest(r, all), [.. r.GradesOf(ReviewSubject.Member)])),
    ];

    private static async Task<Dictionary<string, RuleSetFacts>> RulesAsync(OrgDbContext db, CancellationToken ct) => (await db.Set<RuleSet>().AsNoTracking().ToListAsync(ct)).ToDictionary(r => r.Code, r => r.Facts);

    private static async Task<(RuleSetFacts Rules, bool Oldest)> OfYearAsync(OrgDbContext db, string code, CancellationToken ct)
    {
        var all = await RulesAsync(db, ct);
        return all.GetValueOrDefault(code) is { Kind: "Party" } rules ? (rules, YearRules.IsOldest(rules, all.Values)) : throw new RuleBrokenException("RuleSet.Unknown", code);
    }

    private static Task<EarlierGrade> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<EarlierGrade>(seen, g => RecordReach.Demand(db, g.PersonId, Permission.EnterReviews), g => new Seen(g.Id, g.Version), ct);

    private static async Task DemandAsync(OrgDbContext db, EarlierGrade g, CancellationToken ct)
    {
        RuleBrokenException.Unless(g.PersonId != db.Actor.PersonId, "EarlierGrade.Own");
        RuleBrokenException.Unless(g.Year < db.Today.Year, "EarlierGrade.Ahead", g.Year);
        var here = await db.Set<Review>().Where(r => r.PersonId == g.PersonId && r.Subject == ReviewSubject.Member).Join(db.Set<ReviewCycle>().Where(c => c.Year == g.Year), r => r.CycleId, c => c.Id, (r, _) => r.Id).AnyAsync(ct);
        RuleBrokenException.Unless(!here, "EarlierGrade.ReviewedHere", g.Year);
        RuleBrokenException.Unless(!await db.Set<EarlierGrade>().AnyAsync(x => x.Id != g.Id && x.PersonId == g.PersonId && x.Year == g.Year, ct), "EarlierGrade.Twice", g.Year);
    }
}
