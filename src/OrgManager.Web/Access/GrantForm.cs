using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Web.Access;

/// <summary>A grant as it is being filled in.</summary>
public sealed class GrantForm
{
    public Role Role { get; set; } = Role.Self;
    public UnitTreeRow? Unit { get; set; }
    public DateOnly? From { get; set; }

    /// <summary>Only up to a day, and that day with it.</summary>
    public bool Limited { get; set; }
    public DateOnly? LastDay { get; set; }

    /// <summary>The first day it no longer holds.</summary>
    public DateOnly? Until => Limited ? LastDay?.AddDays(1) : null;

    /// <summary>The key of what is missing, if anything is.</summary>
    public string? Lacks => From is null || (Limited && LastDay is null) ? "Change.DayMissing"
        : Unit is null && RoleScopes.NeedsUnit(Role) ? "Grant.ScopeMissing" : null;
}
