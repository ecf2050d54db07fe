namespace OrgManager.Data.Seeding.Province;

/// <param name="Member">Null for the cell itself.</param>
/// <param name="NotGraded">Code of the reason why there is no grade.</param>
internal sealed record PlannedReview(PlannedMember? Member, PlannedCell Cell, string? Grade, string? NotGraded, bool DecidedAbove, string Minutes, DateOnly MeetingOn);

/// <summary>A committee's year, closed.</summary>
internal sealed record PlannedCycle(int Year, PlannedUnit Committee, string RuleSet, DateOnly ClosedOn, PlannedDecision Decision, IReadOnlyList<PlannedReview> Reviews);
