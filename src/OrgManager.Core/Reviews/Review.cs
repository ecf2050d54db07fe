using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>Secret ballot as counts. The denominator is the official members convened (QĐ 294, point 9.3.2).</summary>
public sealed record Ballot(int Convened, int Issued, int Returned, int Invalid, IReadOnlyDictionary<string, int> ByGrade)
{
    /// <exception cref="RuleBrokenException">Ballot.DoesNotAddUp.</exception>
    public void DemandSums() => RuleBrokenException.Unless(
        Issued <= Convened && Returned <= Issued && Invalid >= 0 && ByGrade.Values.All(v => v >= 0) && ByGrade.Values.Sum() + Invalid == Returned, "Ballot.DoesNotAddUp");
}

/// <summary>One criterion as it was shown to the reviewer, and what was given for it: a level or points.</summary>
public sealed record CriterionScore(string Code, string Text, string? Level, decimal? Points);

/// <summary>Where a review stands. In results-only cycles it goes from open to decided.</summary>
public enum ReviewState { Open, Proposed, Decided, AwaitingAbove, NotGraded }

/// <summary>Hồ sơ kiểm điểm, xếp loại: one subject's file in one cycle.</summary>
public sealed class Review : Aggregate
{
    private Review() { }

    public Guid CycleId { get; private init; }
    public ReviewSubject Subject { get; private init; }

    /// <summary>The person reviewed; null for a cell or collective.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>The cell whose review it is, or in which the member is reviewed. Kept even if the member moves.</summary>
    public Guid CellId { get; private init; }
    public string RuleSetCode { get; private init; } = "";
    public ReviewState State { get; private set; }
    public string? ProposedGrade { get; private set; }
    public string? Grade { get; private set; }

    /// <summary>Code of the reason why the subject is not graded.</summary>
    public string? NotGradedReason { get; private set; }

    /// <summary>Leaders and the committee itself: the grade comes from the level above ("chờ cấp trên").</summary>
    public bool DecidedAbove { get; private init; }
    public string? MinutesNumber { get; private set; }
    public DateOnly? MeetingOn { get; private set; }
    public Ballot? Ballot { get; private set; }
    public IReadOnlyList<CriterionScore> Scores { get; private set; } = [];

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Review;

    public static Review OfMember(ReviewCycle cycle, Guid personId, Guid cellId, bool decidedAbove) => new()
    {
        CycleId = cycle.Id, RuleSetCode = cycle.RuleSetCode, Subject = ReviewSubject.Member, PersonId = personId, CellId = cellId, DecidedAbove = decidedAbove,
        State = decidedAbove ? ReviewState.AwaitingAbove : ReviewState.Open,
    };

    public static Review OfCell(ReviewCycle cycle, Guid cellId) => new()
    {
        CycleId = cycle.Id, RuleSetCode = cycle.RuleSetCode, Subject = ReviewSubject.Cell, CellId = cellId,
    };

    /// <summary>The cell met and proposes a grade; the minutes stay on paper under this number.</summary>
    /// <exception cref="RuleBrokenException">Review.Closed, Ballot.DoesNotAddUp.</exception>
    public void Propose(string grade, string minutesNumber, DateOnly meetingOn, Ballot? ballot = null, IReadOnlyList<CriterionScore>? scores = null)
    {
        DemandOpen();
        ballot?.DemandSums();
        (ProposedGrade, MinutesNumber, MeetingOn, Ballot, Scores) = (grade, minutesNumber, meetingOn, ballot, scores ?? []);
        if (!DecidedAbove) State = ReviewState.Proposed;
        Touch();
    }

    /// <summary>The competent committee decided.</summary>
    /// <exception cref="RuleBrokenException">Review.Closed.</exception>
    public void Decide(string grade)
    {
        DemandOpen();
        (Grade, State) = (grade, ReviewState.Decided);
        Touch();
    }

    /// <summary>Reviewed or exempt, but without a grade, for a reason the rule set knows.</summary>
    /// <exception cref="RuleBrokenException">Review.Closed.</exception>
    public void LeaveUngraded(string reason)
    {
        DemandOpen();
        (NotGradedReason, State) = (reason, ReviewState.NotGraded);
        Touch();
    }

    private void DemandOpen() => RuleBrokenException.Unless(State is not (ReviewState.Decided or ReviewState.NotGraded), "Review.Closed");
}

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

    /// <summary>Chốt kết quả: figures are confirmed from this day on.</summary>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.ReviewsOpen: with how many.</exception>
    public void Close(DateOnly on, IReadOnlyCollection<Review> reviews, Guid? decisionId = null)
    {
        RuleBrokenException.Unless(ClosedOn is null, "ReviewCycle.Closed", ClosedOn);
        var open = reviews.Count(r => r.State is ReviewState.Open or ReviewState.Proposed);
        RuleBrokenException.Unless(open == 0, "ReviewCycle.ReviewsOpen", open);
        (ClosedOn, DecisionId) = (on, decisionId);
        Touch();
    }
}
