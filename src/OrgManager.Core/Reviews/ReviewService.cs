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
public sealed class ReviewService(Database database)
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
