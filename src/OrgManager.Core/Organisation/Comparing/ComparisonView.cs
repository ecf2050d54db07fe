using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Party;

namespace OrgManager.Organisation;

/// <summary>Two days beside each other as one reader may see them.</summary>
internal sealed class ComparisonView
{
    private readonly OrgDbContext _db;
    private readonly OrgSnapshot _before, _after;
    private readonly Branch _branch;
    private readonly OrgDiff _diff;
    private readonly List<SuccessionLine> _successions;
    private readonly List<Happening> _events;

    public ComparisonView(OrgDbContext db, DateOnly before, DateOnly after, Branch branch)
    {
        (_db, _before, _after, _branch) = (db, db.Timeline.On(before), db.Timeline.On(after), branch);
        _diff = OrgDiff.Between(_before, _after);
        _successions = [.. _diff.Successions.Where(s => Line(s.PredecessorId).Branch == branch)];
        _events = [.. Events().OrderBy(e => e.On)];
    }

    public IEnumerable<Guid?> DecisionIds => _events.Select(e => e.Decision);

    public Comparison Comparison(Dictionary<Guid, DecisionRef> decisions)
    {
        var people = People().ToList();
        return new(_before.Day, _after.Day, _branch)
        {
            Kinds = [.. Kinds()],
            Totals = _branch == Branch.Government ? Totals() : null,
            Units = [.. Units(people)],
            Events = [.. _events.Select(e => new ComparedEvent(e.On, e.Kind, [.. e.Units.Select(u => UnitNames.Ref(u, e.On.AddDays(-1)))])
            {
                Into = [.. e.Into.Select(u => UnitNames.Ref(u, e.On))], OfUnit = e.OfUnit,
                Decision = e.Decision is { } id ? decisions.GetValueOrDefault(id) : null,
            })],
            People = people,
        };
    }

    private IEnumerable<ComparedKind> Kinds() =>
        from pair in _before.Units.Where(Here).Select(u => (u.Kind, Was: 1, Is: 0)).Concat(_after.Units.Where(Here).Select(u => (u.Kind, Was: 0, Is: 1)))
        group pair by pair.Kind.Code into kind
        let facts = kind.First().Kind
        orderby facts.Order
        select new ComparedKind(facts.Name, facts.NameEn, kind.Sum(k => k.Was), kind.Sum(k => k.Is));

    private ComparedTotals Totals()
    {
        PostCounts Sum(OrgSnapshot day, Func<UnitOn, PostCounts> of) => OrganisationService.Sum(day.Units.Where(Here), of);
        return new(
            Sum(_before, u => u.Assigned ?? PostCounts.None), Sum(_after, u => u.Assigned ?? PostCounts.None),
            Sum(_before, u => u.Allocated), Sum(_after, u => u.Allocated), Sum(_before, u => _diff.PresentBefore.GetValueOrDefault(u.Id)), Sum(_after, u => _diff.PresentAfter.GetValueOrDefault(u.Id)));
    }

    private IEnumerable<ComparedUnit> Units(List<ComparedPerson> people)
    {
        var sees = _branch == Branch.Party ? Permission.ViewPartyBasics : Permission.ViewStaffWork;
        var (came, left) = (people.CountBy(p => p.To?.Code ?? "").ToDictionary(), people.CountBy(p => p.From?.Code ?? "").ToDictionary());
        var (seesBefore, seesAfter) = (_db.ScopeFor(sees, _before.Day), _db.ScopeFor(sees, _after.Day));
        var became = _successions.ToLookup(s => s.PredecessorId);
        var touched = Touched();
        foreach (var unit in _after.Tree(_branch).Where(u => touched.Contains(u.Id)).Concat(OrgSnapshot.InOrder(_before.Units.Where(u => Here(u) && _after.Unit(u.Id) is null))))
        {
            var (was, now) = (_before.Unit(unit.Id), _after.Unit(unit.Id));
            var compared = new ComparedUnit(unit.Code, was is null ? null : Stand(was, _before), now is null ? null : Stand(now, _after))
            {
                Became = [.. Became(unit.Id, became, []).Select(s => new UnitBecame(Line(s.SuccessorId).Code, s.Kind, s.On))],
                Came = now is null ? 0 : seesAfter.Includes(now.Id) ? came.GetValueOrDefault(unit.Code) : null,
                Left = was is null ? 0 : seesBefore.Includes(was.Id) ? left.GetValueOrDefault(unit.Code) : null,
            };
            if (compared.Before != compared.After || compared.Became.Count > 0 || compared is { Came: > 0 } or { Left: > 0 }) yield return compared;
        }
    }

    /// <summary>What it is on the later day: what was there between the days alone is passed over.</summary>
    private IEnumerable<SuccessionLine> Became(Guid unit, ILookup<Guid, SuccessionLine> successions, HashSet<Guid> passed) => successions[unit].SelectMany(s =>
        _before.Unit(s.SuccessorId) is null && _after.Unit(s.SuccessorId) is null && successions[s.SuccessorId].Any() && passed.Add(s.SuccessorId) ? Became(s.SuccessorId, successions, passed) : [s]);

    /// <summary>Where something may be other: nothing else is looked at closely.</summary>
    private HashSet<Guid> Touched()
    {
        var touched = new HashSet<Guid>(_diff.Created.Select(u => u.Id)
            .Concat(_diff.Renamed.Concat(_diff.Moved).Concat(_diff.KindChanged).Concat(_diff.AutonomyChanged).Select(u => u.Id))
            .Concat(_diff.Assigned.Concat(_diff.Allocated).Select(u => u.Id)).Concat(_successions.Select(s => s.PredecessorId)));
        if (_branch == Branch.Government)
            foreach (var line in _db.Timeline.Employments) Note(line.Primary.History.On(_before.Day), line.Primary.History.On(_after.Day), post => post.UnitId);
        else
            foreach (var line in _db.Timeline.Members) Note(line.History.On(_before.Day), line.History.On(_after.Day), membership => membership.CellId);
        return touched;

        void Note<TFacts>(TFacts? was, TFacts? now, Func<TFacts, Guid> place) where TFacts : class
        {
            if (ReferenceEquals(was, now) || Equals(was, now)) return;
            if (was is not null) touched.Add(place(was));
            if (now is not null) touched.Add(place(now));
        }
    }

    private UnitStand Stand(UnitOn unit, OrgSnapshot day)
    {
        var (quota, members) = (_db.ScopeFor(Permission.ViewQuota, day.Day), _db.ScopeFor(Permission.ViewPartyBasics, day.Day));
        var stand = new UnitStand(
            unit.Name, unit.Parent is { } parent ? new(parent.Id, parent.Code, parent.Name) : null, unit.Kind.Name, unit.Kind.NameEn, unit.Facts.Autonomy,
            _branch == Branch.Government ? unit.Head?.Person.FullName : null);
        if (_branch == Branch.Party) return members.IncludesCells(unit) ? stand with { Present = unit.Members.Count } : stand;
        return quota.Includes(unit.Id) ? stand with { Assigned = unit.Assigned?.Total, Allocated = unit.Allocated.Total, Present = unit.Present.Total } : stand;
    }

    /// <summary>A merger or division is told once, with all that took part in it; what else happened to a unit is told by itself.</summary>
    private IEnumerable<Happening> Events()
    {
        foreach (var joined in _successions.Where(IsJoining).GroupBy(s => (s.On, s.SuccessorId, s.Kind)))
            yield return new(joined.Key.On, joined.Key.Kind, InOrder(joined.Select(s => s.PredecessorId), joined.Key.On.AddDays(-1)), [Line(joined.Key.SuccessorId)], null, DecisionOf(joined));
        foreach (var split in _successions.Where(s => !IsJoining(s)).GroupBy(s => (s.On, s.PredecessorId, s.Kind)))
            yield return new(split.Key.On, split.Key.Kind, [Line(split.Key.PredecessorId)], InOrder(split.Select(s => s.SuccessorId), split.Key.On), null, DecisionOf(split));
        var (ended, begun) = (_successions.Select(s => (s.PredecessorId, s.On)).ToHashSet(), _successions.Select(s => (s.SuccessorId, s.On)).ToHashSet());
        foreach (var unit in _db.Timeline.Units.Where(u => u.Branch == _branch && HappenedBetween(u)))
            foreach (var happened in new UnitEvents(_db.Timeline, unit).OfUnit().Where(e => IsBetween(e.On) && !IsTold(unit.Id, e)))
                yield return new(happened.On, null, [unit], [], happened, happened.DecisionId);

        bool IsTold(Guid unit, UnitEvent happened) => happened.Kind switch
        {
            UnitEventKind.OrderChanged => true, // nobody's decision
            UnitEventKind.Ended => ended.Contains((unit, happened.On)),
            UnitEventKind.Founded => begun.Contains((unit, happened.On)),
            _ => false,
        };
    }

    private UnitLine[] InOrder(IEnumerable<Guid> units, DateOnly day) => [.. units.Select(Line).OrderBy(u => UnitNames.FactsNear(u, day).Order).ThenBy(u => u.Code, StringComparer.Ordinal)];

    private static bool IsJoining(SuccessionLine s) => s.Kind is SuccessionKind.Merge or SuccessionKind.Absorb;

    private static Guid? DecisionOf(IEnumerable<SuccessionLine> successions) => successions.Select(s => s.DecisionId).FirstOrDefault(d => d is not null);

    private bool HappenedBetween(UnitLine unit) =>
        unit.History.Any(span => IsBetween(span.From) || (!span.IsOpen && IsBetween(span.Until)));

    private bool IsBetween(DateOnly day) => _before.Day < day && day <= _after.Day;

    private IEnumerable<ComparedPerson> People()
    {
        var sees = _branch == Branch.Party ? Permission.ViewPartyBasics : Permission.ViewStaffWork;
        var (before, after) = (_db.ScopeFor(sees, _before.Day), _db.ScopeFor(sees, _after.Day));
        foreach (var moved in _branch == Branch.Party ? _diff.Members : _diff.People)
        {
            var (from, to) = (Seen(moved.From, _before, before, moved.PersonId), Seen(moved.To, _after, after, moved.PersonId));
            if (from is not null || to is not null) yield return new(new(moved.Code, moved.FullName), from, to);
        }
    }

    /// <summary>The place of somebody on a day, if the reader sees who stands there.</summary>
    private UnitRef? Seen(string? code, OrgSnapshot day, Scope scope, Guid person)
    {
        if (code is null || day.Unit(code) is not { } unit) return null;
        var reached = _branch == Branch.Party ? scope.IncludesPerson(person, day.UnitOf(person), unit.Id) : scope.IncludesPerson(person, unit.Id, null);
        return reached ? new(unit.Id, unit.Code, unit.Name) : null;
    }

    private bool Here(UnitOn unit) => unit.Branch == _branch;

    private UnitLine Line(Guid unit) => _db.Timeline.Units.Find(unit)!;

    private sealed record Happening(DateOnly On, SuccessionKind? Kind, UnitLine[] Units, UnitLine[] Into, UnitEvent? OfUnit, Guid? Decision);
}
