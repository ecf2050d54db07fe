using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>How somebody is known to leave: by a decision already entered, by the statutory age ahead, or by an age already passed while still in post.</summary>
public enum DepartureKind { Passed, Known, Retirement }

/// <summary>One person who is to leave, and the post that becomes vacant. The day of retirement is told to whoever sees the post, the day of birth is not.</summary>
/// <param name="On">First day no longer in post.</param>
/// <param name="Reason">Why, where it is known already.</param>
public sealed record Departure(
    PersonRef Person, UnitRef? Unit, string Post, string PostEn, QuotaCategory Category, Headship Headship, DateOnly On, DepartureKind Kind, DecisionRef? Decision, EmploymentEnd? Reason);

/// <summary>Who is to leave after a day and before another, the next first.</summary>
public sealed record DepartureList(DateOnly After, DateOnly Until, IReadOnlyList<Departure> All);
