using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Decisions;

/// <summary>One decision as one reader may see it.</summary>
internal sealed class DecisionCardView
{
    private sealed record Entered(long Seq, DateTime AtUtc, string UserName, string OwnerType, Guid OwnerId);

    private readonly OrgDbContext _db;
    private readonly OrgClock _clock;
    private readonly Decision _decision;
    private readonly ChangeReach _reach;
    private readonly List<Change> _changes, _seen;
    private readonly List<string> _partyShown;
    private readonly bool _closed;

    /// <param name="beside">What it changed of what is not in the timeline.</param>
    public DecisionCardView(OrgDbContext db, OrgClock clock, Decision decision, IEnumerable<Change> beside)
    {
        (_db, _clock, _decision, _reach) = (db, clock, decision, new(db));
        _changes = [.. new ChangeReader(db.Timeline).Of(decision.Id), .. beside];
        _seen = [.. _changes.Where(_reach.MaySee)];
        _closed = new DecisionSight(db).Closes(decision.Id);
        _partyShown = [.. MissingDecisions.PartyOf(db, _seen)];
    }

    /// <summary>Staff numbers of those whose party data is told; known once the card is made.</summary>
    public IEnumerable<string> PartyShown => _partyShown.Distinct();

    public async Task<DecisionCard> CardAsync(CancellationToken ct) => new()
    {
        Details = DecisionDetails.Of(_decision, told: !_closed), Files = _closed ? [] : await FilesAsync(ct), IsClosed = _closed,
        Changes = Groups(), OutOfReach = _changes.Count - _seen.Count, Undone = await UndoneAsync(ct), BasisOf = await BasisAsync(ct), Seq = _db.Timeline.Seq,
        MayAttach = !_closed && !_db.ScopeFor(Permission.ChangeUnits, _db.Today).IsNothing, MayCorrect = !_closed && !_db.ScopeFor(Permission.CorrectHistory, _db.Today).IsNothing,
    };

    private async Task<IReadOnlyList<DecisionBasis>> BasisAsync(CancellationToken ct)
    {
        var (id, quota) = (_decision.Id, _db.ScopeFor(Permission.ViewQuota, _db.Today));
        if (quota.IsNothing) return [];
        var plans = await _db.Set<QuotaPlan>().Where(p => p.DecisionId == id).Select(p => new { p.Id, p.UnitId, p.Year }).ToListAsync(ct);
        var positions = await _db.Set<JobPosition>().CountAsync(p => p.DecisionId == id, ct);
        return
        [
            .. plans.Where(p => quota.Includes(p.UnitId)).OrderBy(p => p.Year).Select(p => new DecisionBasis(p.Id, Unit(p.UnitId), p.Year, 0)),
            .. positions > 0 ? [new DecisionBasis(null, null, null, positions)] : Array.Empty<DecisionBasis>(),
        ];
    }

    private ChangeGroup[] Groups() =>
    [
        .. from change in _seen
           group change by (change.Unit, change.Person) into subject
           orderby subject.Key.Unit is null, subject.Key.Unit?.Code, subject.Key.Person?.SortKey
           let rows = subject.OrderBy(c => c.On).ThenBy(c => c.Area).Select(c => ChangeRow.Of(c, _reach.MayExchange(c))).ToList()
           select new ChangeGroup(rows[0].Unit, rows[0].Person, rows),
    ];

    private async Task<IReadOnlyList<DecisionFile>> FilesAsync(CancellationToken ct)
    {
        var seqs = _decision.Attachments.Select(a => a.ChangeSetSeq).Distinct().ToList();
        var sets = await _db.Set<ChangeSet>().Where(c => EF.Parameter(seqs).Contains(c.Seq)).Select(c => new { c.Seq, c.AtUtc, c.UserName }).ToDictionaryAsync(c => c.Seq, ct);
        return [.. _decision.Attachments.Select(a => new DecisionFile(a.Id, a.Name, a.Kind, a.Size, a.Sha256, _clock.Local(sets[a.ChangeSetSeq].AtUtc), sets[a.ChangeSetSeq].UserName))];
    }

    /// <summary>Rows that once told this decision, of those that tell it no more.</summary>
    private async Task<IReadOnlyList<UndoneChange>> UndoneAsync(CancellationToken ct)
    {
        var (id, text) = (_decision.Id, _decision.Id.ToString());
        var told =
            from set in _db.Set<ChangeSet>()
            join entry in _db.Set<ChangeSetEntry>() on set.Seq equals entry.ChangeSetSeq
            where set.DecisionId == id && entry.After != null && entry.After.Contains(text)
            select new Entered(set.Seq, set.AtUtc, set.UserName, entry.OwnerType, entry.OwnerId);
        var entered = await told.ToListAsync(ct);
        var standing = _changes.SelectMany(c => c.Refs).Select(r => r.OwnerId).ToHashSet();
        return [.. entered.Where(e => !standing.Contains(e.OwnerId)).OrderByDescending(e => e.Seq).DistinctBy(e => e.OwnerId).Select(Undone).OfType<UndoneChange>().Distinct()];
    }

    private UndoneChange? Undone(Entered entered)
    {
        var subject = entered.OwnerType switch
        {
            nameof(OrgUnit) => (Unit(entered.OwnerId), null),
            nameof(Quota) when _db.Timeline.Quotas.Find(entered.OwnerId) is { } quota && _db.ScopeFor(Permission.ViewQuota, _db.Today).Includes(quota.UnitId) => (Unit(quota.UnitId), null),
            nameof(Employment) when _db.Timeline.Employments.Find(entered.OwnerId) is { } employment => (null, Person(employment)),
            nameof(PartyMember) when _db.Timeline.Members.Find(entered.OwnerId) is { } member => (null, Person(member)),
            _ => ((UnitRef?)null, (PersonRef?)null),
        };
        return subject is (null, null) ? null : new(subject.Item1, subject.Item2, _clock.Local(entered.AtUtc), entered.UserName);
    }

    private UnitRef? Unit(Guid id) => _db.Timeline.Units.Find(id) is { } unit ? UnitNames.Ref(unit, _db.Today) : null;

    private PersonRef? Person(EmploymentLine employment) =>
        new StaffChanges(_db.Timeline, employment).All().FirstOrDefault(c => c.View == Permission.ViewStaffWork && _reach.MaySee(c)) is { Person: { } person } ? new(person.Code, person.FullName) : null;

    private PersonRef? Person(MemberLine member)
    {
        var change = new MemberChanges(_db.Timeline, member).All().FirstOrDefault(_reach.MaySee);
        if (change is null) return null;
        _partyShown.AddRange(MissingDecisions.PartyOf(_db, [change]));
        return new(change.Person!.Code, change.Person.FullName);
    }
}
