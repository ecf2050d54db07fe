using OrgManager.Access;
using OrgManager.Data.Maintenance;
using OrgManager.Jobs;

namespace OrgManager.Tests.Data.Maintenance;

/// <summary>Backups from the site: whole, told in the trail, and for administrators alone.</summary>
public class BackupServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private BackupService Backups => _org.Get<BackupService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_backup_is_named_by_the_time_listed_and_told_in_the_trail()
    {
        await _org.SignInAsync("admin");
        Assert.Empty((await Backups.ListAsync()).Rows);

        var name = await Backups.MakeAsync();

        var row = Assert.Single((await Backups.ListAsync()).Rows);
        Assert.StartsWith("orgmanager-20260115-090000.", name, StringComparison.Ordinal); // the clocks in Hanoi
        Assert.Equal(name, row.File);
        Assert.True(row.Bytes > 10_000);
        await _org.Get<Migrator>().DemandOursAsync(Path.Combine((await Backups.ListAsync()).Directory, name));
        var told = (await _org.Get<TrailService>().ListAsync(new(), null, 1)).Rows[0];
        Assert.Equal(("Backup.Make", name), (told.Verb, told.Reason));
    }

    [Fact]
    public async Task What_goes_wrong_is_told_and_leaves_nothing_behind()
    {
        await _org.SignInAsync("admin");
        var directory = (await Backups.ListAsync()).Directory;
        await File.WriteAllTextAsync(directory, "");
        await Refusal.IsAsync("Backup.Failed", () => Backups.MakeAsync());
        File.Delete(directory);

        await Backups.MakeAsync();
        await Refusal.IsAsync("Backup.Failed", () => Backups.MakeAsync()); // the same second: nothing is overwritten
        Assert.Single(Directory.GetFiles(directory));
    }

    [Fact]
    public async Task Asked_for_it_is_made_without_the_page_one_at_a_time()
    {
        await _org.SignInAsync("admin");
        await Backups.StartAsync();
        await Refusal.IsAsync("Backup.Underway", () => Backups.StartAsync());
        Assert.Empty((await Backups.ListAsync()).Rows);

        await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

        var list = await Backups.ListAsync();
        Assert.Equal((JobState.Done, Assert.Single(list.Rows).File), (list.Job!.State, list.Job.Result));
        Assert.Equal(list.Job, Assert.Single(await _org.Get<JobService>().MineAsync()), (a, b) => a!.Id == b!.Id);
        await _org.Get<JobService>().DismissAsync(list.Job.Id);
        Assert.Null((await Backups.ListAsync()).Job);
        await Backups.StartAsync();
    }

    [Fact]
    public async Task Called_off_it_leaves_nothing_behind()
    {
        await _org.SignInAsync("admin");
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _org.Get<Backups>().BackupAsync(Path.Combine(_org.Storage.Directory, "copy"), cancel.Token));

        Assert.False(File.Exists(Path.Combine(_org.Storage.Directory, "copy")));
    }

    [Fact]
    public async Task Nobody_else_makes_or_lists_them()
    {
        await _org.SignInAsync("inspector");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Backups.StartAsync());
        await Assert.ThrowsAsync<AccessDeniedException>(() => Backups.MakeAsync());
        await Assert.ThrowsAsync<AccessDeniedException>(() => Backups.ListAsync());
        Assert.False(Directory.Exists(Path.Combine(_org.Storage.Directory, "backups")));
    }
}
