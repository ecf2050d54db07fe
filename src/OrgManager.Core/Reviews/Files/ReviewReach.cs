using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>What one actor may do with one review. Nobody moves their own beyond what is the subject's to do.</summary>
internal sealed class ReviewReach(OrgDbContext db, Review review, ReviewCycle cycle)
{
    public bool IsSubject => review.PersonId is { } person && person == db.Actor.PersonId;

    /// <summary>The whole file, for who sees reviews of the cell, and to the subject.</summary>
    public bool Sees => IsSubject ? db.Actor.MayOnOwn(Permission.ViewReviews) : AccessRules.Reaches(db, Permission.ViewReviews, review.CellId, db.Today);

    public bool Enters => !IsSubject && AccessRules.Reaches(db, Permission.EnterReviews, review.CellId, db.Today);

    public bool IsFor(MoveRule rule) => Reaches(rule) && (rule.By == ReviewRelation.Subject || !IsSubject);

    /// <summary>Everything the actor may do with it now.</summary>
    public IEnumerable<MoveRule> Open() => review.Step is not { } step ? [] : ReviewSteps.Rules.Where(r => IsReady(r) && r.From.Contains(step) && (cycle.ClosedOn is null || r.WhenClosed) && IsFor(r));

    /// <summary>The rule by which the actor may do this now.</summary>
    /// <exception cref="AccessDeniedException">The review is out of reach for it.</exception>
    /// <exception cref="RuleBrokenException">ReviewFile.OwnMove: nobody moves their own review; ReviewCycle.Closed; ReviewFile.ResultsOnly; ReviewFile.NotNow: not at the step at which it stands.</exception>
    public MoveRule Demand(ReviewAct act, Permission permission)
    {
        var reached = ReviewSteps.Rules.Where(r => r.Act == act && r.May == permission && Reaches(r)).ToList();
        if (reached.Count == 0) throw new AccessDeniedException(permission);
        var mine = reached.Where(IsFor).ToList();
        RuleBrokenException.Unless(mine.Count > 0, "ReviewFile.OwnMove");
        RuleBrokenException.Unless(review.Step is not null, "ReviewFile.ResultsOnly");
        if (!mine.Exists(r => r.WhenClosed)) cycle.DemandOpen();
        return mine.Find(r => IsReady(r) && r.From.Contains(review.Step!.Value)) ?? throw new RuleBrokenException("ReviewFile.NotNow", review.Step);
    }

    /// <summary>The cell proposes what it has come to: a grade, or why there is none; nobody here decides what is decided above.</summary>
    private bool IsReady(MoveRule rule) => (!rule.Ungraded || review.NotGradedReason is not null) && rule.Act switch
    {
        ReviewAct.Propose => review.ProposedGrade is not null || review.NotGradedReason is not null,
        ReviewAct.Decide => !review.DecidedAbove,
        _ => true,
    };

    /// <summary>The unit whose head says how somebody works: their own, or the one above where they are its head.</summary>
    public static Guid? UnitOfHead(OrgSnapshot on, Guid personId) =>
        on.Post(personId) is not { } post ? null : Leadership.IsHead(on, post.Facts.UnitId, personId) ? post.Unit?.Parent?.Id : post.Facts.UnitId;

    private bool Reaches(MoveRule rule) => rule.By switch
    {
        ReviewRelation.Subject => IsSubject && db.Actor.MayOnOwn(rule.May),
        ReviewRelation.UnitHead => review.PersonId is { } person && UnitOfHead(db.Timeline.On(db.Today), person) is { } unit && AccessRules.Reaches(db, rule.May, unit, db.Today),
        ReviewRelation.Cell => AccessRules.Reaches(db, rule.May, review.CellId, db.Today),
        _ => AccessRules.Reaches(db, rule.May, cycle.CommitteeId, db.Today),
    };
}
