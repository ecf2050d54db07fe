using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Establishment;

/// <summary>Cases beside the people they are about, cut to what one reader may see.</summary>
internal sealed class StreamliningView(OrgDbContext db, DecisionNames names)
{
    private readonly Scope _changes = db.ScopeFor(Permission.ChangeStaffWork, db.Today).OfOthers, _personal = db.ScopeFor(Permission.ViewStaffPersonal, db.Today);
    private readonly Scope _corrects = db.ScopeFor(Permission.CorrectHistory, db.Today).OfOthers, _quota = db.ScopeFor(Permission.ChangeQuota, db.Today);

    public async Task<List<(StreamliningCase Case, StreamliningRow Row)>> RowsAsync(IEnumerable<StreamliningCase> cases, Scope scope, CancellationToken ct)
    {
        var seen = cases.Where(c => Reaches(scope, c)).ToList();
        var decisions = await names.OfAsync(db, seen.SelectMany(c => new[] { c.ApprovedById, c.ExecutedById }), ct);
        return [.. seen.Select(c => (Case: c, Row: Row(c, decisions))).OrderBy(r => r.Case.LeavesOn).ThenBy(r => db.Timeline.People.Find(r.Case.PersonId)!.SortKey, StringComparer.Ordinal)];
    }

    /// <summary>Where the person works today, or did last: a case goes where its person goes.</summary>
    public Guid UnitOf(StreamliningCase c) => EmploymentOf(c) is { } employment ? PostOf(employment, c.LeavesOn).UnitId : c.UnitId;

    private bool Reaches(Scope scope, StreamliningCase c) => scope.IncludesPerson(c.PersonId, UnitOf(c), null);

    private EmploymentLine? EmploymentOf(StreamliningCase c) => db.Timeline.Employments.By(LineKeys.EmploymentPerson)[c.PersonId].Where(e => e.Primary.History.From < c.LeavesOn).MaxBy(e => e.Primary.History.From);

    private static AssignmentFacts PostOf(EmploymentLine employment, DateOnly leavesOn) => employment.Primary.History.On(leavesOn.AddDays(-1)) ?? employment.Primary.History[^1].Facts;

    private StreamliningRow Row(StreamliningCase c, Dictionary<Guid, DecisionRef> decisions)
    {
        var (person, post) = (db.Timeline.People.Find(c.PersonId)!, EmploymentOf(c) is { } employment ? PostOf(employment, c.LeavesOn) : new(c.UnitId, default));
        var (unit, last) = (db.Timeline.Units.Find(post.UnitId)!, c.LeavesOn.AddDays(-1));
        var (kind, personal) = (db.Timeline.Kind(UnitNames.FactsNear(unit, last).Kind), _personal.IncludesPerson(c.PersonId, post.UnitId, null));
        DecisionRef? Named(Guid? id) => id is { } known ? decisions.GetValueOrDefault(known) : null;
        return new(new(c.Id, c.Version), new(person.Code, person.FullName), person.Id, UnitNames.Ref(unit, last), PostTitles.Of(post, kind), PostTitles.EnglishOf(post, kind), post.Category,
            c.LeavesOn, c.State, personal ? c.Facts : null, personal ? c.WithdrawnBecause : null, Named(c.ApprovedById), Named(c.ExecutedById),
            c.IsOpen ? db.Timeline.On(c.LeavesOn).Unit(post.UnitId)?.Allocated[post.Category] : null, c.IsOpen && _changes.Includes(post.UnitId) && personal)
        {
            MayRevoke = c.State == StreamliningState.Executed && personal && _changes.Includes(post.UnitId) && _corrects.Includes(post.UnitId) && _quota.Includes(post.UnitId),
        };
    }

    public StreamliningRegisterRow Registered(StreamliningCase c, StreamliningRow row)
    {
        var (born, last) = (db.Timeline.People.Find(c.PersonId)!.Born, c.LeavesOn.AddDays(-1));
        var steps = EmploymentOf(c)?.Salary?.Where(s => s.From <= last).OrderByDescending(s => s.From).Select(s => new RegisterSalary(s.Facts.Rank, s.Facts.Step, s.Facts.Coefficient, s.From)).Take(2).ToList() ?? [];
        var months = (c.LeavesOn.Year - born.Year) * 12 + c.LeavesOn.Month - born.Month - (c.LeavesOn.Day < born.Day ? 1 : 0);
        return new(row, born, steps.ElementAtOrDefault(0), steps.ElementAtOrDefault(1), months / 12, months % 12);
    }
}
