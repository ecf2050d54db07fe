using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Tests.Data;

public class DatabaseTests : IAsyncLifetime
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task An_open_end_is_later_than_every_day_and_comes_back_open()
    {
        var id = await _org.FoundAsync("KH", Jan);
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Mới" });

        await using var db = await _org.OpenAsync();
        Assert.Equal([Apr, DateOnly.MaxValue], await db.Set<OrgUnitVersion>().OrderBy(v => v.Until).Select(v => v.Until).ToListAsync());
        Assert.Equal("Mới", (await db.Set<OrgUnitVersion>().On(DateOnly.MaxValue.AddDays(-1)).SingleAsync()).Name);
        Assert.Equal("KH", (await db.Set<OrgUnitVersion>().On(Apr.AddDays(-1)).SingleAsync()).Name);
        Assert.Null((await _org.Units.GetAsync(id)).History[1].Until);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_nothing_behind()
    {
        var before = await CountsAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _org.Database.ChangeAsync(new("Test"), db =>
        {
            db.Add(Unit("KH"));
            throw new InvalidOperationException("Test");
        }));
        await SmallOrg.AssertBrokenAsync("OrgUnit.Unknown", () => _org.Database.ChangeAsync(new("Test"), db =>
        {
            db.AddRange(Unit("KH"), Unit("TC", parent: Guid.NewGuid()));
            return Task.CompletedTask;
        }));
        await SmallOrg.AssertBrokenAsync("Database.Refused", () => _org.Database.ChangeAsync(new("Test"), db =>
        {
            db.AddRange(Unit("KH"), Unit("KH"));
            return Task.CompletedTask;
        }));

        Assert.Equal(before, await CountsAsync());
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_change_called_off_leaves_nothing_behind()
    {
        var before = await CountsAsync();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _org.Database.ChangeAsync(new("Test"), async db =>
        {
            db.Add(Unit("KH"));
            await stop.CancelAsync();
        }, stop.Token));

        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task What_was_read_cannot_be_saved_around_the_write_path()
    {
        await using var db = await _org.OpenAsync();
        db.Add(Unit("KH"));

#pragma warning disable RS0030 // that it is banned is what this shows
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
#pragma warning restore RS0030
    }

    [Fact]
    public async Task Reading_goes_on_while_somebody_writes_and_sees_what_was_committed()
    {
        await using var beside = _org.Beside();
        await _org.Database.ChangeAsync(new("Test"), async db =>
        {
            db.Add(Unit("KH"));
            Assert.Empty((await beside.SnapshotAsync(Jan)).Units);
        });

        Assert.Single((await beside.SnapshotAsync(Jan)).Units);
    }

    [Fact]
    public async Task The_version_counter_follows_the_data_and_the_access_counter_only_accounts()
    {
        var start = await VersionsAsync();
        await _org.FoundAsync("KH", Jan);
        Assert.Equal((start.Data + 1, start.Access), await VersionsAsync());

        await _org.Get<OrgManager.Access.UserService>().AddAsync(new("admin", "Dài-và-khó-1-đoán", OrgManager.Access.Role.Admin));
        Assert.Equal((start.Data + 2, start.Access + 1), await VersionsAsync());
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing()
    {
        var id = await _org.FoundAsync("KH", Jan);
        var (before, seen) = (await CountsAsync(), await _org.SeeAsync(id));

        await _org.Units.ChangeAsync(seen, Jan, new() { Name = "KH" });

        Assert.Equal(before, await CountsAsync());
        Assert.Equal(seen, await _org.SeeAsync(id));
    }

    private async Task<(int Units, int Versions, int Sets, int Entries, long Data, long Known)> CountsAsync()
    {
        await using var db = await _org.OpenAsync();
        return (await db.Set<OrgUnit>().CountAsync(), await db.Set<OrgUnitVersion>().CountAsync(), await db.Set<ChangeSet>().CountAsync(),
            await db.Set<ChangeSetEntry>().CountAsync(), (await db.Set<Versions>().SingleAsync()).Data, db.Timeline.Seq);
    }

    private Task<(long Data, long Access)> VersionsAsync() =>
        _org.Database.ReadAsync(async db => await db.Set<Versions>().SingleAsync() is { } v ? (v.Data, v.Access) : default);

    private static OrgUnit Unit(string code, Guid? parent = null) => OrgUnit.Found(code, Branch.Government, new(code, "Division", parent), Jan);
}
