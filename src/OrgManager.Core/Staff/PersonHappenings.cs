using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>What kind of thing happened to a person, as the timeline can be narrowed to.</summary>
public enum PersonArea { Work, Salary, Party }

/// <summary>One thing that happened to a person, in post or in the party, or is known to happen.</summary>
public sealed record PersonHappening(DateOnly On, PersonArea Area, PersonEvent What, DecisionRef? Decision)
{
    internal Guid? DecisionId { get; init; }
}

/// <summary>State and party career of one person in one line, the newest first, each class of fields only where it is in reach.</summary>
internal sealed class PersonHappenings(OrgDbContext db, PersonLine person, IEnumerable<EmploymentLine> employments)
{
    public List<PersonHappening> Of(bool personal, bool partyFile)
    {
        var work = employments.SelectMany(e => new StaffChanges(db.Timeline, e).All()).Where(c => personal || c.OfPerson!.Kind != PersonEventKind.SalarySet);
        return [.. work.Concat(partyFile ? Party() : []).Select(Told).OrderByDescending(h => h.On).ThenBy(h => h.Area)];
    }

    private IEnumerable<Change> Party()
    {
        var reach = new ChangeReach(db);
        return db.Timeline.Members.By(LineKeys.MemberPerson)[person.Id].SelectMany(m => new MemberChanges(db.Timeline, m).All()).Where(reach.MaySee);
    }

    private static PersonHappening Told(Change change) => new(change.On, AreaOf(change), change.OfPerson!, null) { DecisionId = change.DecisionId };

    private static PersonArea AreaOf(Change change) => change switch
    {
        { Area: ChangeArea.Party } => PersonArea.Party,
        { OfPerson.Kind: PersonEventKind.SalarySet } => PersonArea.Salary,
        _ => PersonArea.Work,
    };
}
