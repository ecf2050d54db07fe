using OrgManager.Organisation;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>What a target must say of itself to be taken.</summary>
public class TargetServiceTests : IAsyncLifetime
{
    private static readonly TargetFacts Facts = new TargetCase().Target;
    private static readonly TargetFacts Share = Facts with { Code = "S", Metric = TargetMetric.AutonomousShare, Set = ["ServiceUnit"], Direction = TargetDirection.ReachShare, BaselineOn = null };
    private TestOrg _org = null!;
    private TargetService Targets => _org.Get<TargetService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartAsync();
        await _org.Get<UnitKindService>().DefineAsync([new() { Code = "ServiceUnit", Name = "Đơn vị sự nghiệp", NameEn = "Service unit", Branch = Branch.Government, Order = 1, ServiceUnit = true }]);
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public Task A_target_needs_its_official_wording() => Refusal.IsAsync("Target.WordingMissing", () => Targets.DefineAsync([Facts with { Wording = "" }]));

    [Fact]
    public Task A_target_needs_a_code() => Refusal.IsAsync("Target.WordingMissing", () => Targets.DefineAsync([Facts with { Code = "" }]));

    [Fact]
    public async Task Start_milestones_and_due_day_follow_each_other()
    {
        await Refusal.IsAsync("Target.DueBeforeStart", () => Targets.DefineAsync([Facts with { Due = Facts.StartsOn }]));
        await Refusal.IsAsync("Target.DaysOutOfOrder", () => Targets.DefineAsync([Facts with { Milestones = [new(Facts.StartsOn.AddDays(-1), 5)] }]));
        await Refusal.IsAsync("Target.DaysOutOfOrder", () => Targets.DefineAsync([Facts with { Milestones = [new(Facts.Due.AddDays(1), 5)] }]));
        await Refusal.IsAsync("Target.DaysOutOfOrder", () => Targets.DefineAsync([Facts with { Milestones = [new(Facts.Due, 25), new(Facts.StartsOn, 5)] }]));
        await Targets.DefineAsync([Facts with { Milestones = [new(Facts.StartsOn, 5), new(Facts.Due, 25)] }]);
    }

    [Fact]
    public async Task A_reduction_needs_a_baseline_and_a_share_does_not()
    {
        await Refusal.IsAsync("Target.BaselineMissing", () => Targets.DefineAsync([Facts with { BaselineOn = null }]));
        await Targets.DefineAsync([Share, Facts with { Code = "U", BaselineOn = null, FixedBaseline = 5, FixedBaselineSource = "Báo cáo 12" }]);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_of_several_all_are_taken_or_none()
    {
        await Targets.DefineAsync([Facts]);
        await Refusal.IsAsync("Target.CodeTaken", () => Targets.DefineAsync([Facts with { Code = "U" }, Facts]));
        await Refusal.IsAsync("Target.CodeTaken", () => Targets.DefineAsync([Facts with { Code = "V" }, Facts with { Code = "V" }]));
        Assert.Equal(["T"], (await Targets.ProgressAsync(TargetCase.Due)).Select(t => t.Code));
    }

    [Fact]
    public void A_target_redefined_keeps_its_code()
    {
        var target = Target.Define(Facts);
        target.Redefine(Facts with { Code = "X", GoalPercent = 30 });
        Assert.Equal(("T", "T", 30m, 1), (target.Code, target.Facts.Code, target.Facts.GoalPercent, target.Version));
    }

    [Fact]
    public async Task Of_an_empty_organisation_nothing_is_counted_and_nothing_crashes()
    {
        await Targets.DefineAsync([Facts, Share]);
        Assert.Equal([TargetStatus.Behind, TargetStatus.NotStarted], (await Targets.ProgressAsync(TargetCase.Due)).Select(t => t.Status));
        Assert.Empty((await Targets.EvidenceAsync(TargetCase.Due))["T"]);
    }
}
