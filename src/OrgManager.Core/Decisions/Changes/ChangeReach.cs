using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Which changes one reader may see, name a decision for, and correct; each question is answered once per unit and day.</summary>
internal sealed class ChangeReach(OrgDbContext db)
{
    private readonly Dictionary<(Permission, DateOnly), Scope> _scopes = [];
    private readonly Dictionary<(Permission, Guid?, DateOnly), bool> _reached = [];

    public bool MaySee(Change change) => IsIn(ScopeOn(change.View, change.Judged), change);

    /// <summary>The same by a right over units, not because the change is about oneself.</summary>
    public bool MaySeeOfOthers(Change change) => IsIn(ScopeOn(change.View, change.Judged).OfOthers, change);

    private bool IsIn(Scope scope, Change change)
    {
        if (change.Person is not { } person) return scope.Includes(change.UnitId);
        return change.Area == ChangeArea.Party
            ? scope.IncludesPerson(person.Id, db.Timeline.On(change.Judged).Post(person.Id)?.Facts.UnitId, change.UnitId)
            : scope.IncludesPerson(person.Id, change.UnitId, null);
    }

    /// <summary>Whoever could have entered it may say by which decision.</summary>
    public bool MayName(Change change) => Reaches(change.Enter, change);

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

    private Scope ScopeOn(Permission permission, DateOnly on) =>
        _scopes.TryGetValue((permission, on), out var known) ? known : _scopes[(permission, on)] = db.ScopeFor(permission, on);
}
