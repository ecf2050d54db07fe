using OrgManager.Establishment;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Who joins the party when, and in which of the cells that serve the unit: always the one with the fewest members.</summary>
internal sealed class MemberPlanner(ProvinceSize size, CellPlanner party, DecisionBook decisions)
{
    private enum Turn { Leave, Move, Join }

    private readonly record struct Event(DateOnly On, Turn Turn, int Person);

    private const int FewestYearsHere = 1, ExemptFromAge = 57;

    private readonly Dictionary<PlannedUnit, List<PlannedCoverage>> _served = [];

    public List<PlannedMember> Run(IReadOnlyList<PlannedPerson> people)
    {
        foreach (var coverage in party.Coverages)
        {
            if (!_served.TryGetValue(coverage.Unit, out var of)) _served[coverage.Unit] = of = [];
            of.Add(coverage);
        }
        var members = new PlannedMember?[people.Count];
        foreach (var person in people) members[person.Index] = Admit(person);
        foreach (var e in members.OfType<PlannedMember>().SelectMany(Events).OrderBy(e => e.On).ThenBy(e => e.Turn).ThenBy(e => e.Person)) Happen(e, members[e.Person]!);
        return [.. members.OfType<PlannedMember>()];
    }

    private PlannedMember? Admit(PlannedPerson person)
    {
        var dice = new Dice(size.Seed, "member", person.Index);
        var post = person.Career[0].Post;
        var leads = person.Career.Exists(s => s.Post.Headship != Headship.None);
        if (!dice.Chance(leads ? 0.97 : post.Category == QuotaCategory.SupportContract ? 0.25 : 0.64)) return null;
        var admitted = person.Facts.Born.AddMonths(12 * 22 + dice.Between(0, leads ? 72 : 120)).AddDays(dice.Between(0, 27));
        if (admitted > person.From.AddYears(-1) && admitted < person.From.AddYears(FewestYearsHere)) admitted = person.From.AddYears(FewestYearsHere).AddDays(dice.Between(0, 500));
        var ceremony = admitted.AddDays(dice.Between(7, 28));
        var from = ceremony < person.From ? person.From : ceremony;
        if (from >= person.Until || from > ProvinceSize.LastDay) return null;
        DateOnly? official = ceremony.AddMonths(12).AddDays(dice.Between(0, 40));
        if (official >= person.Until || official > ProvinceSize.LastDay) official = null;
        var member = new PlannedMember(person, new(admitted, ceremony, official), from);
        Exempt(member, dice);
        return member;
    }

    /// <summary>Miễn sinh hoạt: some of the older ones ask for it.</summary>
    private static void Exempt(PlannedMember member, Dice dice)
    {
        var on = member.Person.Facts.Born.AddYears(ExemptFromAge).AddMonths(dice.Between(0, 12));
        if (dice.Chance(0.15) && on > member.From && member.IsOfficial(on) && on < member.Until && on <= ProvinceSize.LastDay) member.ExemptFrom = on;
    }

    private static IEnumerable<Event> Events(PlannedMember member)
    {
        yield return new(member.From, Turn.Join, member.Person.Index);
        foreach (var step in member.Person.Career.Where(s => s.From > member.From)) yield return new(step.From, Turn.Move, member.Person.Index);
        if (member.Until < DateOnly.MaxValue) yield return new(member.Until, Turn.Leave, member.Person.Index);
    }

    private void Happen(Event e, PlannedMember member)
    {
        var now = e.Turn == Turn.Join ? null : member.Cells[^1].Cell;
        if (e.Turn == Turn.Leave)
        {
            now!.Members--;
            member.LeavesBy = decisions.Party(now.Committee, e.On);
            return;
        }
        var serving = _served[member.Person.PostOn(e.On).Unit].Where(c => c.From <= e.On && e.On < c.Until).Select(c => c.Cell);
        if (now is not null && serving.Contains(now)) return;
        var next = serving.MinBy(c => c.Members)!;
        if (now is not null) now.Members--;
        next.Members++;
        member.Cells.Add(new(e.On, next, decisions.Party(next.Committee, e.On)));
        if (member.Admission.OfficialOn >= e.On) member.OfficialBy = decisions.Party(next.Committee, member.Admission.OfficialOn.Value);
        if (member.ExemptFrom >= e.On) member.ExemptBy = decisions.Party(next.Committee, member.ExemptFrom.Value);
    }
}
