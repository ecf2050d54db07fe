using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Which changes one reader may see, name a decision for, and correct; each question is answered once per unit and day.</summary>
internal sealed class ChangeReach(OrgDbContext db)
{
    private readonly Dictionary<(Permission, Guid?, DateOnly), bool> _reached = [], _included = [];

    public bool MaySee(Change change) =>
        (change.Person is { } person && person.Id == db.Actor.PersonId && db.Actor.MayOnOwn(change.View)) || MaySeeOfOthers(change);

    /// <summary>The same by a right over units, not because the change is about oneself.</summary>
    public bool MaySeeOfOthers(Change change) =>
        Includes(change.View, change.UnitId, change.Judged)
        || (change.Area == ChangeArea.Party && change.Person is { } person && PostOn(person, change.Judged) is { } post && Includes(change.View, post, change.Judged));

    private Guid? PostOn(PersonLine person, DateOnly day) =>
        db.Timeline.Employments.By(LineKeys.EmploymentPerson)[person.Id].Select(e => e.Primary.History.On(day)?.UnitId).FirstOrDefault(unit => unit is not null);

    private bool Includes(Permission permission, Guid unitId, DateOnly on) => _included.TryGetValue((permission, unitId, on), out var known)
        ? known
        : _included[(permission, unitId, on)] = AccessRules.Includes(db, permission, unitId, on);

    /// <summary>Whoever could have entered it may say by which decision.</summary>
    public bool MayName(Change change) => Reaches(change.Enter, change);

    /// <summary>Who entered it and when is told to whoever could have entered it, and to whoever reads the trail of it, of oneself too.</summary>
    public bool MayTrace(Change change) => MayName(change)
        || (change.Person is { } person && person.Id == db.Actor.PersonId && db.Actor.MayOnOwn(Permission.ViewAuditTrail))
        || (Includes(Permission.ViewAuditTrail, change.UnitId, change.Judged) && (change.Area != ChangeArea.Party || Includes(Permission.ViewPartyRecord, change.UnitId, change.Judged)));

    /// <summary>Where the person works today; null where the reader may not know it.</summary>
    public Guid? WorkplaceOf(PersonLine person) => db.Timeline.On(db.Today).UnitOf(person.Id) is { } unitId
        && ((person.Id == db.Actor.PersonId && db.Actor.MayOnOwn(Permission.ViewStaffWork)) || Includes(Permission.ViewStaffWork, unitId, db.Today)) ? unitId : null;

    /// <summary>To put another decision in place of one named wrongly is to correct.</summary>
    public bool MayExchange(Change change) => Reaches(Permission.CorrectHistory, change) && MaySee(change);

    /// <summary>There, and for what concerns a person also where the person is today.</summary>
    private bool Reaches(Permission permission, Change change) =>
        Reaches(permission, change.UnitId, change.Judged)
        && (change.Person is not { } person || PlaceToday(change, person) is not { } today || Reaches(permission, today, db.Today));

    private Guid? PlaceToday(Change change, PersonLine person) =>
        change.Area == ChangeArea.Party ? db.Timeline.On(db.Today).Member(person.Id)?.Facts.CellId : db.Timeline.On(db.Today).Post(person.Id)?.Facts.UnitId;

    private bool Reaches(Permission permission, Guid? unitId, DateOnly on) => _reached.TryGetValue((permission, unitId, on), out var known)
        ? known
        : _reached[(permission, unitId, on)] = AccessRules.Reaches(db, permission, unitId, on);
}
