using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>What a receiver has of one category from a day on, and how it is allocated: what the dialog of an allocation starts from.</summary>
/// <param name="Assigned">Posts assigned to the receiver on the day; null where it receives none of the category.</param>
public sealed record QuotaAllocation(
    UnitRef Receiver, QuotaCategory Category, DateOnly From, int? Assigned, DecisionRef? AssignedBy, IReadOnlyList<AllocationRow> Rows);

/// <summary>One unit to which the receiver allocates, the receiver itself first.</summary>
/// <param name="OwnRow">What the receiver's own people are called ("Lãnh đạo Sở"), else null.</param>
/// <param name="Before">Posts on the day before; null where none were kept.</param>
/// <param name="Now">Posts known for the day itself.</param>
/// <param name="SetThatDay">A level begins on this very day: another number for it is a correction.</param>
/// <param name="Present">People known to be in post on the day.</param>
/// <param name="NextOn">The day a later level is known to begin, or null.</param>
public sealed record AllocationRow(UnitRef Unit, string? OwnRow, string? OwnRowEn, int? Before, int? Now, bool SetThatDay, int Present, DateOnly? NextOn);
