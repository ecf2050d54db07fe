using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>A cell's review of itself, as far as a board tells it.</summary>
internal sealed record BoardOwn(Guid CycleId, Guid CellId, Guid Id, int Version, string? Proposed, string? Grade, string? MinutesNumber, DateOnly? MeetingOn);

/// <summary>Puts the cells of a board together from what was counted of them.</summary>
internal sealed class BoardCells(IEnumerable<BoardOwn> own, IEnumerable<GradeTally> members)
{
    private readonly Dictionary<(Guid, Guid), BoardOwn> _own = own.ToDictionary(o => (o.CycleId, o.CellId));
    private readonly ILookup<(Guid, Guid), GradeTally> _members = members.ToLookup(t => (t.CycleId, t.CellId));

    /// <returns>Null for what has no review of its own, as the committee's collective.</returns>
    public BoardCell? Cell(CellTally tally, UnitRef cell, ReviewCycle cycle, RuleSetFacts rules, DateOnly today)
    {
        if (!_own.TryGetValue((tally.CycleId, tally.CellId), out var own)) return null;
        var counts = GradeTally.AsProposed(cycle.Subject, _members[(tally.CycleId, tally.CellId)], rules);
        return new(cell, new(own.Id, own.Version), tally.Members, tally.Entered, counts.ByGrade, counts.NotGraded, own.MinutesNumber, own.MeetingOn, own.Proposed, own.Grade)
        {
            Decided = tally.Decided, State = tally.State, Open = tally.Open, Waiting = tally.Waiting, IsLate = tally.IsLate(cycle, today),
            AllExcellent = tally.Members - counts.NotGraded > 1 && counts.ByGrade[rules.Grades[0].Code] == tally.Members - counts.NotGraded,
        };
    }
}
