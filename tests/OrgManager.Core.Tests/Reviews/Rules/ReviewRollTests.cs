using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Rules;

/// <summary>Who is reviewed and graded under each version, and why somebody is not.</summary>
public class ReviewRollTests
{
    private static readonly DateOnly Day = new(2019, 12, 1);

    [Theory]
    [InlineData("132-2018", RollEntry.NotGraded, "AdmittedUnderSixMonths"), InlineData("124-2023", RollEntry.NotReviewed, "AdmittedUnderSixMonths"), InlineData("366-2025", RollEntry.Graded, null)]
    public void Under_six_months_in_the_party_means_self_review_in_2019_and_no_review_in_2023(string rules, RollEntry entry, string? reason)
    {
        Assert.Equal((entry, reason), ReviewRoll.Of(ShippedRules.Of(rules), new(AdmittedOn: new(2019, 6, 2)), Day));
        Assert.Equal((RollEntry.Graded, null), ReviewRoll.Of(ShippedRules.Of(rules), new(AdmittedOn: new(2019, 6, 1)), Day));
    }

    [Theory]
    [InlineData("132-2018"), InlineData("124-2023"), InlineData("366-2025")]
    public void The_exempt_and_the_suspended_are_not_reviewed(string rules)
    {
        Assert.Equal((RollEntry.NotReviewed, "Exempt"), ReviewRoll.Of(ShippedRules.Of(rules), new(IsExempt: true), Day));
        Assert.Equal((RollEntry.NotReviewed, "Suspended"), ReviewRoll.Of(ShippedRules.Of(rules), new(IsSuspended: true), Day));
    }

    [Theory]
    [InlineData("132-2018", RollEntry.NotGraded), InlineData("124-2023", RollEntry.Graded)]
    public void An_organisation_founded_under_six_months_ago_is_not_graded_in_2019(string rules, RollEntry entry) =>
        Assert.Equal(entry, ReviewRoll.Of(ShippedRules.Of(rules), new(FoundedOn: new(2019, 7, 1)), Day).Entry);

    [Fact]
    public void Who_worked_under_six_months_of_the_year_is_reviewed_but_not_graded() =>
        Assert.Equal((RollEntry.NotGraded, RollEntry.Graded), (ReviewRoll.Of(ShippedRules.Of("90-2020"), new(MonthsWorked: 5), Day).Entry, ReviewRoll.Of(ShippedRules.Of("90-2020"), new(MonthsWorked: 6), Day).Entry));
}
