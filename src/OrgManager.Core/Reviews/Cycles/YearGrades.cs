using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Reviews;

/// <summary>How what stands beside somebody's review is graded in the same year: the collectives that they head, and themselves at work.</summary>
internal sealed class YearGrades
{
    private readonly OrgSnapshot _day;
    private readonly RuleSetFacts _rules;
    private readonly bool _ofStaff;
    private readonly Dictionary<Guid, string> _collectives, _atWork;

    private YearGrades(OrgSnapshot day, RuleSetFacts rules, bool ofStaff, Dictionary<Guid, string> collectives, Dictionary<Guid, string> atWork) =>
        (_day, _rules, _ofStaff, _collectives, _atWork) = (day, rules, ofStaff, collectives, atWork);

    /// <summary>With two queries, however many people are asked for.</summary>
    public static async Task<YearGrades> ReadAsync(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var (day, ofStaff) = (db.Timeline.On(ReviewCycle.LastDay(cycle.Year, db.Today)), cycle.Subject == ReviewSubject.Staff);
        var headed = people.SelectMany(p => Headed(day, p, ofStaff)).Distinct().ToList();
        var ofYear = db.Set<Review>().Join(db.Set<ReviewCycle>().Where(c => c.Year == cycle.Year && (c.Id == cycle.Id || c.ClosedOn != null)), r => r.CycleId, c => c.Id, (r, _) => r); // what another year has not closed is told to nobody here
        var own = headed.Count == 0 ? [] : await ofYear.Where(r => r.PersonId == null && EF.Parameter(headed).Contains(r.CellId)).AsNoTracking().ToListAsync(ct);
        var collectives = own.Select(r => (r.CellId, r.Subject, Grade: r.CycleId == cycle.Id ? r.Expected : r.Grade)).Where(r => r.Grade is not null)
            .GroupBy(r => r.CellId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Subject).Grade!); // chi ủy's own grade before that of its cell
        if (ofStaff || people.Count == 0) return new(day, rules, ofStaff, collectives, []);
        var staff = await ofYear.Where(r => r.Subject == ReviewSubject.Staff && r.Grade != null && EF.Parameter(people).Contains(r.PersonId!.Value)).Select(r => new { r.PersonId, r.Grade }).ToListAsync(ct);
        return new(day, rules, ofStaff, collectives, staff.GroupBy(s => s.PersonId!.Value).ToDictionary(g => g.Key, g => g.First().Grade!));
    }

    /// <summary>Without the collectives, whose grades are not told yet to who is reviewed.</summary>
    public YearGrades WithoutCollectives() => new(_day, _rules, _ofStaff, [], _atWork);

    /// <summary>The grade decided in the year's review of staff, once that is closed.</summary>
    public string? AtWork(Guid? person) => person is { } known ? _atWork.GetValueOrDefault(known) : null;

    /// <summary>What is known of a review's year without a file.</summary>
    public GradeFacts FactsOf(Review review) => review.PersonId is not { } person ? new() { Scores = review.Scores } : new()
    {
        Scores = review.Scores, Leads = Leadership.Leads(_day, person), CollectiveGrade = OfCollectives(person), WorkGrade = AtWork(person),
    };

    /// <summary>The least good grade of what somebody heads; a deputy is bound by none.</summary>
    private string? OfCollectives(Guid person) => Headed(_day, person, _ofStaff).Select(_collectives.GetValueOrDefault).OfType<string>().MaxBy(_rules.Rank);

    /// <summary>At work the unit alone; of a member also the party organisation.</summary>
    private static IEnumerable<Guid> Headed(OrgSnapshot day, Guid person, bool ofStaff) =>
        ofStaff ? Leadership.HeadedUnits(day, person) : Leadership.HeadedUnits(day, person).Concat(Leadership.HeadedOrganisations(day, person));
}
