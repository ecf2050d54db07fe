using OrgManager.Data.Maintenance;

namespace OrgManager.Tests.Data.Maintenance;

/// <summary>The lock of a PostgreSQL server; of a SQLite file, its own tests tell.</summary>
public class ServerLockTests
{
    [Fact]
    public async Task Who_waits_says_for_which_database_and_goes_on_as_soon_as_it_is_prepared()
    {
        if (!TestDatabase.IsPostgres) return;
        await using var database = await TestDatabase.EmptyAsync();
        var said = new List<string>();
        using var first = await TakeAsync(database, _ => { });

        using var second = await TakeAsync(database, sentence =>
        {
            said.Add(sentence);
            first.Share();
        });

        Assert.Contains("org_", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_can_be_called_off()
    {
        if (!TestDatabase.IsPostgres) return;
        await using var database = await TestDatabase.EmptyAsync();
        using var held = await TakeAsync(database, _ => { });
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TakeAsync(database, _ => stop.Cancel(), stop.Token));
    }

    [Fact]
    public async Task Two_that_find_no_database_make_one()
    {
        if (!TestDatabase.IsPostgres) return;
        await using var database = TestDatabase.Absent();

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var held = await TakeAsync(database, _ => { });
            return held;
        }));

        Assert.Equal(4, taken.Length);
        await using var org = TestOrg.On(database, isOwner: false);
        Assert.Equal(DatabaseState.Absent, await org.Get<Migrator>().LookAsync()); // there, and without a table
    }

    private static Task<DataLock> TakeAsync(TestDatabase database, Action<string> say, CancellationToken ct = default) =>
        DataLock.TakeAsync(database.Storage, TimeSpan.Zero, say, ct);
}
