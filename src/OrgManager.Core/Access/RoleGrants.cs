using static OrgManager.Access.Permission;
using static OrgManager.Access.Reach;
using static OrgManager.Access.Role;

namespace OrgManager.Access;

public enum Role { Admin, HrOfficer, PartyClerk, CommitteeSecretary, CellSecretary, Director, UnitHead, Inspector, Self }

/// <summary>How far a permission of a role goes.</summary>
public enum Reach
{
    None,

    /// <summary>The unit of the grant and everything below it.</summary>
    Granted,

    /// <summary>The person the account is linked to; it goes with the link, also without a grant of the role.</summary>
    OwnPerson,

    /// <summary>Both trees, whatever the grant says.</summary>
    Everything,

    /// <summary>Accounts only, no organisation data.</summary>
    Accounts,
}

/// <summary>The table of rights (DESIGN §7) as code; a test prints it. The scope unit of a grant makes "cell", "own unit" and "party units" of what is Granted here.</summary>
public static class RoleGrants
{
    private static readonly Dictionary<(Role, Permission), Reach> Table = Rows(
        (ViewOrganisation, Everything, [Admin, HrOfficer, PartyClerk, CommitteeSecretary, CellSecretary, Director, UnitHead, Inspector, Self]),
        (ChangeUnits, Granted, [HrOfficer, PartyClerk]),
        (ViewQuota, Granted, [HrOfficer, Director, UnitHead, Inspector]),
        (ChangeQuota, Granted, [HrOfficer]),
        (LockQuotaPlans, Granted, [Director]),
        (ViewStaffWork, Granted, [HrOfficer, Director, UnitHead, Inspector]),
        (ViewStaffWork, OwnPerson, [Self]),
        (ChangeStaffWork, Granted, [HrOfficer]),
        (ViewStaffPersonal, Granted, [HrOfficer, Inspector]),
        (ViewStaffPersonal, OwnPerson, [Self]),
        (ChangeStaffPersonal, Granted, [HrOfficer]),
        (ViewPartyBasics, Granted, [HrOfficer, PartyClerk, CommitteeSecretary, CellSecretary, Director, Inspector]),
        (ViewPartyBasics, OwnPerson, [Self]),
        (ViewPartyRecord, Granted, [PartyClerk, CommitteeSecretary, CellSecretary, Inspector]),
        (ViewPartyRecord, OwnPerson, [Self]),
        (ChangePartyRecord, Granted, [PartyClerk, CellSecretary]),
        (ViewReviews, Granted, [PartyClerk, CommitteeSecretary, CellSecretary, Inspector]),
        (ViewReviews, OwnPerson, [Self]),
        (EnterReviews, Granted, [PartyClerk, CellSecretary]),
        (EnterReviews, OwnPerson, [Self]),
        (ProposeReviews, Granted, [CellSecretary]),
        (DecideReviews, Granted, [CommitteeSecretary]),
        (GradeStaff, Granted, [Director, UnitHead]),
        (ViewDiscipline, Granted, [HrOfficer, PartyClerk, CommitteeSecretary, CellSecretary, Director, Inspector]),
        (ViewDiscipline, OwnPerson, [Self]),
        (DraftScenarios, Granted, [HrOfficer, PartyClerk]),
        (ApproveScenarios, Granted, [Director]),
        (ApplyScenarios, Granted, [HrOfficer]),
        (ConfirmRoster, Granted, [UnitHead]),
        (CorrectHistory, Granted, [HrOfficer, PartyClerk, CommitteeSecretary, Director]),
        (ChangeTargets, Granted, [Director]),
        (Export, Granted, [HrOfficer, PartyClerk, CommitteeSecretary, CellSecretary, Director, UnitHead, Inspector]),
        (ViewAuditTrail, Granted, [HrOfficer, PartyClerk, CommitteeSecretary, Director, Inspector]),
        (ViewAuditTrail, OwnPerson, [Self]),
        (ViewAuditTrail, Accounts, [Admin]),
        (Administer, Everything, [Admin]));

    public static Reach Of(Role role, Permission permission) => Table.GetValueOrDefault((role, permission));

    private static Dictionary<(Role, Permission), Reach> Rows(params (Permission Permission, Reach Reach, Role[] Roles)[] rows) =>
        rows.SelectMany(row => row.Roles.Select(role => (Key: (role, row.Permission), row.Reach))).ToDictionary(r => r.Key, r => r.Reach);
}
