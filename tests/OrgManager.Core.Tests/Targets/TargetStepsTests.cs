using OrgManager.Organisation;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>A figure read off the histories is the figure counted on the day.</summary>
public class TargetStepsTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData(TargetMetric.UnitsOfKinds, "Division,ServiceUnit", null), InlineData(TargetMetric.UnitsOfKinds, "Division,ServiceUnit", "SCT")]
    [InlineData(TargetMetric.AutonomousShare, "ServiceUnit", null), InlineData(TargetMetric.AutonomousShare, "ServiceUnit", "SCT")]
    [InlineData(TargetMetric.AssignedQuota, "CivilServant,PublicEmployeeBudget", null), InlineData(TargetMetric.AssignedQuota, "CivilServant", "SCT")]
    [InlineData(TargetMetric.Present, "CivilServant,SupportContract", null), InlineData(TargetMetric.Present, "PublicEmployeeBudget", "KC"), InlineData(TargetMetric.Present, "CivilServant", "KHONGCO")]
    [InlineData(TargetMetric.Deputies, "", null), InlineData(TargetMetric.Deputies, "Division", null), InlineData(TargetMetric.Deputies, "", "VP")]
    public async Task A_figure_read_off_the_histories_is_the_one_counted_on_the_day(TargetMetric metric, string set, string? scope)
    {
        var target = new TargetFacts
        {
            Code = "T", Name = "T", ShortName = "T", Wording = "T", WordingEn = "T", Metric = metric, Set = set.Split(',', StringSplitOptions.RemoveEmptyEntries), ScopeUnit = scope,
            Binding = true, StartsOn = new(2015, 1, 1), Direction = TargetDirection.AtMost, GoalPercent = 1, Due = new(2030, 1, 1),
        };
        await model.Org.Database.ReadAsync(db =>
        {
            var days = db.Timeline.UnitAndQuotaTurns().Concat(db.Timeline.Employments.SelectMany(e => OrgTimeline.Turns(e.Primary.History))).Distinct();
            var (counted, read) = (new TargetCalculator(db.Timeline, target), new TargetCalculator(db.Timeline, target).ForManyDays());
            Assert.All(days.SelectMany(day => new[] { day.AddDays(-1), day }), day => Assert.Equal(counted.CountOn(day), read.CountOn(day)));
            return Task.FromResult(0);
        });
    }
}
