using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>The party file of one person as one reader may see it, on the day asked for or the nearest day of the membership.</summary>
internal sealed class MemberCardView
{
    private readonly OrgDbContext _db;
    private readonly PersonLine _person;
    private readonly List<MemberLine> _files;
    private readonly NearMembership _near;
    private readonly MemberPeriods _periods;
    private readonly DateOnly _on;

    private MemberCardView(OrgDbContext db, PersonLine person, NearMembership near, DateOnly on)
    {
        (_db, _person, _near, _on) = (db, person, near, on);
        _files = db.Timeline.FilesOf(person.Id);
        _periods = new(db.Timeline, _files);
    }

    public IEnumerable<Guid?> DecisionIds => _periods.DecisionIds;

    public Guid PersonId => _person.Id;

    public bool IsOwn => _person.Id == _db.Actor.PersonId;

    /// <summary>Null where there is no such file, or it is out of reach: the two are not told apart.</summary>
    public static MemberCardView? Find(OrgDbContext db, string code, DateOnly on)
    {
        if (db.Timeline.PersonByCode(code) is not { } person || db.Timeline.MembershipNear(person.Id, on) is not { } near) return null;
        var view = new MemberCardView(db, person, near, on);
        return view.May(Permission.ViewPartyRecord) ? view : null;
    }

    public MemberCard Card(Dictionary<Guid, DecisionRef> decisions, IReadOnlyList<HonourRow> honours)
    {
        var (file, snapshot, facts) = (_near.Line, _db.Timeline.On(_near.On), _near.Line.History.On(_near.On)!);
        return new()
        {
            PersonId = _person.Id, Code = _person.Code, FullName = _person.FullName,
            IsMember = _near.On == _on, StartsOn = file.History.From, EndsOn = file.History[^1].IsOpen ? null : file.History.Until, EndReason = file.EndReason,
            Admission = file.Admission, Facts = facts, Cell = UnitNames.Ref(_db.Timeline.Units.Find(facts.CellId)!, _near.On),
            InCellSince = file.History.SetBy((int)MembershipFields.Cell, _near.On)!.From,
            Offices = snapshot.Member(_person.Id) is { } member ? [.. snapshot.Offices(member, facts.CellId)] : [],
            Work = snapshot.Work(_person.Id),
            Periods = [.. _periods.Told(decisions)], Apart = MemberPeriods.Apart(_files), Honours = honours, Age = PartyAge.Of(_db.Timeline, _person.Id, _on)!,
            MaySeeStaff = snapshot.Post(_person.Id) is { Facts.UnitId: var unitId } && _db.ScopeFor(Permission.ViewStaffWork, _near.On).IncludesPerson(_person.Id, unitId, null),
            MayChange = May(Permission.ChangePartyRecord), MayCorrect = May(Permission.CorrectHistory),
            MaySeeDiscipline = RecordReach.Reaches(_db, _near, Permission.ViewDiscipline), MaySeeGrades = RecordReach.Reaches(_db, _near, Permission.ViewReviews),
        };
    }

    private bool May(Permission permission) => _db.ScopeFor(permission, _near.On).IncludesPerson(_person.Id, null, _near.CellId);
}
