using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>The cells of a day as one reader may see them, with the committees above and what asks for attention.</summary>
internal sealed class CellListView
{
    private readonly OrgSnapshot _snapshot;
    private readonly Scope _record;
    private readonly bool _mayChange;
    private readonly List<UnitOn> _cells, _committees;
    private readonly PartyFindings _findings;
    private readonly List<PartyFinding> _found;

    public CellListView(OrgDbContext db, Scope basics, Scope? narrowed, DateOnly on)
    {
        (_snapshot, _record) = (db.Timeline.On(on), db.ScopeFor(Permission.ViewPartyRecord, on));
        var party = _snapshot.Tree(Branch.Party).ToList();
        _cells = [.. party.Where(u => u.Kind.Cell && basics.IncludesCell(u) && narrowed?.IncludesCell(u) != false)];
        _committees = [.. party.Where(u => !u.Kind.Cell && u.Offices.Count > 0 && _record.Includes(u.Id))];
        var changes = db.ScopeFor(Permission.ChangePartyRecord, on);
        _mayChange = _cells.Exists(c => changes.Includes(c.Id));
        _findings = new(_snapshot, _record);
        _found = [.. _findings.Of(_cells)];
    }

    public IEnumerable<Guid?> DecisionIds => _committees.SelectMany(c => c.Offices).Select(o => o.DecisionId());

    /// <summary>Cells and committees whose record is told.</summary>
    public List<Guid> Recorded => [.. _cells.Where(c => _record.Includes(c.Id)).Concat(_committees).Select(u => u.Id)];

    /// <summary>Staff numbers of all whose office or standing is told.</summary>
    public IEnumerable<string> Told => _cells.Where(c => _record.Includes(c.Id)).Concat(_committees).SelectMany(c => c.Offices).Select(o => o.Person.Code)
        .Concat(_found.Select(f => f.Person?.Code).OfType<string>()).Distinct();

    public CellList List(Dictionary<Guid, DecisionRef> decisions, CellLife life) => new(_snapshot.Day, [.. _cells.Select(c => Row(c, life))])
    {
        Committees = [.. _committees.Select(c => new CommitteeOfficers(new(c.Id, c.Code, c.Name), [.. c.Offices.InOrder().Select(o => Holder(o, decisions))]) { Term = life.Papers.Term(c), Regulation = life.Papers.Regulation(c.Id) })],
        Findings = _found,
        MayChange = _mayChange,
    };

    private static OfficeHolder Holder(OfficeOn office, Dictionary<Guid, DecisionRef> decisions) =>
        new(office.Person.Id, new(office.Person.Code, office.Person.FullName), office.Facts, office.Span.From, office.DecisionId() is { } id ? decisions.GetValueOrDefault(id) : null);

    private CellRow Row(UnitOn cell, CellLife life)
    {
        var sees = _record.Includes(cell.Id);
        var committee = cell.Offices.Where(o => o.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary or PartyPost.CommitteeMember).ToList();
        var secretary = sees ? committee.Find(o => o.Facts.Post == PartyPost.Secretary)?.Person : null;
        return new()
        {
            Id = cell.Id, Code = cell.Code, Name = cell.Name,
            Official = cell.Official, Probationary = cell.Probationary,
            Exempt = sees ? cell.Members.Count(m => m.Facts.Participation == Participation.Exempt) : null,
            Secretary = secretary?.FullName, SecretaryCode = secretary?.Code,
            Committee = sees ? committee.Count : null,
            Covers = [.. CoveredUnits(cell.Id), .. sees ? CoveredPeople(cell.Id) : []], CoversUnnamed = sees ? 0 : CoveredPeople(cell.Id).Count,
            Findings = [.. _findings.OfCell(cell).Select(f => f.Kind)],
            LastMeeting = life.LastMeeting(cell.Id), Term = life.Papers.Term(cell), Regulation = life.Papers.Regulation(cell.Id),
        };
    }

    private List<string> CoveredUnits(Guid cellId) =>
        [.. OrgSnapshot.InOrder(Served(cellId).Select(c => c.UnitId).OfType<Guid>().Select(_snapshot.Unit).OfType<UnitOn>()).Select(u => u.Name)];

    private List<string> CoveredPeople(Guid cellId) => [.. Served(cellId).Select(c => c.PersonId).OfType<Guid>().Select(_snapshot.Timeline.People.Find).OfType<PersonLine>().Select(p => p.FullName)];

    private IEnumerable<CoverageLine> Served(Guid cellId) => _snapshot.Timeline.Coverages.By(LineKeys.CoverageUnits)[cellId].Where(c => c.History.On(_snapshot.Day)?.CellId == cellId);
}
