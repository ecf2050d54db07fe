using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>What asks for attention among cells and their members on a day, as far as a reader may see it.</summary>
/// <param name="record">Where the reader may see offices and single members.</param>
internal sealed class PartyFindings(OrgSnapshot snapshot, Scope record)
{
    private readonly CoverageOn _coverage = new(snapshot);

    public IEnumerable<PartyFinding> Of(IReadOnlyList<UnitOn> cells) =>
        cells.SelectMany(OfCell).Concat(OfUnits(cells)).Concat(cells.Where(c => record.Includes(c.Id)).SelectMany(c => c.Members.SelectMany(m => OfMember(c, m)))).OrderBy(f => f.Kind);

    /// <summary>Those about the cell itself.</summary>
    public IEnumerable<PartyFinding> OfCell(UnitOn cell)
    {
        PartyFinding Found(CellFinding kind) => new(kind, Ref(cell)) { Count = cell.Official };
        var sees = record.Includes(cell.Id);
        if (cell.Official < Least(CellMatter.FewestOfficial)) yield return Found(CellFinding.UnderThreeOfficial);
        if (sees && cell.Official >= Least(CellMatter.OfficialForCommittee) && !Has(cell, PartyPost.CommitteeMember)) yield return Found(CellFinding.NineWithoutCommittee);
        if (sees && !Has(cell, PartyPost.Secretary)) yield return Found(CellFinding.NoSecretary);
        if (!_coverage.Serves(cell.Id)) yield return Found(CellFinding.CoversNobody);
    }

    /// <summary>Units with members whom no cell serves, neither there nor above nor by name; told once per unit.</summary>
    private IEnumerable<PartyFinding> OfUnits(IEnumerable<UnitOn> cells)
    {
        var stranded = cells.SelectMany(c => c.Members).Select(m => snapshot.Post(m.Person.Id)).OfType<PostHolder>()
            .Where(p => p.Unit is not null && !_coverage.IsNamed(p.Person.Id) && !_coverage.CellsOf(p.Unit).Any()).GroupBy(p => p.Unit!);
        return stranded.Select(g => new PartyFinding(CellFinding.UnitWithoutCell, null) { Unit = Ref(g.Key), Count = g.Count() });
    }

    private IEnumerable<PartyFinding> OfMember(UnitOn cell, MemberOn member)
    {
        PartyFinding Found(CellFinding kind, DateOnly? on = null, UnitOn? unit = null) =>
            new(kind, Ref(cell)) { Person = new(member.Person.Code, member.Person.FullName), On = on, Unit = unit is null ? null : Ref(unit), Count = 1 };
        var post = snapshot.Post(member.Person.Id);
        if (post is null && LastDayAtWork(member.Person.Id) is { } last) yield return Found(CellFinding.MemberLeftWork, last.AddDays(1));
        if (post is not null && _coverage.CellsOf(post.Person, post.Unit).ToList() is { Count: > 0 } serving && !serving.Contains(cell.Id)) yield return Found(CellFinding.MemberElsewhere, unit: post.Unit);
        if (member.Facts.Standing == Standing.Official) yield break;
        var ends = member.Line.Admission.ProbationEnds;
        if (ends < snapshot.Day) yield return Found(CellFinding.ProbationOverdue, ends);
        else if (ends <= snapshot.Day.AddDays(CellRules.ProbationNoticeDays)) yield return Found(CellFinding.ProbationEnds, ends);
    }

    private DateOnly? LastDayAtWork(Guid personId) => snapshot.Timeline.Employments.By(LineKeys.EmploymentPerson)[personId]
        .Where(e => e.Primary.History.Until <= snapshot.Day).Select(e => (DateOnly?)e.Primary.History.Until.AddDays(-1)).Max();

    private int Least(CellMatter matter) => CellRules.Of(matter, snapshot.Day).Value;

    private static bool Has(UnitOn cell, PartyPost post) => cell.Offices.Any(o => o.Facts.Post == post);

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
