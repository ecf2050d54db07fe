using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>One criterion as it was shown to the reviewer, and what was given for it: a level or points.</summary>
public sealed record CriterionScore(string Code, string Text, string? Level, decimal? Points);

/// <summary>Where a review stands. In results-only cycles it goes from open to decided.</summary>
public enum ReviewState { Open, Proposed, Decided, AwaitingAbove, NotGraded }

/// <summary>Hồ sơ kiểm điểm, xếp loại: one subject's file in one cycle.</summary>
public sealed class Review : Aggregate
{
    public const int MinutesLength = 60;

    private Review() { }

    public Guid CycleId { get; private init; }
    public ReviewSubject Subject { get; private init; }

    /// <summary>The person reviewed; null for a cell or collective.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>The cell (of staff the unit) whose review it is, or in which the member is reviewed. Kept even if the member moves, once anything is entered.</summary>
    public Guid CellId { get; private set; }
    public string RuleSetCode { get; private init; } = "";
    public ReviewState State { get; private set; }

    /// <summary>What its full file waits for; null where only results are kept.</summary>
    public ReviewStep? Step { get; private set; }
    public string? ProposedGrade { get; private set; }
    public string? Grade { get; private set; }

    /// <summary>The grade given at work (công chức, viên chức) by the head of the unit, where a full file is kept.</summary>
    public string? WorkGrade { get; private set; }

    /// <summary>Code of the reason why the subject is not graded.</summary>
    public string? NotGradedReason { get; private set; }

    /// <summary>Leaders and the committee itself: the grade comes from the level above ("chờ cấp trên").</summary>
    public bool DecidedAbove { get; private init; }
    public string? MinutesNumber { get; private set; }
    public DateOnly? MeetingOn { get; private set; }
    public Ballot? Ballot { get; private set; }

    /// <summary>Of the cell's own review: who came to the meeting that graded its members.</summary>
    public Attendance? Attendance { get; private set; }
    public IReadOnlyList<CriterionScore> Scores { get; private set; } = [];

    /// <summary>The cell proposes another grade since one was decided: the decision stands until the committee looks again, what is to be expected is the proposal.</summary>
    public bool HasNewerProposal => Grade is not null && ProposedGrade is not null && ProposedGrade != Grade && State is ReviewState.Proposed or ReviewState.AwaitingAbove;

    /// <summary>The grade it is to be expected to have in the end.</summary>
    public string? Expected => HasNewerProposal ? ProposedGrade : Grade ?? ProposedGrade;

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Review;

    public static Review OfMember(ReviewCycle cycle, Guid personId, Guid cellId, bool decidedAbove) => new()
    {
        CycleId = cycle.Id, RuleSetCode = cycle.RuleSetCode, Subject = ReviewSubject.Member, PersonId = personId, CellId = cellId, DecidedAbove = decidedAbove,
        Step = FirstStep(cycle, ReviewSubject.Member), State = decidedAbove ? ReviewState.AwaitingAbove : ReviewState.Open,
    };

    public static Review OfCell(ReviewCycle cycle, Guid cellId) => new()
    {
        CycleId = cycle.Id, RuleSetCode = cycle.RuleSetCode, Subject = ReviewSubject.Cell, CellId = cellId, Step = FirstStep(cycle, ReviewSubject.Cell),
    };

    /// <summary>Of a civil servant or a service unit's employee, in the unit where they work.</summary>
    public static Review OfStaff(ReviewCycle cycle, Guid personId, Guid unitId, bool decidedAbove) => new()
    {
        CycleId = cycle.Id, RuleSetCode = cycle.RuleSetCode, Subject = ReviewSubject.Staff, PersonId = personId, CellId = unitId, DecidedAbove = decidedAbove,
        State = decidedAbove ? ReviewState.AwaitingAbove : ReviewState.Open,
    };

    /// <summary>The leadership collective of a cell (chi ủy), of the committee itself, or of a unit in a year of staff; its grade may come from above.</summary>
    public static Review OfCollective(ReviewCycle cycle, Guid unitId, bool decidedAbove) => new()
    {
        CycleId = cycle.Id, RuleSetCode = cycle.RuleSetCode, Subject = ReviewSubject.Collective, CellId = unitId, DecidedAbove = decidedAbove,
        State = decidedAbove ? ReviewState.AwaitingAbove : ReviewState.Open, Step = FirstStep(cycle, ReviewSubject.Collective),
    };

    internal void GradeAtWork(string? grade)
    {
        TouchIf(WorkGrade != grade);
        WorkGrade = grade;
    }

    /// <summary>The full file goes on, or back, to this step.</summary>
    internal void Go(ReviewStep to)
    {
        TouchIf(Step != to);
        Step = to;
    }

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

    /// <summary>The member was moved to another cell before anything was entered: who meets there reviews them.</summary>
    internal void MoveTo(Guid cellId)
    {
        CellId = cellId;
        Touch();
    }

    /// <summary>On the list again, after having been left ungraded for having left: as if the list were drawn up now.</summary>
    internal void Restore(string? notGraded)
    {
        NotGradedReason = notGraded;
        Settle();
    }

    /// <summary>What the cell's minutes say, as often as it is entered while the cycle is open (results only): grade proposed or why there is none, and the ballot.</summary>
    /// <exception cref="RuleBrokenException">Review.MinutesMissing: a result without the number and day of its minutes; Review.MinutesTooLong; Ballot.DoesNotAddUp; Attendance.OutOfRange.</exception>
    public void Record(CellEntry minutes, MemberEntry entry)
    {
        RuleBrokenException.Unless(entry.IsEmpty || (minutes.MinutesNumber.Length > 0 && minutes.MeetingOn is not null), "Review.MinutesMissing");
        RuleBrokenException.Unless(minutes.MinutesNumber.Length <= MinutesLength, "Review.MinutesTooLong", MinutesLength);
        entry.Ballot?.DemandSums();
        minutes.Attendance?.DemandCounts();
        if (PersonId is null) Attendance = minutes.Attendance;
        var isNewer = Grade is not null && entry.Proposed is not null && entry.Proposed != Grade && (entry.Proposed != ProposedGrade || HasNewerProposal);
        (ProposedGrade, NotGradedReason, Ballot) = (entry.Proposed, entry.NotGraded, entry.Ballot);
        (MinutesNumber, MeetingOn) = (minutes.MinutesNumber.Length > 0 ? minutes.MinutesNumber : null, minutes.MeetingOn);
        if (NotGradedReason is not null) Grade = null;
        Settle(isNewer);
    }

    /// <summary>The grade the competent level decided, or (null) that it is not decided after all, while the cycle is open.</summary>
    /// <exception cref="RuleBrokenException">Review.NotGraded: it was left without a grade for a reason.</exception>
    public void Resolve(string? grade)
    {
        RuleBrokenException.Unless(NotGradedReason is null || grade is null, "Review.NotGraded");
        Grade = grade;
        Settle();
    }

    /// <summary>The year is closed: what was decided stands, also against a newer proposal.</summary>
    internal void Affirm()
    {
        if (HasNewerProposal) Settle();
    }

    private void Settle(bool isNewer = false)
    {
        State = NotGradedReason is not null ? ReviewState.NotGraded
            : Grade is not null && !isNewer ? ReviewState.Decided
            : DecidedAbove ? ReviewState.AwaitingAbove
            : ProposedGrade is not null ? ReviewState.Proposed : ReviewState.Open;
        Touch();
    }

    private static ReviewStep? FirstStep(ReviewCycle cycle, ReviewSubject subject) => cycle.Mode == CycleMode.FullFile ? ReviewSteps.FirstOf(subject) : null;

    private void DemandOpen() => RuleBrokenException.Unless(State is not (ReviewState.Decided or ReviewState.NotGraded), "Review.Closed");
}
