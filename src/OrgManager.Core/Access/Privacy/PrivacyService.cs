using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Access;

/// <summary>What a person may ask about their own data (Law 91/2025/QH15): what is kept, who sees it by which right, who has read it.</summary>
public sealed class PrivacyService(Database database, ReadLog log)
{
    /// <summary>The classes of fields of a person, by the permission that opens each; how somebody is graded at work stands under that of who grades it.</summary>
    public static readonly IReadOnlyList<Permission> Classes =
        [Permission.ViewStaffWork, Permission.ViewStaffPersonal, Permission.GradeStaff, Permission.ViewPartyBasics, Permission.ViewPartyRecord, Permission.ViewReviews, Permission.ViewDiscipline];

    /// <summary>What is kept of the reader and who sees it today; null for an account that is nobody's. Needs no right: the data is one's own.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    [UseCase]
    public Task<PersonSight?> MineAsync(CancellationToken ct = default) =>
        database.ReadAsync(async db => Own(db) is { } me ? await SightAsync(db, me, Classes, await KeptAsync(db, me.Id, ct), ct) : null, ct);

    /// <summary>Who has read the reader's own sensitive data.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    [UseCase]
    public Task<ReadingPage> ReadingsAsync(PageRequest page, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var all = Own(db) is { } me ? await log.OfAsync(me.Code, ct) : [];
            return new ReadingPage([.. all.Skip(page.Skip).Take(page.Take)], all.Count);
        }, ct);

    /// <summary>
    /// Vì sao xem được: who sees a person, by class of fields and grant. One may ask about oneself; about others who may read the trail of that person, and only for the
    /// classes they may see themselves, for the names of those who see a cell would tell whose member somebody is. So an administrator may not ask,
    /// and asking about a member is logged as reading party data.
    /// </summary>
    /// <exception cref="AccessDeniedException">Out of reach; whether there is such a person is not told.</exception>
    [UseCase(Permission.ViewAuditTrail)]
    public Task<PersonSight> WhyAsync(string code, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var person = db.Timeline.PersonByCode(code) ?? throw new AccessDeniedException(Permission.ViewAuditTrail);
            if (person.Id == db.Actor.PersonId) return await SightAsync(db, person, Classes, null, ct);
            var (reach, place) = (new TrailReach(db), PersonPlace.Of(db, person.Id));
            if (!place.IsIn(reach.Trail)) throw new AccessDeniedException(Permission.ViewAuditTrail);
            var classes = Classes.Where(c => reach.Includes(c, place) || (c == Permission.GradeStaff && reach.Includes(Permission.ViewReviews, place.AtWork))).ToList();
            var tellsOfParty = place.CellId is not null && (classes.Contains(Permission.ViewPartyBasics) || classes.Contains(Permission.ViewPartyRecord));
            await log.WriteAsync(db.Actor, "Why", FieldClass.Party, tellsOfParty ? [person.Code] : [], ct);
            return await SightAsync(db, person, classes, null, ct);
        }, ct);

    /// <summary>The reader's own record and rights.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    [UseCase]
    public Task<OwnRecord> MyRecordAsync(CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (me, userId) = (Own(db), db.Actor.UserId);
            var grants = await db.Set<Grant>().Where(g => g.UserId == userId && g.ValidFrom <= db.Today && db.Today < g.ValidUntil).OrderBy(g => g.ValidFrom).ToListAsync(ct);
            var rights = grants.OrderBy(g => g.Role).Where(g => g.Role != Role.Self).Select(g => WhoSees.Sight(db, g)).ToList();
            if (me is null) return new OwnRecord(null, false, null, rights);
            rights.Add(GrantSight.OwnRecord);
            var place = PersonPlace.Of(db, me.Id);
            bool Sees(Permission permission) => place.IsIn(db.ScopeFor(permission, place.Day));
            return new OwnRecord(new(me.Code, me.FullName), place.UnitId is not null && Sees(Permission.ViewStaffWork), Sees(Permission.ViewPartyRecord) && Party(db, me) is { } party ? party with { Grades = await GradesAsync(db, me.Id, ct) } : null, rights);
        }, ct);

    private static PersonLine? Own(OrgDbContext db)
    {
        if (db.Actor.UserId is null) throw new AccessDeniedException(Permission.ViewOrganisation);
        return db.Actor.PersonId is { } id ? db.Timeline.People.Find(id) : null;
    }

    private static async Task<PersonSight> SightAsync(OrgDbContext db, PersonLine person, IEnumerable<Permission> classes, Dictionary<Permission, int>? kept, CancellationToken ct)
    {
        var who = await WhoSees.OfAsync(db, PersonPlace.Of(db, person.Id), ct);
        return new(new(person.Code, person.FullName), [.. classes.Select(c => new ClassSight(c, kept?.GetValueOrDefault(c), who.Of(c)))]);
    }

    /// <summary>Posts, steps of salary beside the person's own row, standings, offices and rewards, reviews and grades of earlier years, discipline.</summary>
    private static async Task<Dictionary<Permission, int>> KeptAsync(OrgDbContext db, Guid personId, CancellationToken ct)
    {
        var employments = db.Timeline.Employments.By(LineKeys.EmploymentPerson)[personId];
        var members = db.Timeline.Members.By(LineKeys.MemberPerson)[personId];
        return new()
        {
            [Permission.ViewStaffWork] = employments.Sum(e => e.Assignments.Sum(a => a.History.Count)),
            [Permission.ViewStaffPersonal] = 1 + employments.Sum(e => e.Salary?.Count ?? 0),
            [Permission.ViewPartyBasics] = members.Length,
            [Permission.ViewPartyRecord] = members.Sum(m => m.History.Count + m.Offices.Count) + await db.Set<MemberHonour>().CountAsync(h => h.PersonId == personId, ct),
            [Permission.ViewReviews] = await db.Set<Review>().CountAsync(r => r.PersonId == personId && r.Subject == ReviewSubject.Member, ct) + await db.Set<EarlierGrade>().CountAsync(g => g.PersonId == personId, ct),
            [Permission.GradeStaff] = await db.Set<Review>().CountAsync(r => r.PersonId == personId && r.Subject == ReviewSubject.Staff, ct),
            [Permission.ViewDiscipline] = await db.Set<MemberDiscipline>().CountAsync(d => d.PersonId == personId, ct),
        };
    }

    private static async Task<IReadOnlyList<OwnGrade>> GradesAsync(OrgDbContext db, Guid personId, CancellationToken ct)
    {
        var graded = await (
            from review in db.Set<Review>()
            join cycle in db.Set<ReviewCycle>() on review.CycleId equals cycle.Id
            join rules in db.Set<RuleSet>() on cycle.RuleSetCode equals rules.Code
            where review.PersonId == personId && review.Subject == ReviewSubject.Member && review.Grade != null && cycle.ClosedOn != null
            orderby cycle.Year descending
            select new { cycle.Year, review.Grade, cycle.ClosedOn, Rules = rules }).ToListAsync(ct);
        return [.. graded.Select(g => (Of: g, Grade: g.Rules.Facts.Grades.Single(known => known.Code == g.Grade))).Select(g => new OwnGrade(g.Of.Year, g.Grade.Name, g.Grade.NameEn, g.Of.ClosedOn!.Value))];
    }

    private static OwnParty? Party(OrgDbContext db, PersonLine me)
    {
        if (db.Timeline.On(db.Today).Member(me.Id) is not { } member) return null;
        UnitRef? Unit(Guid id) => db.Timeline.Units.Find(id) is { } unit ? UnitNames.Ref(unit, db.Today) : null;
        return new(member.Facts.Standing, member.Line.Admission.Admitted, member.Line.Admission.Official, Unit(member.Facts.CellId),
            [.. member.Offices.OrderBy(o => o.Facts.Post).Select(o => new OwnOffice(o.Facts.Post, db.Timeline.On(db.Today).Unit(o.UnitId)?.Kind.Cell == true, Unit(o.UnitId), o.Span.From))]);
    }
}
