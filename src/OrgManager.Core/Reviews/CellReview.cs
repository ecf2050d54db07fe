using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>What somebody enters for one member from the cell's minutes.</summary>
/// <param name="Proposed">Grade the cell proposes, or null.</param>
/// <param name="NotGraded">Code of the reason why there is no grade, or null.</param>
public sealed record MemberEntry(Seen Review, string? Proposed, string? NotGraded, Ballot? Ballot)
{
    /// <summary>What the cell says of the member, where a full file is kept; null leaves what it said.</summary>
    public string? Comment { get; init; }

    internal bool IsEmpty => Proposed is null && NotGraded is null && Ballot is null;
}

/// <summary>A cell's results from its minutes: only what changed, each as it was seen.</summary>
/// <param name="Own">The cell's review of itself, if it changed.</param>
public sealed record CellEntry(string MinutesNumber, DateOnly? MeetingOn, MemberEntry? Own, IReadOnlyList<MemberEntry> Members)
{
    public Attendance? Attendance { get; init; }
}

/// <summary>A grade decided by the competent level, or (null) taken back while the cycle is open.</summary>
public sealed record GradeDecided(Seen Review, string? Grade)
{
    /// <summary>What the committee says to what was found.</summary>
    public string? Remark { get; init; }
}

/// <summary>How far the full file of one row is.</summary>
/// <param name="Seen">The review's id and the version of its file.</param>
/// <param name="May">What the reader may do with it now.</param>
public sealed record RowFile(Seen Seen, ReviewStep Step, string? WorkGrade, string? OwnGrade, string? Comment, IReadOnlyList<Remedy> LastRemedies, YearFacts Facts, IReadOnlyList<ReviewAct> May);

/// <summary>One review as it stands.</summary>
public sealed record ReviewRow
{
    public required Seen Seen { get; init; }

    /// <summary>Null for the cell itself.</summary>
    public required PersonRef? Person { get; init; }
    public string? Post { get; init; }
    public string? PostEn { get; init; }

    /// <summary>Standing on the day of the list; null for the cell itself.</summary>
    public Standing? Standing { get; init; }
    public required string? LastYear { get; init; }
    public required string? Proposed { get; init; }
    public required string? Grade { get; init; }
    public required string? NotGraded { get; init; }
    public required Ballot? Ballot { get; init; }
    public required bool DecidedAbove { get; init; }
    public required ReviewState State { get; init; }

    /// <inheritdoc cref="Review.HasNewerProposal"/>
    public bool HasNewerProposal { get; init; }

    /// <inheritdoc cref="Review.Expected"/>
    public required string? Expected { get; init; }

    /// <summary>Offices in the cell on the day, in protocol order.</summary>
    public IReadOnlyList<PartyPost> Offices { get; init; } = [];

    /// <summary>Null where only results are kept.</summary>
    public RowFile? File { get; init; }

    /// <summary>What the year's facts allow by the rules, as far as they are known.</summary>
    public GradeAdvice? Advice { get; init; }

    /// <summary>The record of the member tells of discipline decided in the year.</summary>
    public bool IsDisciplined { get; init; }

    /// <summary>What the committee remarked on its decision, where only results are kept.</summary>
    public string? Remark { get; init; }

    /// <summary>Remedies of the year before of which nobody has said what came, where only results are kept.</summary>
    public int OpenRemedies { get; init; }

    /// <summary>The reader's own review: nobody decides on themselves.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Not where it is entered from the level above: of staff, for who heads the unit.</summary>
    public bool MayEnter { get; init; } = true;
}

/// <summary>One year in which a cell was reviewed.</summary>
/// <param name="Grade">The cell's own, as decided.</param>
public sealed record CellYear(int Year, DateOnly? ClosedOn, string? Grade, RuleSetFacts Rules);

/// <summary>One cell's sheet in one year, or that of a unit and its staff: what the cell voted and proposes, what was decided, and how the whole stands against the caps.</summary>
public sealed record CellReview
{
    public required int Year { get; init; }

    /// <inheritdoc cref="ReviewBoard.Subject"/>
    public required ReviewSubject Subject { get; init; }
    public required RuleSetFacts Rules { get; init; }
    public required UnitRef Cell { get; init; }
    public required UnitRef Committee { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required string? MinutesNumber { get; init; }
    public required DateOnly? MeetingOn { get; init; }

    /// <summary>On the day of the meeting, or of the list; of staff, who are called to none, nobody.</summary>
    public CellCall Called { get; init; } = new(default, 0, 0, 0, 0);
    public Attendance? Attendance { get; init; }
    public CycleMode Mode { get; init; }

    /// <summary>The cell's committee (chi ủy) has a file of its own.</summary>
    public bool HasCollectiveFile { get; init; }
    public required ReviewRow Own { get; init; }

    /// <summary>In protocol order: those with an office first, then by given name.</summary>
    public required IReadOnlyList<ReviewRow> Members { get; init; }

    /// <inheritdoc cref="ReviewBoard.Members"/>
    public required GradeCounts AllMembers { get; init; }
    public required GradeCounts AllCells { get; init; }

    /// <summary>The same as far as it is decided.</summary>
    public required GradeCounts DecidedMembers { get; init; }
    public required GradeCounts DecidedCells { get; init; }
    /// <summary>The group with similar tasks in which its caps are counted; null where there are no groups. Then the counts above are held against the other caps alone.</summary>
    public GroupCounts? Group { get; init; }

    /// <inheritdoc cref="ReviewBoard.WholeRules"/>
    public RuleSetFacts WholeRules => Group is null ? Rules : Rules.OverAll;

    public required bool MayEnter { get; init; }
    public required bool MayDecide { get; init; }
}
