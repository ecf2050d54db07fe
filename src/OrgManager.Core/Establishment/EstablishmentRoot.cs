using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>The unit a table of posts is about.</summary>
internal static class EstablishmentRoot
{
    /// <summary>The unit named, or the topmost in reach.</summary>
    /// <exception cref="NotFoundException">No government unit with that code on the day, or none at all is in reach.</exception>
    /// <exception cref="AccessDeniedException">The unit is out of reach.</exception>
    public static UnitOn Of(OrgDbContext db, Permission permission, DateOnly on, string? unitCode)
    {
        var scope = db.DemandScope(permission, on);
        if (unitCode is not null && db.Timeline.UnitByCode(unitCode) is { } named) db.Demand(permission, named.Id, on);
        return db.Timeline.On(on).Tree(Branch.Government).FirstOrDefault(u => scope.Includes(u.Id) && (unitCode is null || u.Code == unitCode))
            ?? throw new NotFoundException(typeof(OrgUnit), unitCode ?? "");
    }
}
