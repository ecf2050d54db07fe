using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding;
using OrgManager.Organisation;
using OrgManager.Reviews;
using OrgManager.Targets;

namespace OrgManager.Tests.Seeding;

/// <summary>Telling the model's story until a day, and only into an empty database.</summary>
public class ModelSeederTests
{
    [Fact]
    public async Task Until_a_day_the_story_stops_there()
    {
        await using var org = await TestOrg.StartAsync();
        await org.FillModelAsync(until: new(2016, 4, 30));

        var last = await org.SnapshotAsync(org.Today);
        Assert.Equal([], last.Timeline.Successions.Select(s => s.On));
        Assert.Equal((58, 22), (last.Unit("SCT")!.Assigned!.Value.CivilServant, last.Unit("KC")!.Assigned!.Value.PublicEmployeeBudget + last.Unit("XT")!.Assigned!.Value.PublicEmployeeBudget));
        Assert.Null(last.Posts.FirstOrDefault(p => p.Person.Code == "CB097")); // left on 2016-03-01
        Assert.NotNull(last.Posts.FirstOrDefault(p => p.Person.Code == "CB092")); // would leave on 2016-05-01
        Assert.All(last.Timeline.Employments, e => Assert.True(e.Primary.History[^1].From <= new DateOnly(2016, 4, 30)));

        Assert.Equal(4, (await org.Get<TargetService>().ProgressAsync(org.Today)).Count);
        Assert.Equal((0, 9), await org.Database.ReadAsync(async db => (await db.Set<Review>().CountAsync(), await db.Set<OrgUser>().CountAsync())));
        Assert.True((await org.Get<Verifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_not_filled()
    {
        await using var org = await TestOrg.StartModelAsync();
        var before = await SeqAsync(org);
        await Refusal.IsAsync("Sample.NotEmpty", () => org.FillModelAsync());
        Assert.Equal(before, await SeqAsync(org));
    }

    [Fact]
    public async Task Not_even_a_unit_of_ones_own_is_mixed_with_the_sample()
    {
        await using var org = await TestOrg.StartAsync();
        await org.Get<UserService>().AddAsync(new("root", "Mat-khau#moi2026", Role.Admin));
        await Refusal.IsAsync("Sample.NotEmpty", () => org.FillModelAsync());
        Assert.Empty((await org.SnapshotAsync(org.Today)).Timeline.Units);
    }

    [Fact]
    public async Task The_full_story_is_sound_and_every_change_of_it_has_its_decision()
    {
        await using var org = await TestOrg.StartModelAsync();
        Assert.True((await org.Get<Verifier>().VerifyAsync()).Ok);
        var timeline = (await org.SnapshotAsync(org.Today)).Timeline;
        Assert.All(timeline.Units.SelectMany(u => u.History.SelectMany(s => s.Says)), says => Assert.NotNull(says.DecisionId));
        Assert.All(timeline.Quotas.SelectMany(q => q.History.SelectMany(s => s.Says)), says => Assert.NotNull(says.DecisionId));
        Assert.All(timeline.Employments.SelectMany(e => e.Primary.History.SelectMany(s => s.Says)), says => Assert.NotNull(says.DecisionId));
        Assert.All(timeline.Members.SelectMany(m => m.History.SelectMany(s => s.Says)), says => Assert.NotNull(says.DecisionId));
        Assert.All(timeline.Units.Where(u => u.History.Until < DateOnly.MaxValue), u => Assert.NotNull(u.History[^1].EndDecisionId));
    }

    private static Task<long> SeqAsync(TestOrg org) => org.Database.ReadAsync(db => db.Set<ChangeSet>().MaxAsync(c => c.Seq));
}
