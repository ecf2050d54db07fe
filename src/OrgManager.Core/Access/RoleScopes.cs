using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>Which unit, if any, a grant of a role names.</summary>
public static class RoleScopes
{
    /// <summary>The tree a role belongs to; null for those that belong to none or both.</summary>
    public static Branch? BranchOf(Role role) => role switch
    {
        Role.HrOfficer or Role.Director or Role.UnitHead => Branch.Government,
        Role.PartyClerk or Role.CommitteeSecretary or Role.CellSecretary => Branch.Party,
        _ => null,
    };

    /// <summary>Administrators reach accounts, a person only themselves: a unit would mean nothing.</summary>
    public static bool TakesUnit(Role role) => role is not (Role.Admin or Role.Self);

    /// <summary>Only who reaches both trees, or only themselves, needs no unit.</summary>
    public static bool NeedsUnit(Role role) => TakesUnit(role) && role != Role.Inspector;
}
