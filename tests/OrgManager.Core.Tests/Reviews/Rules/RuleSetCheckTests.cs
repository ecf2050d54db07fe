using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Rules;

/// <summary>A rule set that contradicts itself is told so, and is not kept.</summary>
public class RuleSetCheckTests
{
    private static readonly RuleSetFacts Rules = ShippedRules.Of("366-2025");

    public static TheoryData<string> Codes => [.. ShippedRules.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_shipped_set_is_without_contradiction_and_survives_its_file(string code)
    {
        var rules = ShippedRules.Of(code);
        Assert.Empty(RuleSetCheck.Of(rules));
        Assert.Equal(RuleSetFile.Write(rules), RuleSetFile.Write(RuleSetFile.Read(RuleSetFile.Write(rules))));
        Assert.NotEmpty(rules.Unconfirmed);
    }

    [Fact]
    public void Weights_make_a_hundred_for_every_subject()
    {
        var groups = Rules.Scale.Groups;
        Assert.Equal(["RuleCheck.WeightsSum", "RuleCheck.WeightsSum", "RuleCheck.WeightsSum"], Found(Rules with { Scale = Rules.Scale with { Groups = [groups[0] with { Max = 40 }, groups[1]] } }));
        Assert.Equal("RuleCheck.CriteriaSum", Assert.Single(Found(Rules with { Scale = Rules.Scale with { Groups = [groups[0] with { Criteria = [new("1", "A") { Max = 29 }] }, groups[1]] } })));
    }

    [Theory]
    [InlineData(71, 90, "RuleCheck.BandGap"), InlineData(69, 90, "RuleCheck.BandOverlap"), InlineData(70, 89, "RuleCheck.BandGap"), InlineData(70, 91, "RuleCheck.BandOverlap")]
    public void Bands_touch_without_gap_or_overlap(int min, int max, string problem) =>
        Assert.Equal(problem, Assert.Single(Found(Rules with { Bands = [Rules.Bands[0], Rules.Bands[1] with { Min = min, MaxExclusive = max }, .. Rules.Bands.Skip(2)] })));

    [Fact]
    public void Bands_cover_everything_once()
    {
        Assert.Contains("RuleCheck.BandOfGrade", Found(Rules with { Bands = [.. Rules.Bands.Take(3)] }));
        Assert.Contains("RuleCheck.BandsBegin", Found(Rules with { Bands = [.. Rules.Bands.Take(3), new("KHTNV", 10, 50)] }));
        Assert.Contains("RuleCheck.BandsEnd", Found(Rules with { Bands = [new("HTXSNV", 90, 100), .. Rules.Bands.Skip(1)] }));
        Assert.Equal("RuleCheck.BandsMissing", Assert.Single(Found(Rules with { Bands = [] })));
    }

    [Fact]
    public void What_is_named_is_there()
    {
        Assert.Equal("RuleCheck.GroupUnknown", Assert.Single(Found(Rules with { Conditions = [new("HTXSNV", "…") { Groups = ["X"] }] })));
        Assert.Equal("RuleCheck.FigureMissing", Assert.Single(Found(Rules with { Conditions = [new("HTXSNV", "…") { Fact = RuleFact.LatePercent }] })));
        Assert.Equal("RuleCheck.LevelUnknown", Assert.Single(Found(Rules with { Conditions = [new("HTXSNV", "…") { Fact = RuleFact.CriterionLevel, Level = "Tốt" }] })));
        Assert.Contains("RuleCheck.FormUnknown", Found(Rules with { Forms = [] }));
        Assert.Equal("RuleCheck.MonthsMissing", Assert.Single(Found(Rules with { NotGraded = [new("New", "…") { Case = ReviewCase.AdmittedUnder }] })));
        Assert.Equal("RuleCheck.ReasonTwice", Assert.Single(Found(Rules with { NotGraded = [new("Exempt", "…")] })));
        Assert.Equal("RuleCheck.CapWords", Assert.Single(Found(Rules with { Caps = [Rules.Caps[0] with { Rounding = "Up" }] })));
        Assert.Equal("RuleCheck.CapFigures", Assert.Single(Found(Rules with { Caps = [Rules.Caps[0] with { Base = [] }] })));
    }

    [Theory]
    [InlineData("12-31", "2025-12-31"), InlineData("12-14", "2025-12-14"), InlineData("01-15+1", "2026-01-15"), InlineData("31-12", null), InlineData("12-31+", null), InlineData("01-15+1+1", null), InlineData(null, null)]
    public void The_last_day_of_a_step_is_read_for_the_year_of_the_reviews(string? said, string? day) =>
        Assert.Equal(day is null ? null : TestDay.Of(day), (Rules.Steps[0] with { DueBy = said }).DueIn(2025));

    [Fact]
    public void A_cycle_begins_with_the_last_days_of_its_rules()
    {
        Assert.Equal(new CycleDeadlines(null, null, new(2025, 12, 31)), Rules.DeadlinesOf(2025));
        Assert.All(ShippedRules.All.Values.SelectMany(r => r.Steps).Where(s => s.Actor == StepActor.UnitHead && s.DueBy is not null), s => Assert.Equal("12-14", s.DueBy)); // before the 15th
        Assert.Equal("RuleCheck.DueByUnreadable", Assert.Single(Found(Rules with { Steps = [.. Rules.Steps.Select(s => s.DueBy == "12-31" ? s with { DueBy = "31/12" } : s)] })));
        Assert.Equal("RuleCheck.BallotOutside", Assert.Single(Found(Rules with { Steps = [.. Rules.Steps.Select(s => s.Code == "Proposal" ? s with { BallotOverPercent = 100 } : s)] })));
    }

    [Theory]
    [InlineData("132-2018", "steps: tỷ lệ phiếu"), InlineData("124-2023", "steps: tỷ lệ phiếu"), InlineData("366-2025", "steps: tỷ lệ phiếu"), InlineData("124-2023", "forms:"), InlineData("366-2025", "tổ chức mới thành lập"),
        InlineData("56-2015", "steps: thứ tự"), InlineData("90-2020", "steps: thứ tự"), InlineData("335-2025", "steps: thứ tự"), InlineData("27-2014", "validFrom")]
    public void What_was_not_seen_confirmed_is_marked(string code, string note) => Assert.Contains(ShippedRules.Of(code).Unconfirmed, u => u.Contains(note, StringComparison.Ordinal));

    [Fact]
    public void A_set_that_contradicts_itself_is_refused() =>
        Refusal.Is("RuleSet.Inconsistent", () => RuleSet.Define(Rules with { Bands = [] }));

    [Theory]
    [InlineData(20, "Floor", 60, 12), InlineData(20, "Floor", 72, 14), InlineData(20, "Round", 72, 14), InlineData(20, "Ceiling", 72, 15), InlineData(20, "Floor", 4, 0)]
    public void A_cap_is_rounded_as_the_rules_say(int percent, string rounding, int inBase, int most) =>
        Assert.Equal(most, new GradeCap("HTXSNV", percent, ["HTTNV"], "GrassrootsCommittee", rounding, "Warn").Allowed(inBase));

    [Fact]
    public void A_cap_may_allow_at_least_so_many() =>
        Assert.Equal((1, 3), (Least(4), Least(15)));

    private static int Least(int inBase) => (ShippedRules.Of("132-2018").Caps[0] with { Least = 1 }).Allowed(inBase);

    private static string[] Found(RuleSetFacts rules) => [.. RuleSetCheck.Of(rules).Select(p => p.Code)];
}
