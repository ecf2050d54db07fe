using CsCheck;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>What makes a good meeting, by the rule of its day.</summary>
public class MeetingQualityTests
{
    private static readonly DateOnly Then = new(2019, 10, 4);
    private static readonly MeetingFacts Full = new(MeetingKind.Monthly, Then, new(10, 9), 90, Prepared: true, CommitteeMet: true) { MinutesNumber = "10-BB/CB", Resolution = "10-NQ/CB" };

    [Fact]
    public void A_meeting_that_keeps_to_everything_is_good_and_tells_the_rule()
    {
        var quality = MeetingQuality.Of(Full);
        Assert.True(quality.IsGood);
        Assert.Equal(("HD 12-HD/BTCTW", 6, 90m), (quality.Rule.Article, quality.Checks.Count, quality.Checks[0].Actual));
    }

    [Theory]
    [InlineData(20, 17, false), InlineData(20, 18, true), InlineData(7, 6, true), InlineData(6, 5, false), InlineData(100, 85, false), InlineData(1, 1, true)]
    public void More_than_85_percent_of_those_convened_come_exactly_85_are_too_few(int convened, int present, bool holds) =>
        Assert.Equal(holds, MeetingQuality.Of(Full with { Presence = new(convened, present) }).Checks.Single(c => c.Criterion == MeetingCriterion.Attendance).Holds);

    [Theory]
    [InlineData(89, false), InlineData(90, true), InlineData(null, false)]
    public void It_takes_90_minutes_at_least_and_not_known_is_not_enough(int? minutes, bool holds) =>
        Assert.Equal(holds, MeetingQuality.Of(Full with { Minutes = minutes }).IsGood);

    [Fact]
    public void What_lacks_is_named_and_a_cell_without_a_committee_is_not_asked_for_its_meeting()
    {
        var poor = Full with { Prepared = false, CommitteeMet = false, Resolution = null };
        Assert.Equal([MeetingCriterion.Prepared, MeetingCriterion.CommitteeMet, MeetingCriterion.Resolution], MeetingQuality.Of(poor).Lacking.Select(c => c.Criterion));
        Assert.True(MeetingQuality.Of(Full with { CommitteeMet = null }).IsGood);
    }

    [Fact]
    public void Before_the_guidance_of_2018_nothing_but_the_meeting_itself_was_asked_for()
    {
        var before = MeetingQuality.Of(new(MeetingKind.Monthly, new(2018, 7, 5), new(10, 3)));
        Assert.Equal((true, 0, "Điều lệ Đảng, điều 24.2"), (before.IsGood, before.Checks.Count, before.Rule.Article));
        Assert.False(MeetingQuality.Of(new(MeetingKind.Monthly, new(2018, 7, 6), new(10, 3))).IsGood);
    }

    [Fact]
    public void A_meeting_is_good_just_when_no_check_fails_and_one_more_who_comes_never_makes_it_worse() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60], Gen.Int[0, 200], Gen.Bool, Gen.Bool, Gen.Bool).Sample((convened, come, minutes, prepared, met, resolved) =>
        {
            var present = Math.Min(come, convened);
            var meeting = Full with { Presence = new(convened, present), Minutes = minutes, Prepared = prepared, CommitteeMet = met, Resolution = resolved ? "1-NQ/CB" : null };
            var quality = MeetingQuality.Of(meeting);
            Assert.Equal(quality.IsGood, !quality.Lacking.Any());
            Assert.Equal(present > 0.85m * convened && minutes >= 90 && prepared && met && resolved, quality.IsGood);
            if (present < convened && quality.IsGood) Assert.True(MeetingQuality.Of(meeting with { Presence = new(convened, present + 1) }).IsGood);
        });

    [Theory]
    [InlineData(null, "01-BB/CB"), InlineData("05-BB/CB", "06-BB/CB"), InlineData("9-BB/CB-VP", "10-BB/CB-VP"), InlineData("099", "100"), InlineData("BB-07", null)]
    public void Numbers_of_minutes_go_on_from_the_last(string? last, string? next) => Assert.Equal(next, MeetingNumbers.After(last));
}
