using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>
/// Everything that became of posts on one day, and what each step was. What was recorded goes first, then what the succession of units says, then posts that changed their
/// category within a unit, then what one unit of a receiver gave and another took; what is left was granted or cut.
/// </summary>
internal sealed class LedgerDay
{
    private readonly OrgTimeline _timeline;
    private readonly DateOnly _day;
    private readonly List<Change> _changes;

    public LedgerDay(OrgTimeline timeline, DateOnly day, IReadOnlyList<QuotaMove> moves, bool isFirst)
    {
        (_timeline, _day) = (timeline, day);
        _changes = [.. timeline.Quotas.By(LineKeys.QuotaDays)[day].Select(line => Change.Of(line, day))];
        foreach (var move in moves) Record(move);
        if (isFirst) foreach (var change in _changes) change.Explain(LedgerStep.Opening, change.Left);
        foreach (var edge in timeline.Successions.By(LineKeys.SuccessionDay)[day])
            Pair(LedgerStep.Reorganised, _changes.Where(c => c.Line.UnitId == edge.PredecessorId && c.Left < 0), _changes.Where(c => c.Line.UnitId == edge.SuccessorId && c.Left > 0), (a, b) => a.Line.Kind == b.Line.Kind && a.Line.Category == b.Line.Category);
        foreach (var unit in Open.GroupBy(c => (c.Line.UnitId, c.Line.Kind)).ToList()) PairWithin(LedgerStep.Conversion, unit);
        foreach (var giver in Open.Where(c => c.Line.Kind == QuotaKind.Allocated).GroupBy(c => (ReceiverOf(c.Line), c.Line.Category)).ToList()) PairWithin(LedgerStep.Transfer, giver);
        foreach (var change in Open.ToList()) change.Explain(change.Left > 0 ? LedgerStep.Grant : LedgerStep.Cut, change.Left);
    }

    private IEnumerable<Change> Open => _changes.Where(c => c.Left != 0);

    public IReadOnlyList<LedgerPart> PartsOf(QuotaLine line) => _changes.Find(c => c.Line.Id == line.Id)?.Parts is { Count: > 0 } parts ? parts : [new(LedgerStep.Same, 0)];

    /// <summary>Every level that it made is told with it, also where another of that day made up for it: what has become of them besides is left to be explained.</summary>
    private void Record(QuotaMove move)
    {
        var step = move.Kind switch { QuotaMoveKind.Out => LedgerStep.MovedOut, QuotaMoveKind.In => LedgerStep.MovedIn, _ => LedgerStep.Transfer };
        foreach (var side in MoveSide.Of(move, _timeline))
            _changes.Find(change => side.IsOf(change.Line))?.Explain(step, side.Posts, side.Other is { } other ? Ref(other) : null, subject: move.Subject, move: move.Kind == QuotaMoveKind.Transfer ? null : move.Id);
    }

    private void PairWithin(LedgerStep step, IEnumerable<Change> changes)
    {
        var all = changes.ToList();
        Pair(step, all.Where(c => c.Left < 0), all.Where(c => c.Left > 0), (_, _) => true);
    }

    /// <summary>Those of equal size first, so that two transfers of one day are not mixed up.</summary>
    private void Pair(LedgerStep step, IEnumerable<Change> giving, IEnumerable<Change> taking, Func<Change, Change, bool> match)
    {
        var (givers, takers) = (giving.ToList(), taking.ToList());
        foreach (var exact in new[] { true, false })
            foreach (var giver in givers)
                foreach (var taker in takers.Where(t => match(giver, t)))
                    if (giver.Left < 0 && taker.Left > 0 && (!exact || -giver.Left == taker.Left)) Move(step, giver, taker);
    }

    private void Move(LedgerStep step, Change giver, Change taker)
    {
        var posts = Math.Min(-giver.Left, taker.Left);
        var converts = step == LedgerStep.Conversion;
        giver.Explain(step, -posts, converts ? null : Ref(taker.Line.UnitId), converts ? taker.Line.Category : null);
        taker.Explain(step, posts, converts ? null : Ref(giver.Line.UnitId), converts ? giver.Line.Category : null);
    }

    private Guid? ReceiverOf(QuotaLine line) => MoveSide.ReceiverOf(_timeline, line.UnitId, line.Category, _day);

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(_timeline.Units.Find(unitId)!, _day);

    private sealed class Change(QuotaLine line, int difference)
    {
        private readonly List<LedgerPart> _parts = [];

        public QuotaLine Line => line;

        /// <summary>Posts, more or fewer, of which it is not told yet what they were.</summary>
        public int Left { get; private set; } = difference;
        public IReadOnlyList<LedgerPart> Parts => _parts;

        public static Change Of(QuotaLine line, DateOnly day) => new(line, (line.History.On(day)?.Posts ?? 0) - (line.History.On(day.AddDays(-1))?.Posts ?? 0));

        public void Explain(LedgerStep step, int posts, UnitRef? other = null, QuotaCategory? otherCategory = null, string? subject = null, Guid? move = null)
        {
            if (posts == 0) return;
            Left -= posts;
            _parts.Add(new(step, posts, other, otherCategory, subject, move));
        }
    }
}
