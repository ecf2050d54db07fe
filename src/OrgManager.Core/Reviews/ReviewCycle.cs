using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>Results only: grade, votes, minutes; full file: self-review, comments and remedies too.</summary>
public enum CycleMode { ResultsOnly, FullFile }

/// <summary>The last days of the steps; null where none is set.</summary>
/// <param name="SelfReview">Members have reviewed themselves; <paramref name="Meeting"/> cells have met and proposed; <paramref name="Decision"/> the committee has decided.</param>
public sealed record CycleDeadlines(DateOnly? SelfReview, DateOnly? Meeting, DateOnly? Decision)
{
    public bool IsInOrder => !(SelfReview > Meeting) && !(Meeting > Decision) && !(SelfReview > Decision);
}

/// <summary>Kỳ kiểm điểm, đánh giá, xếp loại of one year, under one version of the rules for ever.</summary>
public sealed class ReviewCycle : Aggregate
{
    private readonly List<CycleClosing> _closings = [];

    private ReviewCycle() { }

    public int Year { get; private init; }

    /// <summary>Whom it grades one by one: members of the party, or staff.</summary>
    public ReviewSubject Subject { get; private init; }

    /// <summary>What its people are graded within, and is graded itself: the cell, or of staff the unit as a collective.</summary>
    public ReviewSubject OwnSubject => OwnOf(Subject);

    /// <summary>The committee that decides; of staff the organisation whose head does.</summary>
    public Guid CommitteeId { get; private init; }
    public string RuleSetCode { get; private init; } = "";
    public CycleMode Mode { get; private init; }
    public CycleDeadlines? Deadlines { get; private set; }

    /// <summary>Those with similar tasks, among whom caps that bind in groups are counted; null while all are counted together.</summary>
    public IReadOnlyList<TaskGroup>? Groups { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public Guid? DecisionId { get; private set; }

    /// <summary>Every time the figures were frozen, the newest last; one that was reopened keeps them.</summary>
    public IReadOnlyList<CycleClosing> Closings => _closings;

    internal override Guid? TrailUnitId => CommitteeId;
    internal override FieldClass FieldClass => FieldClass.Review;

    /// <inheritdoc cref="OwnSubject"/>
    internal static ReviewSubject OwnOf(ReviewSubject subject) => subject == ReviewSubject.Staff ? ReviewSubject.Collective : ReviewSubject.Cell;

    /// <summary>The day a year is told as on: its last, or today while it runs. Whatever an address asks for is a year.</summary>
    public static DateOnly LastDay(int year, DateOnly today) => year >= today.Year ? today : new(Math.Max(year, 1), 12, 31);

    public static ReviewCycle Open(int year, Guid committeeId, string ruleSetCode, CycleMode mode, ReviewSubject of = ReviewSubject.Member) =>
        new() { Year = year, Subject = of, CommitteeId = committeeId, RuleSetCode = ruleSetCode, Mode = mode };

    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.DeadlinesOutOfOrder.</exception>
    public void SetDeadlines(CycleDeadlines deadlines)
    {
        DemandOpen();
        RuleBrokenException.Unless(deadlines.IsInOrder, "ReviewCycle.DeadlinesOutOfOrder");
        Deadlines = deadlines;
        Touch();
    }

    /// <summary>Each cell, or of staff each unit, in at most one group; groups without any are left out.</summary>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.GroupUnnamed: a name is missing, too long or there twice; ReviewCycle.GroupsOverlap.</exception>
    public void Group(IReadOnlyList<TaskGroup> groups)
    {
        DemandOpen();
        var kept = groups.Where(g => g.Units.Count > 0).Select(g => g with { Name = VietnameseText.Nfc(g.Name.Trim()) }).ToList();
        RuleBrokenException.Unless(kept.TrueForAll(g => g.Name.Length is > 0 and <= TaskGroup.NameLength) && kept.DistinctBy(g => g.Name).Count() == kept.Count, "ReviewCycle.GroupUnnamed", TaskGroup.NameLength);
        var units = kept.SelectMany(g => g.Units).ToList();
        RuleBrokenException.Unless(units.Distinct().Count() == units.Count, "ReviewCycle.GroupsOverlap");
        Groups = kept.Count == 0 ? null : kept;
        Touch();
    }

    /// <summary>Chốt kết quả, with every review at hand: figures are confirmed from this day on; a decision stands also where the cell proposed another grade since.</summary>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed; ReviewCycle.ReviewsOpen: with how many, and where.</exception>
    public void Close(DateOnly on, IReadOnlyCollection<Review> reviews, Guid? decisionId = null)
    {
        var open = reviews.Count(r => r.State is ReviewState.Open or ReviewState.Proposed && !r.HasNewerProposal);
        RuleBrokenException.Unless(open == 0, "ReviewCycle.ReviewsOpen", open, "");
        foreach (var review in reviews) review.Affirm();
        Freeze(on, FrozenFigures.Of(reviews.Select(r => new FrozenResult(r.Subject, r.CellId, r.PersonId, r.Grade, r.NotGradedReason))), decisionId, null);
    }

    /// <summary>Chốt kết quả, where nothing is open any more.</summary>
    /// <param name="remark">The committee's answer to what was found.</param>
    /// <exception cref="RuleBrokenException">ReviewCycle.Closed.</exception>
    internal void Freeze(DateOnly on, FrozenFigures figures, Guid? decisionId, string? remark)
    {
        DemandOpen();
        (ClosedOn, DecisionId) = (on, decisionId);
        Keep(on, figures, decisionId, remark, isSupplement: false);
    }

    /// <summary>Grades have arrived from above since it was closed: the figures are frozen anew, and the earlier ones stay beside them.</summary>
    /// <exception cref="RuleBrokenException">ReviewCycle.IsOpen.</exception>
    internal void Supplement(DateOnly on, FrozenFigures figures, Guid? decisionId)
    {
        RuleBrokenException.Unless(ClosedOn is not null, "ReviewCycle.IsOpen", Year);
        Keep(on, figures, decisionId, null, isSupplement: true);
    }

    /// <summary>Results are to be entered again; the figures that were frozen are kept with the reason.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; ReviewCycle.IsOpen.</exception>
    public void Reopen(string reason, DateOnly on)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        RuleBrokenException.Unless(ClosedOn is not null, "ReviewCycle.IsOpen", Year);
        if (_closings is [.., var last]) last.Reopen(on, reason.Trim());
        (ClosedOn, DecisionId) = (null, null);
        Touch();
    }

    /// <exception cref="RuleBrokenException">ReviewCycle.Closed.</exception>
    public void DemandOpen() => RuleBrokenException.Unless(ClosedOn is null, "ReviewCycle.Closed", ClosedOn);

    private void Keep(DateOnly on, FrozenFigures figures, Guid? decisionId, string? remark, bool isSupplement)
    {
        _closings.Add(CycleClosing.Of(this, _closings.Count + 1, on, figures, decisionId, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(), isSupplement));
        Touch();
    }
}
