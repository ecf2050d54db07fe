using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Establishment;

/// <summary>Somebody who leaves after the day looked from: when, how, and out of which post.</summary>
internal sealed record ForecastLeaving(EmploymentLine Employment, PersonLine Person, DatedSpan<AssignmentFacts> Post, DateOnly On, DepartureKind Kind);

/// <summary>Until when somebody is there, by an end already entered or by law.</summary>
internal static class ForecastPeople
{
    /// <summary>The first day no longer in post, and why; an open end where nothing says one. Whoever passed the age and is still there is taken to leave first of all; one taken on after the age, never.</summary>
    public static (DateOnly On, DepartureKind Kind) LeavesOn(EmploymentLine employment, PersonLine person, DateOnly on)
    {
        var history = employment.Primary.History;
        if (history.Until != Effective.Open) return (history.Until, DepartureKind.Known);
        var retires = RetirementAges.DayOf(person.Sex, person.Born);
        if (retires > on && retires > history.From) return (retires, DepartureKind.Retirement);
        return history.From <= on ? (on.AddDays(1), DepartureKind.Passed) : (Effective.Open, DepartureKind.Retirement);
    }

    /// <summary>Who leaves after one day and by another.</summary>
    public static IEnumerable<ForecastLeaving> Leaving(OrgTimeline timeline, DateOnly on, DateOnly until)
    {
        foreach (var employment in timeline.Employments)
        {
            if (employment.Primary.History.Until <= on || timeline.People.Find(employment.PersonId) is not { } person) continue;
            var (leaves, kind) = LeavesOn(employment, person, on);
            if (leaves > until || leaves == Effective.Open) continue;
            if (employment.Primary.History.SpanOn(leaves.AddDays(-1)) is { } post) yield return new(employment, person, post, leaves, kind);
        }
    }
}
