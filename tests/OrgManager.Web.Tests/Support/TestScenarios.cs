using OrgManager.Restructuring;
using OrgManager.Tests;

namespace OrgManager.Web.Tests;

/// <summary>A scenario for tests that share a database and only look.</summary>
internal static class TestScenarios
{
    /// <summary>A draft of the officer's in which two divisions become one, so that people are to be placed.</summary>
    public static async Task DraftAsync(TestDatabase database)
    {
        await using var org = TestOrg.On(database, isOwner: false);
        await org.SignInAsync("hr");
        await org.Get<ScenarioDraftService>().ImportAsync(new()
        {
            Name = "Phương án 03: hợp nhất QLCN và TM", EffectiveOn = new(2026, 7, 1), Decisions = new(),
            Steps = [new MergeStep(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"))],
        });
    }
}
