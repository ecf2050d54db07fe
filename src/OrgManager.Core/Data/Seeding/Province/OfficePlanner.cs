using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Secretaries, deputies and committees of cells and of the committees above: whoever stands first in the government leads, until they leave.</summary>
internal sealed class OfficePlanner(DecisionBook decisions)
{
    private const int MembersForDeputy = 5, MembersForCommittee = 9;

    private static readonly (PartyPost Post, int Members)[] OfCell =
        [(PartyPost.Secretary, 1), (PartyPost.DeputySecretary, MembersForDeputy), (PartyPost.CommitteeMember, MembersForCommittee)];

    private static readonly (PartyPost Post, int Members)[] OfCommittee =
    [
        (PartyPost.Secretary, 1), (PartyPost.DeputySecretary, 3), (PartyPost.CommitteeMember, 5), (PartyPost.CommitteeMember, 7), (PartyPost.InspectionHead, 9), (PartyPost.InspectionMember, 12),
    ];

    /// <summary>An official member's time in one party unit, or in one of its offices.</summary>
    private readonly record struct Stay(PlannedMember Member, DateOnly From, DateOnly Until);

    public void Run(IReadOnlyList<PlannedMember> members, IReadOnlyList<PlannedUnit> committees)
    {
        var (inCells, inCommittees) = (new Dictionary<PlannedUnit, List<Stay>>(), new Dictionary<PlannedUnit, List<Stay>>());
        foreach (var member in members)
        {
            foreach (var stay in Stays(member, cell => cell.Unit)) Add(inCells, stay);
            foreach (var stay in Stays(member, cell => cell.Committee)) Add(inCommittees, stay);
            if (!member.Person.Career.Exists(s => s.Post is { Headship: not Headship.None, Unit.Kind: "Province" or "Department" })) continue;
            foreach (var stay in Stays(member, _ => committees[0])) Add(inCommittees, stay);
        }
        foreach (var (cell, stays) in inCells) Lead(cell, cell.Parent!, stays, OfCell);
        foreach (var (committee, stays) in inCommittees) Lead(committee, committee, stays, OfCommittee);
    }

    private static void Add(Dictionary<PlannedUnit, List<Stay>> stays, (PlannedUnit Unit, Stay Stay) one)
    {
        if (!stays.TryGetValue(one.Unit, out var of)) stays[one.Unit] = of = [];
        of.Add(one.Stay);
    }

    /// <summary>Since when and until when a member is in one party unit as an official member.</summary>
    private static IEnumerable<(PlannedUnit Unit, Stay Stay)> Stays(PlannedMember member, Func<PlannedCell, PlannedUnit> of)
    {
        if (member.Admission.OfficialOn is not { } official) yield break;
        for (var i = 0; i < member.Cells.Count;)
        {
            var (unit, from) = (of(member.Cells[i].Cell), member.Cells[i].From);
            while (++i < member.Cells.Count && of(member.Cells[i].Cell) == unit) { }
            var until = i < member.Cells.Count ? member.Cells[i].From : member.ExemptFrom ?? member.Until;
            if (from < official) from = official;
            if (from < until) yield return (unit, new(member, from, until));
        }
    }

    /// <param name="posts">Each with the fewest members for whom it is filled.</param>
    private void Lead(PlannedUnit unit, PlannedUnit committee, List<Stay> stays, (PartyPost Post, int Members)[] posts)
    {
        var held = new List<Stay>();
        foreach (var (post, fewest) in posts) Fill(unit, committee, stays, held, post, fewest);
    }

    private void Fill(PlannedUnit unit, PlannedUnit committee, List<Stay> stays, List<Stay> held, PartyPost post, int fewest)
    {
        for (var day = stays.Min(s => s.From); day <= ProvinceSize.LastDay;)
        {
            var there = stays.Where(s => s.From <= day && day < s.Until).ToList();
            var free = there.Where(s => !held.Exists(h => h.Member == s.Member && h.From <= day && day < h.Until)).ToList();
            if (there.Count < fewest || free.Count == 0)
            {
                if (stays.Where(s => s.From > day).Select(s => (DateOnly?)s.From).Min() is not { } next) return;
                day = next;
                continue;
            }
            var (chosen, until) = Best(free, held, day);
            held.Add(new(chosen.Member, day, until));
            var ends = until <= ProvinceSize.LastDay && until < chosen.Member.Until ? until : (DateOnly?)null;
            chosen.Member.Offices.Add(new(unit, new(post, unit.Kind == "Cell" && day == unit.From ? OfficeBasis.Appointed : OfficeBasis.Elected), day, ends, decisions.Party(committee, day)));
            day = until;
        }
    }

    private static (Stay, DateOnly Until) Best(List<Stay> free, List<Stay> held, DateOnly day)
    {
        var best = free.MinBy(s => (Rank(s.Member.Person.PostOn(day)), s.Member.Admission.AdmittedOn, s.Member.Person.Index));
        var until = held.Where(h => h.Member == best.Member && h.From > day).Select(h => h.From).Append(best.Until).Min();
        return (best, until);
    }

    private static int Rank(PostStretch post) => (post.Headship switch { Headship.Head => 0, Headship.Deputy => 1, _ => 8 }) + (post.Unit.Kind switch { "Province" => 0, "Department" => 2, _ => 4 });
}
