using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Tests.Organisation;

namespace OrgManager.Tests.Data;

/// <summary>Two units between which <see cref="WritingProgram"/> moves posts, seen from a process that lives on.</summary>
internal sealed class WrittenOrg : IAsyncDisposable
{
    private static readonly DateOnly LastDay = new(2060, 1, 1);
    private readonly TestOrg _org;
    private readonly Guid[] _units;

    private WrittenOrg(TestOrg org, Guid[] units) => (_org, _units) = (org, units);

    /// <summary>The number of the newest change set seen.</summary>
    public long Committed { get; private set; }

    /// <summary>How the program is told of it.</summary>
    public IEnumerable<string> Words => [$"{_org.Storage.Provider}", _org.Storage.Connection, _org.Storage.Directory, $"{_units[0]}", $"{_units[1]}"];

    public static async Task<WrittenOrg> StartAsync()
    {
        var org = await SmallOrg.StartWithKindsAsync();
        return new(org, [await org.FoundAsync("A", WritingProgram.Start), await org.FoundAsync("B", WritingProgram.Start)]) { Committed = await HeadAsync(org) };
    }

    /// <summary>After a kill there is what the program told of, or one change set more, and all of it.</summary>
    public async Task AssertWholeAsync(long? told)
    {
        await _org.Database.ChangeAsync(new("Test"), _ => Task.CompletedTask); // changes nothing, but waits for the lock: a server may still be finishing what was sent
        var head = await HeadAsync(_org);
        Assert.InRange(head, told ?? Committed, (told ?? Committed) + 1);
        Committed = head;
        await AssertPostsAsync(_org);
    }

    /// <summary>Every set follows the one before, so a break at any kill is still there.</summary>
    public async Task AssertSoundAsync()
    {
        await using var reopened = _org.Beside();
        await AssertPostsAsync(reopened);
        await _org.AssertSoundAsync();
    }

    public ValueTask DisposeAsync() => _org.DisposeAsync();

    /// <summary>Every change set moved posts from one unit to the other: together they have as many as ever, on every day.</summary>
    private async Task AssertPostsAsync(TestOrg org)
    {
        var timeline = (await org.SnapshotAsync(LastDay)).Timeline;
        var levels = timeline.Quotas.SelectMany(q => q.History.Select(level => level.From)).Distinct().ToList();
        Assert.All(levels, day => Assert.Equal(WritingProgram.Posts, _units.Sum(u => timeline.On(day).Unit(u)!.Allocated[QuotaCategory.CivilServant])));
        Assert.Equal(Committed, timeline.Seq);
    }

    private static Task<long> HeadAsync(TestOrg org) => org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));
}
