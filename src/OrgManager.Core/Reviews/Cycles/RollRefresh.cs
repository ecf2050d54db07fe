using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>One change of the list, with the review it is of, or the line from which one is made.</summary>
internal sealed record RollMove(RollChange Told, Guid? ReviewId, RollLine? Line);

/// <summary>Holds the list of an open year against who is there on a day: who came is taken in, who left is closed, and who moved before anything was entered takes the review along.</summary>
internal sealed class RollRefresh(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, DateOnly on)
{
    private readonly OrgSnapshot _day = db.Timeline.On(on);

    /// <returns>Null where nobody is there to be reviewed.</returns>
    public async Task<IReadOnlyList<RollMove>?> MovesAsync(CancellationToken ct)
    {
        var listed = await db.Set<Review>().AsNoTracking().Where(r => r.CycleId == cycle.Id)
            .Select(r => new Listed(r.Id, r.Subject, r.PersonId, r.CellId, r.State, r.Step, r.ProposedGrade, r.Grade, r.NotGradedReason, r.Ballot)).ToListAsync(ct);
        if (Lines(listed) is not { } lines) return null;
        var known = listed.ToLookup(r => r.Key);
        var elsewhere = await ElsewhereAsync([.. lines.Where(l => l.Person is not null && !known.Contains(KeyOf(l))).Select(l => l.Person!.Id)], ct);
        var begun = await BegunAsync([.. lines.SelectMany(l => known[KeyOf(l)].Where(r => r.Step is not null && r.CellId != l.Unit.Id)).Select(r => r.Id)], ct);
        var there = lines.Select(l => Move(l, known[KeyOf(l)].FirstOrDefault(), elsewhere, begun)).OfType<RollMove>();
        var onList = lines.Select(KeyOf).ToHashSet();
        var gone = listed.Where(r => r.IsUndecided && !onList.Contains(r.Key) && HasLeft(r)).Select(Gone);
        return [.. there.Concat(gone.OrderBy(m => m.Told.Cell.Code, StringComparer.Ordinal).ThenBy(m => m.Told.Person?.Code, StringComparer.Ordinal)).OrderBy(m => m.Told.Step)];
    }

    public async Task ApplyAsync(IReadOnlyList<RollMove> moves, FileDesk desk, CancellationToken ct)
    {
        var ids = moves.Where(m => m.Told.Step is RollStep.Returned or RollStep.Moved or RollStep.Closed).Select(m => m.ReviewId!.Value).ToList();
        var reviews = (await db.Set<Review>().Where(r => EF.Parameter(ids).Contains(r.Id)).ToListAsync(ct)).ToDictionary(r => r.Id);
        foreach (var (told, id, line) in moves)
            switch (told.Step)
            {
                case RollStep.Added:
                    db.Add(CycleOpening.ReviewOf(cycle, line!));
                    break;
                case RollStep.Moved:
                    reviews[id!.Value].MoveTo(line!.Unit.Id);
                    break;
                case RollStep.Closed:
                    reviews[id!.Value].LeaveUngraded(told.Reason!);
                    await GoAsync(desk, reviews[id.Value], ReviewAct.Archive, ReviewStep.Archived, LeftReason.Name(told.Reason!), ct);
                    break;
                case RollStep.Returned:
                    reviews[id!.Value].Restore(line!.Reason);
                    await GoAsync(desk, reviews[id.Value], ReviewAct.Reopen, ReviewSteps.FirstOf(told.Subject), null, ct);
                    break;
            }
    }

    private IReadOnlyList<RollLine>? Lines(List<Listed> listed)
    {
        var collectives = listed.Exists(r => r.Subject == ReviewSubject.Collective);
        var rolls = cycle.Subject == ReviewSubject.Staff ? new StaffPlanner(_day, rules, cycle.Year).Of(cycle.CommitteeId) : new CyclePlanner(_day, rules, collectives).Of(cycle.CommitteeId);
        return rolls.FirstOrDefault(r => r.Committee.Id == cycle.CommitteeId)?.Lines;
    }

    private RollMove? Move(RollLine line, Listed? review, HashSet<Guid> elsewhere, HashSet<Guid> begun)
    {
        RollMove Told(RollStep step, Guid? cell = null) => new(
            new(step, line.Subject, Ref(cell ?? line.Unit.Id), line.Person is { } p ? new(p.Code, p.FullName) : null) { Reason = step is RollStep.Added or RollStep.Returned ? line.Reason : null, DecidedAbove = line.DecidedAbove }, review?.Id, line);
        if (review is null) return Told(line.Person is { } person && elsewhere.Contains(person.Id) ? RollStep.Elsewhere : RollStep.Added);
        if (LeftReason.Is(review.Reason)) return Told(RollStep.Returned, review.CellId);
        if (review.CellId == line.Unit.Id || !review.IsUndecided) return null;
        if (!review.IsBlank || begun.Contains(review.Id)) return Told(RollStep.Kept, review.CellId);
        var moved = Told(RollStep.Moved);
        return moved with { Told = moved.Told with { From = Ref(review.CellId) } };
    }

    private RollMove Gone(Listed review)
    {
        var person = review.PersonId is { } id ? db.Timeline.People.Find(id) : null;
        var told = new RollChange(review.IsBlank ? RollStep.Closed : RollStep.Kept, review.Subject, Ref(review.CellId), person is null ? null : new(person.Code, person.FullName));
        return new(review.IsBlank ? told with { Reason = LeftReason.Of(review.Subject) } : told, review.Id, null);
    }

    /// <summary>Not there on the day of the list, and if that is past not there today: who came between the two has not left.</summary>
    private bool HasLeft(Listed review)
    {
        if (review.PersonId is null) return !IsThere(review.CellId, on) && (on >= db.Today || !IsThere(review.CellId, db.Today));
        var today = db.Timeline.On(db.Today);
        return on >= db.Today || (review.Subject == ReviewSubject.Staff ? today.UnitOf(review.PersonId.Value) : today.CellOf(review.PersonId.Value)) is not { } unit || !IsThere(unit, db.Today);
    }

    private bool IsThere(Guid unitId, DateOnly day) => db.Timeline.StandsUnder(unitId, cycle.CommitteeId, day);

    /// <summary>Who has a result of the same year in another committee or organisation.</summary>
    private async Task<HashSet<Guid>> ElsewhereAsync(List<Guid> people, CancellationToken ct)
    {
        if (people.Count == 0) return [];
        var results = db.Set<Review>().Where(r => r.CycleId != cycle.Id && r.Subject == cycle.Subject && (r.ProposedGrade != null || r.Grade != null) && r.PersonId != null && EF.Parameter(people).Contains(r.PersonId.Value));
        return [.. await results.Join(db.Set<ReviewCycle>().Where(c => c.Year == cycle.Year), r => r.CycleId, c => c.Id, (r, _) => r.PersonId!.Value).ToListAsync(ct)];
    }

    /// <summary>Of these reviews, those whose full file is begun: it stays where it was written.</summary>
    private async Task<HashSet<Guid>> BegunAsync(List<Guid> reviews, CancellationToken ct) =>
        reviews.Count == 0 ? [] : [.. await db.Set<ReviewFile>().Where(f => EF.Parameter(reviews).Contains(f.ReviewId)).Select(f => f.ReviewId).ToListAsync(ct)];

    /// <summary>Where a full file is kept, it goes along and says why.</summary>
    private async Task GoAsync(FileDesk desk, Review review, ReviewAct act, ReviewStep to, string? remark, CancellationToken ct)
    {
        if (review.Step is not { } step || step == to) return;
        var rule = new MoveRule { Act = act, From = [step], To = to, May = ReviewRights.ToEnter(cycle.Subject), By = ReviewRelation.Committee };
        new FileInHand(review, cycle, await desk.FileAsync(review, ct), rule).Go(remark, desk.By);
    }

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, on);

    private static (ReviewSubject, Guid?, Guid?) KeyOf(RollLine line) => line.Person is { } person ? (line.Subject, person.Id, null) : (line.Subject, null, line.Unit.Id);

    private sealed record Listed(Guid Id, ReviewSubject Subject, Guid? PersonId, Guid CellId, ReviewState State, ReviewStep? Step, string? Proposed, string? Grade, string? Reason, Ballot? Ballot)
    {
        public (ReviewSubject, Guid?, Guid?) Key => PersonId is { } person ? (Subject, person, null) : (Subject, null, CellId);

        /// <summary>Nothing of the cell's is entered.</summary>
        public bool IsBlank => Proposed is null && Grade is null && Ballot is null;
        public bool IsUndecided => Grade is null && State is ReviewState.Open or ReviewState.Proposed or ReviewState.AwaitingAbove;
    }
}
