namespace OrgManager.Access;

/// <summary>What somebody may do; one line of the table in the design each. Which role may, and how far, says <see cref="RoleGrants"/>.</summary>
public enum Permission
{
    /// <summary>Organisation, quota totals, targets: public inside the house.</summary>
    ViewOrganisation,

    /// <summary>Units, functions, decisions.</summary>
    ChangeUnits,
    ViewQuota,
    ChangeQuota,

    /// <summary>Return a quota plan that was submitted, or lock it, which makes levels of it.</summary>
    LockQuotaPlans,
    ViewStaffWork,
    ChangeStaffWork,
    ViewStaffPersonal,
    ChangeStaffPersonal,

    /// <summary>Member yes or no, and since when.</summary>
    ViewPartyBasics,
    ViewPartyRecord,
    ChangePartyRecord,
    ViewReviews,
    EnterReviews,
    ProposeReviews,
    DecideReviews,
    GradeStaff,
    ViewDiscipline,
    DraftScenarios,
    ApproveScenarios,
    ApplyScenarios,
    ConfirmRoster,

    /// <summary>Correct what was entered, close and reopen a year.</summary>
    CorrectHistory,
    ChangeTargets,
    Export,
    ViewAuditTrail,

    /// <summary>Accounts, grants, settings, backup.</summary>
    Administer,
}
