using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>One subject on the list of a year.</summary>
/// <param name="Unit">The cell, of staff the unit; of the committee's own collective the committee.</param>
internal sealed record RollLine(UnitOn Unit, PersonLine? Person, ReviewSubject Subject, RollEntry Entry, string? Reason, bool DecidedAbove);

/// <summary>One committee's list.</summary>
internal sealed record CommitteeRoll(UnitOn Committee, IReadOnlyList<RollLine> Lines);

/// <summary>Draws up who is reviewed in a year, from the organisation of one day and the rules.</summary>
internal sealed class CyclePlanner(OrgSnapshot on, RuleSetFacts rules, bool collectives)
{
    private const string Grassroots = "GrassrootsCommittee"; // the level where the cap of members binds (HD 21-HD/BTCTW 2019)
    private const int LeastOfCommittee = 3; // a chi ủy: secretary, deputy and at least one more

    /// <summary>Committees in protocol order: the one named, or every grassroots committee below it, each with the cells that stand under it alone.</summary>
    public IEnumerable<CommitteeRoll> Of(Guid committeeId) =>
        on.Unit(committeeId) is not { } top ? [] : Keepers(top).Select(k => new CommitteeRoll(k.Committee, [.. k.Cells.SelectMany(cell => Lines(cell, k.Committee)), .. Own(k.Committee)])).Where(p => p.Lines.Any(l => l.Person is not null));

    /// <summary>Whether a year can be opened at this unit: cells stand below it.</summary>
    public static bool Keeps(UnitOn unit) => !unit.Kind.Cell && unit.Children.Any(c => c.Kind.Cell || Keeps(c));

    private static IEnumerable<(UnitOn Committee, List<UnitOn> Cells)> Keepers(UnitOn top)
    {
        var (own, below) = (new List<UnitOn>(), new List<UnitOn>());
        Walk(top, own, below);
        if (own.Count > 0) yield return (top, own);
        foreach (var keeper in below.SelectMany(Keepers)) yield return keeper;
    }

    private static void Walk(UnitOn unit, List<UnitOn> cells, List<UnitOn> committees)
    {
        foreach (var child in unit.Children)
            if (child.Kind.Code == Grassroots) committees.Add(child);
            else
            {
                if (child.Kind.Cell) cells.Add(child);
                Walk(child, cells, committees);
            }
    }

    private IEnumerable<RollLine> Lines(UnitOn cell, UnitOn committee)
    {
        yield return Line(cell, null, ReviewSubject.Cell, new(FoundedOn: cell.Line.History.From), false);
        if (collectives && cell.Offices.Where(o => o.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary or PartyPost.CommitteeMember).Select(o => o.Person.Id).Distinct().Count() >= LeastOfCommittee)
            yield return Line(cell, null, ReviewSubject.Collective, new(FoundedOn: cell.Line.History.From), true); // the level above the cell grades who leads it
        foreach (var member in cell.Members)
            yield return Line(cell, member, ReviewSubject.Member, new(member.Facts.Participation == Participation.Exempt, member.Facts.Participation == Participation.Suspended, member.Line.AdmittedOn), LeadsTheWhole(member, committee));
    }

    private IEnumerable<RollLine> Own(UnitOn committee) => collectives ? [Line(committee, null, ReviewSubject.Collective, new(FoundedOn: committee.Line.History.From), true)] : [];

    private RollLine Line(UnitOn unit, MemberOn? member, ReviewSubject subject, RollFacts facts, bool above)
    {
        var (entry, reason) = ReviewRoll.Of(rules, facts, on.Day);
        return new(unit, member?.Person, subject, entry, reason, above);
    }

    /// <summary>The head of the whole, the committee's secretary, and the deputies of both are graded by the level that manages them.</summary>
    private bool LeadsTheWhole(MemberOn member, UnitOn committee) => on.Post(member.Person.Id) is { Facts.Headship: Headship.Head or Headship.Deputy, Unit.Parent: null }
        || member.Offices.Any(o => o.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary && StandsUnder(committee, o.UnitId));

    private static bool StandsUnder(UnitOn? unit, Guid above) => unit is not null && (unit.Id == above || StandsUnder(unit.Parent, above));
}
