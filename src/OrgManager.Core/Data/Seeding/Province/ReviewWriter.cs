using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Data.Seeding.Province;

/// <summary>A committee's year as taken over from paper, and closed.</summary>
internal static class ReviewWriter
{
    public static IEnumerable<Aggregate> Cycle(PlannedCycle plan, ProvinceIds ids)
    {
        var cycle = ReviewCycle.Open(plan.Year, ids.Units[plan.Committee], plan.RuleSet, CycleMode.ResultsOnly);
        var reviews = plan.Reviews.Select(r => Of(cycle, r, ids)).ToList();
        cycle.Close(plan.ClosedOn, reviews, ids.Of(plan.Decision));
        return reviews.Prepend<Aggregate>(cycle);
    }

    private static Review Of(ReviewCycle cycle, PlannedReview plan, ProvinceIds ids)
    {
        var cellId = ids.Units[plan.Cell.Unit];
        var review = plan.Member is { } member ? Review.OfMember(cycle, ids.People[member.Person], cellId, plan.DecidedAbove) : Review.OfCell(cycle, cellId);
        if (plan.Grade is { } grade)
        {
            review.Propose(grade, plan.Minutes, plan.MeetingOn);
            review.Decide(grade);
        }
        else review.LeaveUngraded(plan.NotGraded!);
        return review;
    }
}
