using OrgManager.Establishment;
using OrgManager.Restructuring;
using OrgManager.Web.Restructuring;

namespace OrgManager.Web.Tests.Restructuring;

/// <summary>What a dialog asks for is the whole step: opened and saved again it is the same, and nothing half is saved.</summary>
public class StepFormTests
{
    private static readonly UnitToFound New = new("C", "Phòng C", "Division", "SO", "P. C", 3);

    public static TheoryData<string> Ops => [.. StepOps.All];

    [Fact]
    public void Every_operation_of_the_file_is_offered() =>
        Assert.Equal(typeof(ScenarioStep).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(ScenarioStep))), StepOps.All.Count);

    [Theory]
    [MemberData(nameof(Ops))]
    public void An_empty_form_says_what_is_missing(string op) => Assert.NotNull(new StepForm { Op = op }.Lacks);

    [Theory]
    [MemberData(nameof(Ops))]
    public void A_step_opened_and_saved_is_the_same(string op)
    {
        var step = Sample(op);
        var form = StepForm.Of(step);

        Assert.Null(form.Lacks);
        Assert.Equal(Json(step), Json(form.Step));
    }

    private static string Json(ScenarioStep step) => System.Text.Json.JsonSerializer.Serialize(step);

    private static ScenarioStep Sample(string op) => op switch
    {
        "found" => new FoundStep(New),
        "merge" => new MergeStep(["A", "B"], New),
        "absorb" => new AbsorbStep(["A"], "B"),
        "divide" => new DivideStep("A", [Part("X"), Part("Y")]),
        "separate" => new SeparateStep("A", [Part("X")]),
        "move" => new MoveStep("A", "B"),
        "rename" => new RenameStep("A", "Phòng mới", "PM"),
        "dissolve" => new DissolveStep("A"),
        "set-autonomy" => new SetAutonomyStep("A", 2),
        "set-quota" => new SetQuotaStep("A", QuotaKind.Assigned, QuotaCategory.CivilServant, 7),
        "convert-pay-source" => new ConvertPaySourceStep("A", 2, QuotaCategory.PublicEmployeeBudget, QuotaCategory.PublicEmployeeOwnRevenue, ["p1"]),
        "move-people" => new MovePeopleStep(["p1", "p2"], "B"),
        "set-head" => new SetHeadStep("A", "p1", Leadership.Deputy, 2),
        "move-functions" => new MoveFunctionsStep("A", ["Quản lý chợ"], "B"),
        _ => new SetCoverageStep("CELL", ["A", "B"]),
    };

    private static SplitPart Part(string code) => new(code, $"Phòng {code}", "Division", "SO", ["p1"], new Dictionary<QuotaCategory, int> { [QuotaCategory.CivilServant] = 2 }, code, 1);
}
