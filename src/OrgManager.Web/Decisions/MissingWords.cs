using OrgManager.Access;

namespace OrgManager.Web.Decisions;

internal static class MissingWords
{
    /// <summary>Whoever enters something somewhere has an inbox of what lacks its decision; for menus, never a guard.</summary>
    public static readonly Permission[] Entering = [Permission.ChangeUnits, Permission.ChangeQuota, Permission.ChangeStaffWork, Permission.ChangeStaffPersonal, Permission.ChangePartyRecord];
}
