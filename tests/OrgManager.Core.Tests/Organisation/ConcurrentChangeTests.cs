using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Organisation;

/// <summary>Two processes on one database at the same moment: one wins, the other is told, nothing is broken.</summary>
public class ConcurrentChangeTests : IAsyncLifetime
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1);
    private TestOrg _org = null!, _beside = null!;

    public async Task InitializeAsync() => _beside = (_org = await SmallOrg.StartWithKindsAsync()).Beside();

    public async Task DisposeAsync()
    {
        await _beside.DisposeAsync();
        await _org.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_moves_that_would_make_a_circle_together_one_is_refused()
    {
        for (var round = 0; round < 20; round++)
        {
            var a = await _org.SeeAsync(await _org.FoundAsync($"A{round}", Jan));
            var b = await _org.SeeAsync(await _org.FoundAsync($"B{round}", Jan));

            var refusals = await AtOnceAsync(
                () => _org.Units.ChangeAsync(a, Apr, new() { ParentId = b.Id }), () => _beside.Units.ChangeAsync(b, Apr, new() { ParentId = a.Id }));

            Assert.Equal("OrgUnit.Circle", Assert.IsType<RuleBrokenException>(Assert.Single(refusals)).Code);
            var after = await _org.SnapshotAsync(Apr);
            Assert.Single(new[] { after.Unit(a.Id)!.Parent, after.Unit(b.Id)!.Parent }, parent => parent is null);
        }
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_unit_does_not_end_while_somebody_is_taken_on_in_it()
    {
        for (var round = 0; round < 20; round++)
        {
            var unit = await _org.SeeAsync(await _org.FoundAsync($"U{round}", Jan));
            var newcomer = new NewStaff(new($"P{round}", "Nguyễn Văn An", Sex.Male, new(1990, 5, 2)), new(unit.Id, QuotaCategory.CivilServant));

            var refusals = await AtOnceAsync(
                () => _org.Units.EndAsync(unit, Apr), () => _beside.Get<StaffService>().RecruitAsync(newcomer, Apr.AddDays(-9)));

            var refused = Assert.IsType<RuleBrokenException>(Assert.Single(refusals));
            var ended = (await _org.SnapshotAsync(Apr)).Unit(unit.Id) is null;
            Assert.Equal(ended ? "OrgUnit.EndsBefore" : "OrgUnit.HasPeople", refused.Code);
            Assert.Equal(ended ? 0 : 1, (await _org.SnapshotAsync(Apr.AddDays(-1))).Unit(unit.Id)!.Posts.Count);
        }
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task Of_two_edits_of_one_record_one_is_told_what_the_other_made_of_it()
    {
        var id = await _org.FoundAsync("KH", Jan);
        for (var round = 0; round < 20; round++)
        {
            var (seen, day) = (await _org.SeeAsync(id), Apr.AddDays(round));

            var refusals = await AtOnceAsync(
                () => _org.Units.ChangeAsync(seen, day, new() { Name = "Một" }), () => _beside.Units.ChangeAsync(seen, day, new() { Name = "Hai" }));

            var now = Assert.IsType<OrgManager.Organisation.OrgUnitDetails>(Assert.IsType<ConflictException>(Assert.Single(refusals)).Current);
            Assert.Equal((await _org.SnapshotAsync(day)).Unit(id)!.Name, now.On(day)!.Name);
            Assert.Equal(seen.Version + 1, now.Seen.Version);
        }
    }

    [Fact]
    public async Task Many_writers_at_once_all_get_their_turn()
    {
        var before = (await _org.SnapshotAsync(Jan)).Timeline.Seq;
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => (i % 2 == 0 ? _org : _beside).Units.FoundAsync(
            new($"N{i}", OrgManager.Organisation.Branch.Government, new($"Phòng {i}", "Division")), Jan))));

        Assert.Equal(24, (await _org.SnapshotAsync(Jan)).Units.Count());
        Assert.Equal(before + 24, await _beside.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq)));
        await _org.AssertSoundAsync();
    }

    /// <summary>On threads of their own, released together, because SQLite waits by blocking.</summary>
    private static async Task<IReadOnlyList<Exception>> AtOnceAsync(params Func<Task>[] changes)
    {
        using var start = new Barrier(changes.Length);
        var outcomes = await Task.WhenAll(changes.Select(change => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return Record.ExceptionAsync(change);
        }, default, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        return [.. outcomes.OfType<Exception>()];
    }
}
