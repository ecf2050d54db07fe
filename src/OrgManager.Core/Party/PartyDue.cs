using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Party;

public enum PartyDueKind { Probation, Badge }

/// <summary>What falls due for one member: the end of probation (also one already past), or a badge on the day it is given.</summary>
/// <param name="Years">Of the badge, else null.</param>
public sealed record PartyDue(PartyDueKind Kind, DateOnly On, PersonRef Person, UnitRef Cell, int? Years);

/// <summary>Finds what falls due among the members whose record the reader may see.</summary>
internal static class PartyDues
{
    public static IEnumerable<PartyDue> Of(OrgSnapshot snapshot, Scope record, DateOnly until)
    {
        foreach (var cell in snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && record.Includes(u.Id)))
            foreach (var member in cell.Members)
                foreach (var (kind, on, years) in Of(snapshot, member, until))
                    yield return new(kind, on, new(member.Person.Code, member.Person.FullName), new(cell.Id, cell.Code, cell.Name), years);
    }

    private static IEnumerable<(PartyDueKind, DateOnly, int?)> Of(OrgSnapshot snapshot, MemberOn member, DateOnly until)
    {
        var ends = member.Line.Admission.ProbationEnds;
        if (member.Facts.Standing == Standing.Probationary && ends < until) yield return (PartyDueKind.Probation, ends, null);
        var (from, daysOut) = MemberCardView.CountedFrom([.. snapshot.Timeline.FilesOf(member.Person.Id).TakeWhile(f => f.History.From <= snapshot.Day)]);
        foreach (var badge in PartyBadges.Of(from, daysOut, snapshot.Day).Where(b => b.GivenOn > snapshot.Day && b.GivenOn < until)) yield return (PartyDueKind.Badge, badge.GivenOn, badge.Years);
    }
}
