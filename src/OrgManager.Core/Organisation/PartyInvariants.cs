namespace OrgManager.Organisation;

/// <summary>One cell on any day; cells and committees are party units that are there.</summary>
internal static class PartyInvariants
{
    public static IEnumerable<Violation> Of(OrgTimeline t, MemberLine member)
    {
        foreach (var span in member.History)
        {
            foreach (var broken in Invariants.StandsIn(t, span.Facts.CellId, span.From, span.Until, Branch.Party)) yield return broken;
            if (t.Units.Find(span.Facts.CellId)?.History.On(span.From) is { } cell && !t.Kind(cell.Kind).Cell)
                yield return new("PartyMember.NotACell", cell.Name);
        }
        foreach (var office in member.Offices)
        {
            foreach (var broken in Invariants.StandsIn(t, office.UnitId, office.History.From, office.History.Until, Branch.Party)) yield return broken;
            if (office.History.From < member.History.From || office.History.Until > member.History.Until)
                yield return new("PartyMember.NotThere", office.History.From);
        }
        foreach (var other in t.Members)
            if (other.PersonId == member.PersonId && other.Id != member.Id && Invariants.Overlap(other.History, member.History))
                yield return new("PartyMember.TwoAtOnce", t.People.Find(member.PersonId)?.FullName);
    }

    public static IEnumerable<Violation> Of(OrgTimeline t, CoverageLine coverage)
    {
        if (coverage.UnitId is { } unitId)
            foreach (var broken in Invariants.StandsIn(t, unitId, coverage.History.From, coverage.History.Until, Branch.Government)) yield return broken;
        foreach (var span in coverage.History)
            foreach (var broken in Invariants.StandsIn(t, span.Facts.CellId, span.From, span.Until, Branch.Party)) yield return broken;
        foreach (var other in t.Coverages)
            if (other.Id != coverage.Id && other.UnitId == coverage.UnitId && other.PersonId == coverage.PersonId
                && other.History.Any(a => coverage.History.Any(b => a.Facts.CellId == b.Facts.CellId && a.From < b.Until && b.From < a.Until)))
                yield return new("Coverage.Twice", t.Units.Find(coverage.History[0].Facts.CellId)?.Code);
    }
}
