using OrgManager.Reviews;
using OrgManager.Tests.Reviews.Rules;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>Of how many the share of the votes is taken, and how many must come.</summary>
public class AttendanceTests
{
    [Theory]
    [InlineData(20, 0, 0, 17, 0, 0, 20, 11)] // 20 official + 2 probationary, 17 + 1 present
    [InlineData(11, 1, 0, 10, 0, 0, 10, 6)] // one exempt, who stayed away
    [InlineData(11, 1, 0, 11, 1, 0, 11, 6)] // the same, who came
    [InlineData(12, 0, 0, 10, 0, 2, 10, 6)] // two for a time elsewhere
    [InlineData(8, 0, 1, 7, 0, 0, 7, 4)] // one suspended
    public void Votes_are_counted_against_the_official_members_convened(int official, int exempt, int suspended, int present, int exemptPresent, int away, int convened, int majority)
    {
        var counted = Attendance.Convened(official, exempt, suspended, new(present, 1, exemptPresent, away));
        Assert.Equal((convened, majority), (counted, Attendance.Majority(counted, 50)));
    }

    [Theory]
    [InlineData(50, 20, 11), InlineData(50, 21, 11), InlineData(66.6, 9, 6), InlineData(75, 20, 16), InlineData(0, 5, 1)]
    public void The_rule_set_says_how_large_a_share_must_be_exceeded(decimal percent, int convened, int votes)
    {
        var rules = ShippedRules.Of("366-2025");
        rules = rules with { Steps = [.. rules.Steps.Select(s => s.BallotOverPercent is null ? s : s with { BallotOverPercent = percent })] };
        Assert.Equal((votes, votes), (rules.ProposalMajority(convened), rules.DecisionMajority(convened)));
        Assert.Equal(11, (rules with { Steps = [] }).ProposalMajority(20));
    }

    [Theory]
    [InlineData(14, 20, true), InlineData(13, 20, false), InlineData(0, 0, true)]
    public void Two_thirds_of_those_convened_make_a_meeting(int present, int convened, bool met) => Assert.Equal(met, ReviewSteps.Quorum.IsMet(present, convened));

    [Fact]
    public void Nobody_is_present_less_than_not_at_all() => Refusal.Is("Attendance.OutOfRange", () => new Attendance(-1, 0).DemandCounts());

    [Fact]
    public void Every_step_but_the_last_has_a_way_on_and_nothing_leads_nowhere()
    {
        foreach (var step in Enum.GetValues<ReviewStep>()) Assert.Contains(ReviewSteps.Rules, r => r.From.Contains(step) && r.To is not null);
        Assert.All(ReviewSteps.Rules, r => Assert.NotEmpty(r.From));
    }
}
