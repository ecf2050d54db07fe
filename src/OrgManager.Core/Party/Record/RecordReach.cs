using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Whose record is in reach: read through the place of a day, written through the cell of today or, of who has left, the last one.</summary>
internal static class RecordReach
{
    /// <summary>Somebody with a party file, which the reader reaches through the cell, the unit or by being that person.</summary>
    /// <exception cref="AccessDeniedException">No file in reach; whether there is one out of reach is not told.</exception>
    public static PersonLine Person(OrgDbContext db, string code, DateOnly on, Permission permission) =>
        db.Timeline.PersonByCode(code) is { } person && db.Timeline.MembershipNear(person.Id, on) is { } near && Reaches(db, near, permission)
            ? person : throw new AccessDeniedException(permission);

    /// <exception cref="AccessDeniedException">The cell is out of reach, or there is no file.</exception>
    public static (PersonLine Person, Guid CellId) Demand(OrgDbContext db, string code, params Permission[] permissions) =>
        db.Timeline.PersonByCode(code) is { } person ? (person, Demand(db, person.Id, permissions)) : throw new AccessDeniedException(permissions[0]);

    /// <inheritdoc cref="Demand(OrgDbContext, string, Permission[])"/>
    public static Guid Demand(OrgDbContext db, Guid personId, params Permission[] permissions)
    {
        if (db.Timeline.MembershipNear(personId, db.Today) is not { } near) throw new AccessDeniedException(permissions[0]);
        foreach (var permission in permissions) db.Demand(permission, near.CellId, near.On);
        return near.CellId;
    }

    /// <summary>The party record opens through the cell alone; discipline to who answers for the unit, too.</summary>
    public static bool Reaches(OrgDbContext db, NearMembership near, Permission permission) => db.ScopeFor(permission, near.On)
        .IncludesPerson(near.Line.PersonId, permission == Permission.ViewDiscipline ? db.Timeline.On(near.On).Post(near.Line.PersonId)?.Facts.UnitId : null, near.CellId);
}
