namespace OrgManager.Organisation;

/// <summary>One cell on any day; cells and committees are party units that are there.</summary>
internal static class PartyInvariants
{
    public static IEnumerable<Violation> Of(OrgTimeline t, MemberLine member)
    {
        foreach (var span in member.History)
        {
            foreach (var broken in Invariants.StandsIn(t, span.Facts.CellId, span.From, span.Until, Branch.Party)) yield return broken;
            if (t.Units.Find(span.Facts.CellId)?.History.FirstOrDefault(s => s.From < span.Until && span.From < s.Until && !t.Kind(s.Facts.Kind).Cell) is { } other)
                yield return new("PartyMember.NotACell", other.Facts.Name);
        }
        foreach (var office in member.Offices)
        {
            foreach (var broken in Invariants.StandsIn(t, office.UnitId, office.History.From, office.History.Until, Branch.Party)) yield return broken;
            if (office.History.From < member.History.From || office.History.Until > member.History.Until)
                yield return new("PartyMember.NotThere", office.History.From);
        }
        foreach (var twin in t.Members.By(LineKeys.MemberPerson)[member.PersonId])
            if (twin.Id != member.Id && Invariants.Overlap(twin.History, member.History))
                yield return new("PartyMember.TwoAtOnce", t.People.Find(member.PersonId)?.FullName);
    }

    public static IEnumerable<Violation> Of(OrgTimeline t, CoverageLine coverage)
    {
        if (coverage.UnitId is { } unitId)
            foreach (var broken in Invariants.StandsIn(t, unitId, coverage.History.From, coverage.History.Until, Branch.Government)) yield return broken;
        foreach (var span in coverage.History)
            foreach (var broken in Invariants.StandsIn(t, span.Facts.CellId, span.From, span.Until, Branch.Party)) yield return broken;
        foreach (var other in LineKeys.Served(coverage).SelectMany(served => t.Coverages.By(LineKeys.Served)[served]))
            if (other.Id != coverage.Id && other.UnitId == coverage.UnitId && other.PersonId == coverage.PersonId
                && other.History.Any(a => coverage.History.Any(b => a.Facts.CellId == b.Facts.CellId && a.From < b.Until && b.From < a.Until)))
                yield return new("Coverage.Twice", t.Units.Find(coverage.History[0].Facts.CellId)?.Code);
    }
}
