using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

public class SuccessionTests
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1);

    [Fact]
    public void Nothing_succeeds_itself()
    {
        var unit = Guid.NewGuid();
        Assert.Equal("Succession.OfItself", Assert.Throws<RuleBrokenException>(() => Succession.Record(unit, unit, Apr, SuccessionKind.Merge, null)).Code);
    }

    [Fact]
    public async Task A_unit_may_become_several_and_several_one()
    {
        await using var org = await SmallOrg.StartWithKindsAsync();
        Guid[] ids = [await org.FoundAsync("A", Jan), await org.FoundAsync("B", Jan), await org.FoundAsync("C", Jan)];

        await RecordAsync(org, Succession.Record(ids[0], ids[1], Apr, SuccessionKind.Divide, null), Succession.Record(ids[0], ids[2], Apr, SuccessionKind.Divide, null),
            Succession.Record(ids[1], ids[2], Apr, SuccessionKind.Merge, null));

        await using var fresh = org.Beside();
        var timeline = (await fresh.SnapshotAsync(Apr)).Timeline;
        Assert.Equal(3, timeline.Successions.Count);
        Assert.Equal([ids[1], ids[2]], timeline.Successions.Where(s => s.PredecessorId == ids[0]).Select(s => s.SuccessorId).Order());
        Assert.Equal([ids[0], ids[1]], timeline.Successions.Where(s => s.SuccessorId == ids[2]).Select(s => s.PredecessorId).Order());
    }

    [Fact]
    public async Task What_became_what_is_written_down_once_and_only_of_units_there_are()
    {
        await using var org = await SmallOrg.StartWithKindsAsync();
        Guid[] ids = [await org.FoundAsync("A", Jan), await org.FoundAsync("B", Jan)];
        await RecordAsync(org, Succession.Record(ids[0], ids[1], Apr, SuccessionKind.Absorb, null));

        await SmallOrg.AssertBrokenAsync("Database.Refused", () => RecordAsync(org, Succession.Record(ids[0], ids[1], Apr, SuccessionKind.Merge, null)));
        await SmallOrg.AssertBrokenAsync("Database.Refused", () => RecordAsync(org, Succession.Record(ids[0], Guid.NewGuid(), Apr, SuccessionKind.Merge, null)));

        Assert.Single((await org.SnapshotAsync(Apr)).Timeline.Successions);
        await org.AssertSoundAsync();
    }

    private static Task RecordAsync(TestOrg org, params Succession[] successions) => org.Database.ChangeAsync(new("Test.Succession"), db =>
    {
        db.AddRange(successions);
        return Task.CompletedTask;
    });
}
