using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Party age and badges where the papers give less than the day.</summary>
public class PartyTimeTests
{
    private static readonly PartyTime Exact = new(new DateOnly(1987, 5, 19), 0, 0, 0), Month = new(PartialDay.OfMonth(1987, 5), 0, 0, 0), Year = new(PartialDay.OfYear(1987), 0, 0, 0);

    [Fact]
    public void A_day_that_is_known_makes_one_age_and_one_giving_day()
    {
        Assert.Equal((false, (30, 30)), (Exact.IsApproximate, Exact.Age(new(2017, 5, 19))));
        Assert.Equal(new PartyBadge(30, new(2017, 5, 19), new(2017, 5, 19)), Exact.Badges(new(2017, 1, 1)).Single());
    }

    [Fact]
    public void Of_a_month_or_year_only_the_years_that_are_certain_count()
    {
        Assert.Equal((29, 30), Month.Age(new(2017, 5, 19)));
        Assert.Equal((30, 30), Month.Age(new(2017, 5, 31)));
        Assert.Equal((29, 30), Year.Age(new(2017, 6, 1)));
    }

    [Fact]
    public void A_badge_lies_between_two_giving_days_and_is_reached_with_the_later()
    {
        var badge = Month.Badges(new(2017, 6, 1)).Single();
        Assert.Equal((30, new DateOnly(2017, 5, 1), new DateOnly(2017, 5, 31), new DateOnly(2017, 5, 19), new DateOnly(2017, 9, 2)), (badge.Years, badge.FullOn, badge.SurelyFullBy, badge.GivenOn, badge.SurelyGivenOn));
        Assert.Equal([30, 40], Month.Badges(new(2017, 9, 2)).Select(b => b.Years));
    }

    [Fact]
    public void A_month_within_which_no_badge_is_given_leaves_one_giving_day()
    {
        var badge = new PartyTime(PartialDay.OfMonth(1987, 6), 0, 0, 0).Badges(new(2017, 1, 1)).Single();
        Assert.Equal((null, new DateOnly(2017, 9, 2), true), (badge.SurelyGivenBy, badge.GivenOn, badge.IsApproximate));
    }

    [Theory]
    [InlineData("1987", "05/1987", null, true), InlineData("05/1987", "1987", "1988", true), InlineData("06/1987", "05/1987", "1988", false), InlineData("05/1987", "05/1987", "04/1987", false)]
    public void Days_follow_each_other_where_they_can(string admitted, string ceremony, string? official, bool can)
    {
        var days = AdmissionFacts.Of(Day(admitted), Day(ceremony), Day(official ?? "1/1/1989"));
        if (can) Assert.Equal(Day(admitted), PartyMember.Join(Guid.NewGuid(), days, Guid.NewGuid(), new(2015, 1, 1)).Admission.Admitted);
        else Refusal.Is("PartyMember.DaysOutOfOrder", () => PartyMember.Join(Guid.NewGuid(), days, Guid.NewGuid(), new(2015, 1, 1)));
    }

    [Fact]
    public void Who_is_on_probation_has_a_day_of_ceremony() =>
        Refusal.Is("PartyMember.CeremonyDayMissing", () => PartyMember.Join(Guid.NewGuid(), AdmissionFacts.Of(Day("2024"), Day("10/2024"), null), Guid.NewGuid(), new(2025, 1, 1)));

    [Fact]
    public void Times_out_stand_one_after_the_other_after_the_admission()
    {
        AdmissionFacts Days(params TimeOut[] outs) => AdmissionFacts.Of(Day("1987"), Day("1987"), Day("1988")) with { TimesOut = outs };
        Assert.Single(Join(Days(new TimeOut(Day("1990"), Day("06/1991")))).Admission.TimesOut);
        Refusal.Is("PartyMember.TimeOutOutOfOrder", () => Join(Days(new TimeOut(Day("1985"), Day("1986")))));
        Refusal.Is("PartyMember.TimeOutOutOfOrder", () => Join(Days(new TimeOut(Day("1992"), Day("1991")))));
        Refusal.Is("PartyMember.TimeOutOutOfOrder", () => Join(Days(new TimeOut(Day("1995"), Day("1997")), new TimeOut(Day("1990"), Day("1991")))));
    }

    [Fact]
    public void A_recognition_entered_here_has_a_day()
    {
        var member = PartyMember.Join(Guid.NewGuid(), new(new(2020, 1, 1), new(2020, 1, 15), null), Guid.NewGuid(), new(2020, 1, 1));
        member.MakeOfficial(new(2021, 1, 15));
        Refusal.Is("PartyMember.RecognisedHere", () => member.CorrectAdmission(AdmissionFacts.Of(new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 15), Day("2021")), "Nhầm"));
        member.CorrectAdmission(AdmissionFacts.Of(Day("2020"), Day("01/2020"), new DateOnly(2021, 1, 15)), "Chỉ có năm");
        Assert.Equal("2020", member.Admission.Admitted.ToString());
    }

    private static PartyMember Join(AdmissionFacts days) => PartyMember.Join(Guid.NewGuid(), days, Guid.NewGuid(), new(2015, 1, 1));

    private static PartialDay Day(string text) => PartialDay.TryParse(text, out var day) ? day : throw new ArgumentException(text);
}
