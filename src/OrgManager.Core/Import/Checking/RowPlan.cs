using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>What carrying out a row calls of the aggregates.</summary>
internal abstract record RowPlan;

internal sealed record RecruitPlan(PersonFacts Person, AssignmentFacts Post, SalaryFacts? Salary) : RowPlan;

/// <param name="Post">The fields of the primary post that become other, or null.</param>
/// <param name="Facts">Who the person is, where that was kept otherwise, or null.</param>
internal sealed record ChangePlan(PersonLine Person, EmploymentLine Employment, Guid UnitId, AssignmentEdit? Post, SalaryFacts? Salary, PersonFacts? Facts) : RowPlan;
