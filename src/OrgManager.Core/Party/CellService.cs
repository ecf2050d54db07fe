using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>The cells of the committee on a day.</summary>
public sealed class CellService(Database database, ReadLog log)
{
    private const int FewestOfficial = 3, OfficialForCommittee = 9; // Điều lệ Đảng 2011 and Quy định 294-QĐ/TW; versioned data once cells have rules of their own

    /// <summary>The cells in reach in protocol order, with members and offices as far as the reader may see them.</summary>
    [UseCase(Permission.ViewPartyBasics, IsList = true)]
    public Task<CellList> ListAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (basics, record) = (db.DemandScope(Permission.ViewPartyBasics, on), db.ScopeFor(Permission.ViewPartyRecord, on));
            var snapshot = db.Timeline.On(on);
            var cells = snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && basics.IncludesCell(snapshot, u)).ToList();
            await log.WriteAsync(db.Actor, "Cells", FieldClass.Party,
                cells.Where(c => record.Includes(c.Id)).SelectMany(c => c.Offices).Select(o => o.Person).Where(p => p.Id != db.Actor.PersonId).Select(p => p.Code).Distinct(), ct);
            return new CellList(on, [.. cells.Select(c => Row(snapshot, c, record.Includes(c.Id)))]);
        }, ct);

    private static CellRow Row(OrgSnapshot snapshot, UnitOn cell, bool seesRecord)
    {
        var committee = cell.Offices.Where(o => o.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary or PartyPost.CommitteeMember).ToList();
        var covers = Covers(snapshot, cell.Id);
        return new()
        {
            Id = cell.Id, Code = cell.Code, Name = cell.Name,
            Official = cell.Official, Probationary = cell.Probationary,
            Exempt = seesRecord ? cell.Members.Count(m => m.Facts.Participation == Participation.Exempt) : null,
            Secretary = seesRecord ? committee.Find(o => o.Facts.Post == PartyPost.Secretary)?.Person.FullName : null,
            Committee = seesRecord ? committee.Count : null,
            Covers = covers,
            Findings = [.. Findings(cell, seesRecord ? committee : null, covers)],
        };
    }

    private static IEnumerable<CellFinding> Findings(UnitOn cell, List<OfficeOn>? committee, List<string> covers)
    {
        if (cell.Official < FewestOfficial) yield return CellFinding.UnderThreeOfficial;
        if (committee is not null && cell.Official >= OfficialForCommittee && !committee.Exists(o => o.Facts.Post == PartyPost.CommitteeMember)) yield return CellFinding.NineWithoutCommittee;
        if (committee?.Exists(o => o.Facts.Post == PartyPost.Secretary) == false) yield return CellFinding.NoSecretary;
        if (covers.Count == 0) yield return CellFinding.CoversNobody;
    }

    private static List<string> Covers(OrgSnapshot snapshot, Guid cellId)
    {
        var served = snapshot.Timeline.Coverages.Where(c => c.History.On(snapshot.Day)?.CellId == cellId).ToList();
        var units = OrgSnapshot.InOrder(served.Select(c => c.UnitId).OfType<Guid>().Select(snapshot.Unit).OfType<UnitOn>()).Select(u => u.Name);
        var people = served.Select(c => c.PersonId).OfType<Guid>().Select(snapshot.Timeline.People.Find).OfType<PersonLine>().Select(p => p.FullName);
        return [.. units, .. people];
    }
}
