using Microsoft.EntityFrameworkCore;

namespace OrgManager.Reviews;

/// <summary>How far one cell is, counted by the database.</summary>
internal sealed class CellTally
{
    public Guid CycleId { get; init; }
    public Guid CellId { get; init; }
    public int Members { get; init; }
    public int Entered { get; init; }
    public int Decided { get; init; }
    public int NotGraded { get; init; }
    public int Best { get; init; }
    public int OwnEntered { get; init; }

    /// <summary>Members, or the cell itself, of whom nothing is entered.</summary>
    public int Missing { get; init; }
    public int Open { get; init; }
    public int Waiting { get; init; }

    /// <summary>Graded by the level above, be it that the grade has come.</summary>
    public int Above { get; init; }

    /// <summary>Of these, who asked to look again.</summary>
    public int AboveAsked { get; init; }

    /// <summary>Members who are to be graded and have not handed in their self-review; only where full files are kept.</summary>
    public int Unwritten { get; init; }

    public bool AllExcellent => Members - NotGraded > 1 && Best == Members - NotGraded;

    public BoardState State =>
        Open == 0 ? BoardState.Decided : Missing == 0 ? BoardState.Proposed : Entered == NotGraded && OwnEntered == 0 ? BoardState.NotBegun : BoardState.Underway;

    public bool IsLate(ReviewCycle cycle, DateOnly today) => cycle.ClosedOn is null && cycle.Deadlines is { } due
        && ((due.SelfReview < today && Unwritten > 0) || (due.Meeting < today && Missing > 0) || (due.Decision < today && Open > 0));

    /// <param name="own">What a cell's review of itself is of.</param>
    /// <param name="best">The best grade of each rule set concerned.</param>
    public static Task<List<CellTally>> ReadAsync(IQueryable<Review> reviews, ReviewSubject own, List<string> best, CancellationToken ct) => reviews
        .GroupBy(r => new { r.CycleId, r.CellId })
        .Select(g => new CellTally
        {
            CycleId = g.Key.CycleId, CellId = g.Key.CellId,
            Members = g.Count(r => r.PersonId != null),
            Entered = g.Count(r => r.PersonId != null && (r.ProposedGrade != null || r.State == ReviewState.Decided || r.State == ReviewState.NotGraded)),
            Decided = g.Count(r => r.PersonId != null && (r.State == ReviewState.Decided || r.State == ReviewState.NotGraded)),
            NotGraded = g.Count(r => r.PersonId != null && r.State == ReviewState.NotGraded),
            Best = g.Count(r => r.PersonId != null && EF.Parameter(best).Contains((r.Grade ?? r.ProposedGrade)!)),
            OwnEntered = g.Count(r => r.Subject == own && (r.ProposedGrade != null || r.State == ReviewState.Decided || r.State == ReviewState.NotGraded)),
            Missing = g.Count(r => r.State == ReviewState.Open && (r.PersonId != null || r.Subject == own)),
            Open = g.Count(r => r.State == ReviewState.Open || r.Step == ReviewStep.Complaint || (r.State == ReviewState.Proposed && (r.Grade == null || r.ProposedGrade == null || r.Grade == r.ProposedGrade))),
            Waiting = g.Count(r => r.State == ReviewState.AwaitingAbove),
            Above = g.Count(r => r.DecidedAbove && r.NotGradedReason == null),
            AboveAsked = g.Count(r => r.DecidedAbove && r.NotGradedReason == null && r.Step == ReviewStep.Complaint),
            Unwritten = g.Count(r => r.PersonId != null && (r.Step == ReviewStep.UnitComment || r.Step == ReviewStep.SelfReview) && (r.State == ReviewState.Open || r.State == ReviewState.AwaitingAbove)),
        }).ToListAsync(ct);
}
