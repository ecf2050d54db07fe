using OrgManager.Common;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>A scenario file is read to the letter or not at all.</summary>
public class ScenarioFileTests
{
    private const string Merge = """{"op": "merge", "units": ["A", "B"], "into": {"code": "C", "name": "Phòng C", "kind": "Division", "parent": "SCT"}}""";

    [Fact]
    public void A_file_says_name_day_decisions_and_steps()
    {
        var file = ScenarioFile.Read(File(
            Merge,
            """{"op": "set-head", "unit": "C", "person": "CB1", "headship": "Deputy", "order": 2}""",
            """{"op": "set-coverage", "cell": "CB-C", "units": ["C"]}"""));

        Assert.Equal(("Phương án", new DateOnly(2026, 7, 1), "1/QĐ"), (file.Name, file.EffectiveOn, file.Decisions.State!.Number));
        Assert.Equal((null, null, null), (file.Decisions.Party, file.Decisions.Personnel, file.Decisions.Quota));
        Assert.Equal([typeof(MergeStep), typeof(SetHeadStep), typeof(SetCoverageStep)], file.Steps.Select(s => s.GetType()));
        Assert.Equal(new SetHeadStep("C", "CB1", Leadership.Deputy, 2), file.Steps[1]);
    }

    [Theory]
    [InlineData("""{"op": "explode", "units": ["A"]}""", "an operation nobody knows")]
    [InlineData("""{"units": ["A"]}""", "no operation")]
    [InlineData("""{"op": "merge", "unit": ["A"], "into": {"code": "C", "name": "C", "kind": "Division", "parent": null}}""", "a field nobody knows")]
    [InlineData("""{"op": "merge", "units": ["A"], "into": {"code": "C", "name": "C", "kind": "Division", "parent": null, "colour": "red"}}""", "a field nobody knows inside")]
    [InlineData("""{"op": "merge", "units": ["A", "B"]}""", "nothing to merge into")]
    [InlineData("""{"op": "merge", "into": {"code": "C", "name": "C", "kind": "Division", "parent": null}}""", "nothing to merge")]
    [InlineData("""{"op": "merge", "units": null, "into": {"code": "C", "name": "C", "kind": "Division", "parent": null}}""", "null to merge")]
    [InlineData("""{"op": "merge", "units": ["A", null], "into": {"code": "C", "name": "C", "kind": "Division", "parent": null}}""", "null among what to merge")]
    [InlineData("""{"op": "set-head", "unit": "C", "person": "CB1", "headship": "Boss"}""", "a headship nobody knows")]
    [InlineData("""{"op": "set-head", "unit": "C", "headship": "Head"}""", "nobody to lead")]
    [InlineData("""{"op": "set-coverage", "cell": 5, "units": ["C"]}""", "a number for a code")]
    [InlineData("null", "no step")]
    public void A_step_that_is_not_understood_is_refused_with_its_place(string step, string why)
    {
        var refused = Assert.Throws<RuleBrokenException>(() => ScenarioFile.Read(File(step)));
        Assert.Equal(("Scenario.Unreadable", 2, true), (refused.Code, refused.Args.Count, why.Length > 0));
    }

    [Theory]
    [InlineData(""), InlineData("null"), InlineData("[]"), InlineData("{}"), InlineData("{\"name\": \"x\"}"), InlineData("not json")]
    [InlineData("""{"name": "x", "effectiveOn": "2026-13-01", "decisions": {}, "steps": []}""")]
    [InlineData("""{"name": "x", "effectiveOn": "2026-07-01", "decisions": {}, "steps": [], "extra": 1}""")]
    [InlineData("""{"name": "x", "effectiveOn": "2026-07-01", "decisions": {"crown": null}, "steps": []}""")]
    [InlineData("""{"name": "x", "effectiveOn": "2026-07-01", "decisions": {"state": {"number": "1"}}, "steps": []}""")]
    [InlineData("""{"name": null, "effectiveOn": "2026-07-01", "decisions": {}, "steps": []}""")]
    [InlineData("""{"name": "x", "effectiveOn": "2026-07-01", "decisions": {}, "steps": null}""")]
    public void What_is_no_scenario_is_refused(string json) => Refusal.Is("Scenario.Unreadable", () => ScenarioFile.Read(json));

    private static string File(params string[] steps) => $$$"""
        {"name": "Phương án", "effectiveOn": "2026-07-01",
         "decisions": {"state": {"number": "1/QĐ", "issuer": "UBND", "signedOn": "2026-06-15", "subject": "Hợp nhất"}},
         "steps": [{{{string.Join(", ", steps)}}}]}
        """;
}
