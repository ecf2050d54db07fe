using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>One cell as one reader may see it, on the day asked for or on the nearest day of its life.</summary>
internal sealed class CellCardView
{
    private const int Unranked = 100, OfCommittee = 10;

    private readonly OrgDbContext _db;
    private readonly UnitLine _line;
    private readonly DateOnly _on;
    private readonly OrgSnapshot _snapshot;
    private readonly UnitOn _cell;
    private readonly Scope _record;
    private readonly List<UnitEvent> _events;
    private readonly List<(CoverageLine Line, Common.DatedSpan<CoverageFacts> Span)> _served;

    public CellCardView(OrgDbContext db, UnitLine line, DateOnly on)
    {
        (_db, _line, _on) = (db, line, on);
        var (first, last) = (line.History.From, line.History.Until.AddDays(-1));
        Day = on < first ? first : on > last ? last : on;
        _snapshot = db.Timeline.On(Day);
        _cell = _snapshot.Unit(line.Id)!;
        _record = db.ScopeFor(Permission.ViewPartyRecord, Day);
        _events = [.. Seen().OrderByDescending(e => e.On).ThenBy(e => e.Area).ThenBy(e => e.Kind)];
        _served = [.. db.Timeline.Coverages.By(LineKeys.CoverageUnits)[line.Id].Select(c => (Line: c, Span: c.History.SpanOn(Day)!)).Where(c => c.Span?.Facts.CellId == line.Id)];
    }

    public DateOnly Day { get; }
    public bool IsCell => _cell.Kind.Cell;

    public IEnumerable<Guid?> DecisionIds => _events.Select(e => e.DecisionId).Concat(_cell.Offices.Select(o => o.DecisionId())).Concat(_served.Select(s => s.Span.DecisionFor(1)));

    /// <summary>Staff numbers of all whose party record is told.</summary>
    public IEnumerable<string> Told => !SeesRecord ? [] : _cell.Members.Select(m => m.Person.Code).Concat(_cell.Offices.Select(o => o.Person.Code))
        .Concat(_events.SelectMany(e => e.People.Concat(e.Offices.Select(o => o.Person))).Select(p => p.Code)).Distinct();

    private bool SeesRecord => _record.Includes(_cell.Id);

    public bool Reaches(Scope basics) => basics.IncludesCell(_cell);

    public CellCard Card(Dictionary<Guid, DecisionRef> decisions)
    {
        DecisionRef? Decision(Guid? id) => id is { } known ? decisions.GetValueOrDefault(known) : null;
        return new()
        {
            Id = _cell.Id, Code = _cell.Code, Name = _cell.Name, IsThere = Day == _on,
            StartsOn = _line.History.From, EndsOn = _line.History[^1].IsOpen ? null : _line.History.Until,
            Above = [.. Above().Reverse()], Members = new(_cell.Official, _cell.Probationary),
            Served = [.. _served.OrderBy(s => s.Line.UnitId is null).ThenBy(s => UnitOf(s.Line)?.Facts.Order).ThenBy(s => UnitOf(s.Line)?.Code, StringComparer.Ordinal).Select(s => Served(s.Line, s.Span, Decision(s.Span.DecisionFor(1))))],
            Findings = [.. new PartyFindings(_snapshot, _record).Of([_cell])],
            Officers = SeesRecord ? [.. _cell.Offices.InOrder().Select(o => new OfficeHolder(o.Person.Id, new(o.Person.Code, o.Person.FullName), o.Facts, o.Span.From, Decision(o.DecisionId())))] : null,
            People = SeesRecord ? [.. _cell.Members.OrderBy(Rank).ThenBy(m => m.Person.SortKey, StringComparer.Ordinal).Select(Member)] : null,
            Events = [.. _events.Select(e => e with { Decision = Decision(e.DecisionId) })],
            MayChange = _db.ScopeFor(Permission.ChangePartyRecord, Day).Includes(_cell.Id), MayCorrect = _db.ScopeFor(Permission.CorrectHistory, Day).Includes(_cell.Id),
        };
    }

    private IEnumerable<UnitEvent> Seen()
    {
        var (unit, cell) = (new UnitEvents(_db.Timeline, _line), new CellEvents(_db.Timeline, _line));
        return SeesRecord ? [.. unit.OfUnit(), .. cell.OfMembers(), .. cell.OfOffices(), .. cell.OfCoverage()] : unit.OfUnit();
    }

    private IEnumerable<UnitRef> Above()
    {
        for (var above = _cell.Parent; above is not null; above = above.Parent) yield return new(above.Id, above.Code, above.Name);
    }

    private UnitOn? UnitOf(CoverageLine line) => line.UnitId is { } id ? _snapshot.Unit(id) : null;

    private CellServed Served(CoverageLine line, Common.DatedSpan<CoverageFacts> span, DecisionRef? decision)
    {
        var (unit, person) = (UnitOf(line), SeesRecord && line.PersonId is { } id ? _db.Timeline.People.Find(id) : null);
        return new(line.Id, span.VersionId, unit is null ? null : new(unit.Id, unit.Code, unit.Name), person is null ? null : new(person.Code, person.FullName),
            line.UnitId ?? line.PersonId.GetValueOrDefault(), span.From, span.IsOpen ? null : span.Until, decision);
    }

    /// <summary>Officers of the cell as protocol has them, then those of the committee above, then everybody else.</summary>
    private int Rank(MemberOn member) =>
        member.Offices.Select(o => (o.UnitId == _cell.Id ? 0 : OfCommittee) + (int)o.Facts.Post).DefaultIfEmpty(Unranked).Min();

    private CellMember Member(MemberOn member) => new()
    {
        PersonId = member.Person.Id, Code = member.Person.Code, FullName = member.Person.FullName,
        Standing = member.Facts.Standing, Participation = member.Facts.Participation, Admission = member.Line.Admission,
        Offices = [.. _snapshot.Offices(member, _cell.Id)], Work = _snapshot.Work(member.Person.Id),
    };
}
