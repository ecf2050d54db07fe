using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>Somebody in post on a day, of whatever unit; what the unit is on the day is looked up for those who are shown.</summary>
internal sealed record InPost(PersonLine Person, EmploymentLine Employment, DatedSpan<AssignmentFacts> Span)
{
    private const int PlaceFields = (int)(AssignmentFields.Unit | AssignmentFields.Headship);

    public AssignmentFacts Facts => Span.Facts;

    /// <summary>Since when the person is in this unit and on this post.</summary>
    public DatedSpan<AssignmentFacts> Since => Employment.Primary.History.SetBy(PlaceFields, Span.From) ?? Span;

    /// <summary>What put the person there.</summary>
    public Guid? DecisionId => Since.DecisionFor(PlaceFields);
}
