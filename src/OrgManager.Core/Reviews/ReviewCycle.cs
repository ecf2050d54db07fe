using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>Results only: grade, votes, minutes; full file: self-review, comments and remedies too.</summary>
public enum CycleMode { ResultsOnly, FullFile }

/// <summary>Kỳ kiểm điểm, đánh giá, xếp loại of one year, under one version of the rules for ever.</summary>
public sealed class ReviewCycle : Aggregate
{
    private ReviewCycle() { }

    public int Year { get; private init; }
    public Guid CommitteeId { get; private init; }
    public string RuleSetCode { get; private init; } = "";
    public CycleMode Mode { get; private init; }
    public DateOnly? ClosedOn { get; private set; }
    public Guid? DecisionId { get; private set; }

    internal override Guid? TrailUnitId => CommitteeId;
    internal override FieldClass FieldClass => FieldClass.Review;

    public static ReviewCycle Open(int year, Guid committeeId, string ruleSetCode, CycleMode mode) =>
        new() { Year = year, CommitteeId = committeeId, RuleSetCode = ruleSetCode, Mode = mode };

    /// <summary>Chốt kết quả: figures are confirmed from this day on; a decision stands also where the cell proposed another grade since.</summary>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.ReviewsOpen: with how many.</exception>
    public void Close(DateOnly on, IReadOnlyCollection<Review> reviews, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(ClosedOn is null, "ReviewCycle.Closed", ClosedOn);
        var open = reviews.Count(r => r.State is ReviewState.Open or ReviewState.Proposed && !r.HasNewerProposal);
        RuleBrokenException.Unless(open == 0, "ReviewCycle.ReviewsOpen", open);
        foreach (var review in reviews) review.Affirm();
        (ClosedOn, DecisionId) = (on, decisionId);
        Touch();
    }

    /// <summary>Results are to be entered again; the trail keeps what was closed.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; ReviewCycle.IsOpen.</exception>
    public void Reopen(string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        RuleBrokenException.Unless(ClosedOn is not null, "ReviewCycle.IsOpen", Year);
        (ClosedOn, DecisionId) = (null, null);
        Touch();
    }

    /// <exception cref="RuleBrokenException">ReviewCycle.Closed.</exception>
    public void DemandOpen() => RuleBrokenException.Unless(ClosedOn is null, "ReviewCycle.Closed", ClosedOn);
}
