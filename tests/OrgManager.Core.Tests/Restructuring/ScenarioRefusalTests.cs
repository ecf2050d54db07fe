using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>Scenarios that cannot be carried out.</summary>
public class ScenarioRefusalTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly On = new(2026, 7, 1);
    private static readonly MergeStep Units = new(["QLCN", "TM"], new("CNTM", "Phòng Công nghiệp và Thương mại", "Division", "SCT"));
    private static readonly MergeStep Cells = new(["CB-CN", "CB-TM"], new("CB-CNTM", "Chi bộ Công nghiệp và Thương mại", "Cell", "DB-SCT"));

    public static TheoryData<string, ScenarioStep[]> Refused => new()
    {
        { "Scenario.UnitNotThere", [Units with { Units = ["QLCN", "XYZ"] }] },
        { "Scenario.UnitNotThere", [Units with { Units = ["QLCN", "QLTM"] }] },
        { "Scenario.UnitNotThere", [Units with { Into = Units.Into with { Parent = "XYZ" } }] },
        { "Scenario.UnitNotThere", [new SetCoverageStep("CB-CN", ["XYZ"])] },
        { "Scenario.BranchesMixed", [Units with { Units = ["QLCN", "CB-CN"] }] },
        { "Scenario.PersonNotThere", [Units, new SetHeadStep("CNTM", "XYZ", Leadership.Head)] },
        { "Scenario.PersonNotThere", [Units, new SetHeadStep("CNTM", "CB005", Leadership.Head)] },
        { "Scenario.PersonNotThere", [Units, new SetHeadStep("CNTM", "CB055", Leadership.Head)] },
        { "Scenario.PersonNotThere", [Cells, new SetHeadStep("CB-CNTM", "CB071", Leadership.Head)] },
        { "Scenario.LeadsNothing", [Units, new SetHeadStep("CNTM", "CB033", Leadership.Member)] },
        { "OrgUnit.CodeTaken", [Units with { Into = Units.Into with { Code = "VP" } }] },
        { "OrgUnit.CodeTaken", [Units, Units with { Units = ["VP", "TTR"] }] },
        { "OrgUnit.KindOfOtherBranch", [Units with { Into = Units.Into with { Kind = "Cell" } }] },
        { "OrgUnit.KindUnknown", [Units with { Into = Units.Into with { Kind = "Club" } }] },
        { "Scenario.UnitNotThere", [Units with { Units = ["QLCN", "QLCN"] }] },
        { "Scenario.UnitNotThere", [Units with { Units = [] }] },
        { "Scenario.UnitNotThere", [Units, new MergeStep(["QLCN", "VP"], new("GOP", "Phòng gộp", "Division", "SCT"))] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_done_is_refused_and_leaves_everything_as_it_was(string code, ScenarioStep[] steps)
    {
        var before = await SeqAsync();
        await Refusal.IsAsync(code, () => model.Org.Get<ScenarioService>().ApplyAsync(new() { Name = "Phương án", EffectiveOn = On, Decisions = new(), Steps = steps }));
        Assert.Equal(before, await SeqAsync());
    }

    private Task<long> SeqAsync() => model.Org.Database.ReadAsync(db => db.Set<ChangeSet>().MaxAsync(c => c.Seq));
}
