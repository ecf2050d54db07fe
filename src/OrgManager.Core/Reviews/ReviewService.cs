using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Reviews;

/// <summary>A member's result as taken over from paper.</summary>
public sealed record MemberResult(Guid PersonId, string? Proposed, string? Grade, string? NotGraded, bool DecidedAbove);

/// <summary>A cell's results as taken over from its minutes.</summary>
public sealed record CellResult(Guid CellId, string? Grade, string MinutesNumber, DateOnly MeetingOn, IReadOnlyList<MemberResult> Members);

/// <summary>The annual reviews, results only.</summary>
public sealed class ReviewService(Database database, ReadLog log)
{
    /// <summary>Adds versions of the rules; their codes must be new.</summary>
    [UseCase(Permission.Administer)]
    public Task DefineRulesAsync(IReadOnlyList<RuleSetFacts> ruleSets, CancellationToken ct = default) =>
        database.ChangeAsync(new("RuleSet.Define"), db =>
        {
            db.Demand(Permission.Administer, null, db.Today);
            db.AddRange(ruleSets.Select(RuleSet.Define));
            return Task.CompletedTask;
        }, ct);

    /// <summary>Takes over a whole year that was decided on paper, and closes it on the day it was.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.Unknown, RuleSet.GradeUnknown, ReviewCycle.Exists, ReviewCycle.ReviewsOpen; Review.NotACell, Review.NotAMember: on the day of the cell's meeting; Review.OwnGrade: nobody decides on themselves.</exception>
    [UseCase(Permission.DecideReviews)]
    public Task TakeOverAsync(
        int year, Guid committeeId, string ruleSetCode, IReadOnlyList<CellResult> cells, DateOnly closedOn, Guid? decisionId = null, CancellationToken ct = default) =>
        database.ChangeAsync(new("Review.TakeOver", DecisionId: decisionId), async db =>
        {
            db.Demand(Permission.DecideReviews, committeeId, closedOn);
            var rules = await db.Set<RuleSet>().SingleOrDefaultAsync(r => r.Code == ruleSetCode, ct) ?? throw new RuleBrokenException("RuleSet.Unknown", ruleSetCode);
            var exists = await db.Set<ReviewCycle>().AnyAsync(c => c.CommitteeId == committeeId && c.Year == year && c.RuleSetCode == ruleSetCode, ct);
            RuleBrokenException.Unless(!exists, "ReviewCycle.Exists", year);
            foreach (var cell in cells) DemandOfCommittee(db, committeeId, cell);

            var cycle = ReviewCycle.Open(year, committeeId, ruleSetCode, CycleMode.ResultsOnly);
            var grades = rules.Facts.Grades.Select(g => g.Code).ToHashSet();
            var reviews = cells.SelectMany(cell => Reviews(cycle, cell, grades)).ToList();
            cycle.Close(closedOn, reviews, decisionId);
            db.Add(cycle);
            db.AddRange(reviews);
        }, ct);

    /// <summary>The grades of a committee's year, by cell and in all, with the caps where they bind.</summary>
    /// <exception cref="NotFoundException">No review of that year.</exception>
    [UseCase(Permission.ViewReviews)]
    public Task<ReviewStatistics> StatisticsAsync(int year, Guid committeeId, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewReviews, committeeId, new(year, 12, 31));
            var cycle = await db.Set<ReviewCycle>().FirstOrDefaultAsync(c => c.Year == year && c.CommitteeId == committeeId, ct)
                ?? throw new NotFoundException(typeof(ReviewCycle), year);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
            var reviews = await db.Set<Review>().Where(r => r.CycleId == cycle.Id).ToListAsync(ct);
            var (members, cells) = (GradeCounts.Of(ReviewSubject.Member, reviews, rules), GradeCounts.Of(ReviewSubject.Cell, reviews, rules));
            await log.WriteAsync(db.Actor, "ReviewStatistics", FieldClass.Review, [$"{year}"], ct);
            return new ReviewStatistics(year, cycle.RuleSetCode, cycle.ClosedOn is not null && members.Waiting + cells.Waiting == 0, members, cells,
                [.. reviews.GroupBy(r => r.CellId).Select(cell => ByCell(db, year, cell, rules)).OrderBy(c => c.Code, StringComparer.Ordinal)]);
        }, ct);

    private static CellGrades ByCell(OrgDbContext db, int year, IGrouping<Guid, Review> cell, RuleSetFacts rules)
    {
        var members = GradeCounts.Of(ReviewSubject.Member, [.. cell], rules);
        var unit = db.Timeline.Units.Find(cell.Key);
        return new(unit?.Code ?? "", unit?.History.On(new(year, 12, 31))?.Name ?? "", cell.FirstOrDefault(r => r.Subject == ReviewSubject.Cell)?.Grade, members.ByGrade, members.NotGraded);
    }

    private static void DemandOfCommittee(OrgDbContext db, Guid committeeId, CellResult result)
    {
        var then = db.Timeline.On(result.MeetingOn);
        var cell = then.Subtree(committeeId).FirstOrDefault(u => u.Id == result.CellId && u.Kind.Cell);
        RuleBrokenException.Unless(cell is not null, "Review.NotACell", db.Timeline.Units.Find(result.CellId)?.Code ?? "");
        foreach (var member in result.Members)
        {
            RuleBrokenException.Unless(then.Member(member.PersonId)?.Facts.CellId == cell!.Id, "Review.NotAMember", db.Timeline.People.Find(member.PersonId)?.FullName ?? "");
            RuleBrokenException.Unless(member.Grade is null || member.PersonId != db.Actor.PersonId, "Review.OwnGrade");
        }
    }

    private static IEnumerable<Review> Reviews(ReviewCycle cycle, CellResult cell, HashSet<string> grades)
    {
        var own = Review.OfCell(cycle, cell.CellId);
        Settle(own, cell.Grade, cell.Grade, null, cell, grades);
        yield return own;
        foreach (var member in cell.Members)
        {
            var review = Review.OfMember(cycle, member.PersonId, cell.CellId, member.DecidedAbove);
            Settle(review, member.Proposed, member.Grade, member.NotGraded, cell, grades);
            yield return review;
        }
    }

    private static void Settle(Review review, string? proposed, string? grade, string? notGraded, CellResult cell, HashSet<string> grades)
    {
        foreach (var code in new[] { proposed, grade }.OfType<string>()) RuleBrokenException.Unless(grades.Contains(code), "RuleSet.GradeUnknown", code);
        if (proposed is not null) review.Propose(proposed, cell.MinutesNumber, cell.MeetingOn);
        if (notGraded is not null) review.LeaveUngraded(notGraded);
        else if (grade is not null) review.Decide(grade);
    }
}
