using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>The draft of the reader's own account.</summary>
public sealed record DraftDetails(SelfReview Said, int Version, DateTime SavedAtUtc);

/// <summary>What was decided and voted; to the subject only once it is notified.</summary>
public sealed record FileOutcome(string? Proposed, string? Grade, Ballot? Ballot, IReadOnlyList<GradeMade> Decisions, Remark? CellComment, IReadOnlyList<Opinion> Opinions);

/// <summary>Hồ sơ kiểm điểm of one subject in one year, as one reader may see it.</summary>
public sealed record ReviewFileDetails
{
    /// <summary>The review's id, and the version of its file (0: nothing is kept yet).</summary>
    public required Seen Seen { get; init; }
    public required int Year { get; init; }
    public required RuleSetFacts Rules { get; init; }
    public required ReviewSubject Subject { get; init; }
    public required PersonRef? Person { get; init; }
    public required UnitRef Cell { get; init; }
    public required UnitRef Committee { get; init; }
    public required string? Post { get; init; }
    public required string? PostEn { get; init; }
    public required IReadOnlyList<PartyPost> Offices { get; init; }
    public required bool IsOwn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Null where the committee keeps results only.</summary>
    public required ReviewStep? Step { get; init; }
    public required ReviewState State { get; init; }
    public required bool DecidedAbove { get; init; }
    public required string? NotGraded { get; init; }
    public required SelfReviewForm Form { get; init; }
    public required HandedIn? Self { get; init; }
    public required DraftDetails? Draft { get; init; }
    public required UnitComment? Comment { get; init; }

    /// <summary>Null to the subject before it is notified.</summary>
    public required FileOutcome? Outcome { get; init; }
    public required string? LastGrade { get; init; }
    public required IReadOnlyList<Remedy> LastRemedies { get; init; }
    public required IReadOnlyList<Remedy> Remedies { get; init; }
    public required YearFacts Facts { get; init; }

    /// <summary>Discipline fell in the year: the file says so, or the record of the member does.</summary>
    public required bool IsDisciplined { get; init; }
    public required GradeAdvice Advice { get; init; }

    /// <summary>What the committee answers before the grade to be expected is decided.</summary>
    public required IReadOnlyList<ReviewConcern> Concerns { get; init; }
    public required IReadOnlyList<ReviewMove> Moves { get; init; }

    /// <summary>What the reader may do now.</summary>
    public required IReadOnlyList<MoveRule> May { get; init; }

    /// <summary>Whether the reader works for the cell: opinions, facts of the year and remedies are theirs to enter.</summary>
    public required bool MayEnter { get; init; }

    public bool MayWrite => May.Any(r => r.Act == ReviewAct.Submit);
}

/// <summary>One of the reader's own reviews.</summary>
/// <param name="IsDue">The self-review waits to be written.</param>
/// <param name="Grade">Once it is notified, or results only.</param>
/// <param name="Cell">Of a review at work the unit.</param>
public sealed record OwnReview(int Year, PersonRef Person, ReviewStep? Step, bool IsDue, bool HasDraft, string? Grade, UnitRef Cell, RuleSetFacts Rules, DateOnly? ClosedOn)
{
    /// <summary>As a member, or at work.</summary>
    public ReviewSubject Subject { get; init; }
}
