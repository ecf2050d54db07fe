using OrgManager.Decisions;

namespace OrgManager.Web.Common;

/// <summary>One thing that happened, as a timeline tells it.</summary>
/// <param name="Area">By which the timeline is narrowed, in small letters in the address; <paramref name="AreaName"/> is its word.</param>
/// <param name="Missing">Whether it is said that no decision is named.</param>
public sealed record TimelineLine(DateOnly On, Enum Area, string AreaName, string What, DecisionRef? Decision, bool Missing)
{
    /// <summary>The word of the act by which it is amended; null where the reader may not.</summary>
    public string? Amend { get; init; }
    public Func<Task>? OnAmend { get; init; }
}
