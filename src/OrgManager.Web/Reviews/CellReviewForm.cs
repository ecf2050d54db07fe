using OrgManager.Reviews;

namespace OrgManager.Web.Reviews;

/// <summary>A cell's sheet while it is being typed.</summary>
public sealed class CellReviewForm
{
    public CellReviewForm(CellReview sheet, CellReviewForm? before = null)
    {
        (Sheet, Called) = (sheet, sheet.Called);
        Own = new(sheet.Own, sheet, () => Convened);
        Lines = [.. sheet.Members.Select(row => new ReviewLine(row, sheet, () => Convened))];
        (MinutesNumber, MeetingOn, Attendance) = (sheet.MinutesNumber ?? "", sheet.MeetingOn, sheet.Attendance);
        (Issued, Returned) = PapersOf(sheet);
        if (before is { IsChanged: true }) Keep(before);
    }

    public CellReview Sheet { get; }

    /// <summary>Whom the meeting calls, by the record of the day that is typed.</summary>
    public CellCall Called { get; private set; }
    public RuleSetFacts Rules => Sheet.Rules;
    public ReviewLine Own { get; }
    public IReadOnlyList<ReviewLine> Lines { get; }
    public string MinutesNumber { get; set; }
    public DateOnly? MeetingOn { get; set; }

    /// <summary>Somebody else entered other minutes while these were typed; <see cref="Sheet"/> holds theirs.</summary>
    public bool MinutesChangedMeanwhile { get; private set; }

    /// <summary>What is typed here was entered otherwise by somebody else: it is told before it is saved over theirs.</summary>
    public bool IsContradicted => MinutesChangedMeanwhile || Everything.Any(l => l.ChangedMeanwhile);

    /// <summary>Ballot papers handed out and returned, the same for every member; by default one of every official member convened.</summary>
    public int Issued { get; set; }
    public int Returned { get; set; }

    /// <summary>Null while nothing is said of who came.</summary>
    public Attendance? Attendance { get; set; }

    /// <inheritdoc cref="Attendance.Convened"/>
    public int Convened => Called.Convened(Attendance);
    public bool MayEdit => Sheet.MayEnter || Sheet.MayDecide;
    public int Entered => Lines.Count(l => l.Effective is not null || l.Reason is not null);

    /// <summary>All lines, the cell's own last.</summary>
    public IEnumerable<ReviewLine> Everything => Lines.Append(Own);

    public bool IsChanged => MinutesChanged || Everything.Any(l => l.IsEntered || l.IsDecided);
    public int ChangedCount => Everything.Count(l => l.IsEntered || l.IsDecided);

    /// <summary>What is lost when the page is left now: lines, or the minutes alone.</summary>
    public int Unsaved => IsChanged ? Math.Max(1, ChangedCount) : 0;

    /// <summary>As it is to be expected with what is typed, and as far as it is decided.</summary>
    public GradeCounts AllMembers => Sheet.AllMembers.With(Moves(Lines), Sheet.WholeRules);
    public GradeCounts AllCells => Sheet.AllCells.With(Moves([Own]), Sheet.WholeRules);
    public GradeCounts DecidedMembers => Sheet.DecidedMembers.With(Settled(Lines), Sheet.WholeRules);

    /// <summary>How many of the best grade the cap would allow if it were counted in this cell alone: information where it binds higher up.</summary>
    public int? InCell => new GradeCounts(Sheet.Subject, Rules.Grades.ToDictionary(g => g.Code, _ => 0), 0, 0, null, false).With(Lines.Select(l => ((string?)null, l.Effective)), Rules).Most;
    public GradeCounts DecidedCells => Sheet.DecidedCells.With(Settled([Own]), Sheet.WholeRules);

    /// <summary>The same in the cell's group, where caps are counted in groups.</summary>
    public GroupCounts? Group => Sheet.Group is not { } group ? null : group with
    {
        Members = group.Members.With(Moves(Lines), Rules.InGroup), Cells = group.Cells.With(Moves([Own]), Rules.InGroup),
        DecidedMembers = group.DecidedMembers.With(Settled(Lines), Rules.InGroup), DecidedCells = group.DecidedCells.With(Settled([Own]), Rules.InGroup),
    };

    /// <summary>Why it cannot be saved: the code of a text and what it names.</summary>
    public (string Code, object[] Args)? Wrong => Lines.FirstOrDefault(l => l.HasVotes && (l.Votes is null || l.Total > Returned)) is { } line
        ? ("Reviews.VotesWrong", [line.Row.Person!.FullName, Returned]) : Lines.Any(l => l.HasVotes) && (Issued > Convened || Returned > Issued) ? ("Reviews.PapersWrong", [Issued, Returned, Convened]) : Lines.Any(l => l.IsEntered) && (MinutesNumber.Trim().Length == 0 || MeetingOn is null) ? ("Review.MinutesMissing", []) : null;

    /// <summary>What is to be entered: lines that changed, or the whole sheet when its minutes did; null if nothing.</summary>
    public CellEntry? Entry
    {
        get
        {
            var changed = Lines.Where(l => l.IsEntered || (MinutesChanged && l.IsKept && l.MayRecord)).Select(l => l.Entry(Convened, Issued, Returned)).ToList();
            var own = Own.IsEntered || MinutesChanged ? Own.Entry(Convened, Issued, Returned) : null;
            return changed.Count == 0 && own is null ? null : new(MinutesNumber.Trim(), MeetingOn, own, changed) { Attendance = Attendance }; // the cell's own row only if it changed: two who type other rows do not meet
        }
    }

    /// <summary>Grades decided, which the committee's secretary enters and nobody else.</summary>
    public IReadOnlyList<GradeDecided> Decided => [.. Everything.Where(l => l.IsDecided).Select(l => l.Decided)];

    /// <summary>Another day was typed: what was not counted yet follows it, papers that were stay as they were.</summary>
    public void Take(CellCall called)
    {
        var follows = (Issued, Returned) == (Convened, Convened) && !Lines.Any(l => l.HasVotes);
        Called = called;
        if (follows) (Issued, Returned) = (Convened, Convened);
    }

    private bool MinutesChanged => MinutesNumber.Trim() != (Sheet.MinutesNumber ?? "") || MeetingOn != Sheet.MeetingOn || Attendance != Sheet.Attendance || ((Issued, Returned) != PapersOf(Sheet) && Lines.Any(l => l.HasVotes));

    private static (int Issued, int Returned) PapersOf(CellReview sheet) =>
        sheet.Members.Select(m => m.Ballot).FirstOrDefault(b => b is not null) is { } ballot ? (ballot.Issued, ballot.Returned) : sheet.Called.Convened(sheet.Attendance) is var all ? (all, all) : default;

    private static (string, DateOnly?, Attendance?) MinutesOf(CellReview sheet) => (sheet.MinutesNumber ?? "", sheet.MeetingOn, sheet.Attendance);

    private static IEnumerable<(string?, string?)> Moves(IEnumerable<ReviewLine> lines) => lines.Select(l => (l.Row.Expected, l.Effective)).Where(m => m.Item1 != m.Item2);

    private static IEnumerable<(string?, string?)> Settled(IEnumerable<ReviewLine> lines) => lines.Select(l => (l.Row.Grade, l.Settled)).Where(m => m.Item1 != m.Item2);

    private void Keep(CellReviewForm before)
    {
        if (before.MinutesChanged)
        {
            (MinutesNumber, MeetingOn, Called, Issued, Returned, Attendance) = (before.MinutesNumber, before.MeetingOn, before.Called, before.Issued, before.Returned, before.Attendance);
            MinutesChangedMeanwhile = MinutesOf(Sheet) != MinutesOf(before.Sheet) && MinutesOf(Sheet) != (MinutesNumber.Trim(), MeetingOn, Attendance);
        }
        foreach (var typed in before.Everything.Where(l => l.IsEntered || l.IsDecided))
            Everything.FirstOrDefault(l => l.Row.Seen.Id == typed.Row.Seen.Id)?.Take(typed);
    }
}
