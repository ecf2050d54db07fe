using Microsoft.Extensions.DependencyInjection;
using OrgManager.Data.Maintenance;
using OrgManager.Jobs;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Jobs;

/// <summary>The running site picks jobs up by itself.</summary>
public class JobHostTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private TestOrg _elsewhere = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartModelAsync();
        _elsewhere = TestOrg.On(_site.Database, isOwner: false);
        await _elsewhere.SignInAsync("admin");
    }

    public async Task DisposeAsync()
    {
        await _elsewhere.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_was_asked_for_at_another_node_is_found_when_time_passes()
    {
        await _elsewhere.Get<BackupService>().StartAsync();

        var ended = await EndedAsync(() => _site.Time.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(JobState.Done, ended.State);
        Assert.True(File.Exists(Path.Combine(_site.Database.Storage.Directory, "backups", ended.Result!)));
    }

    [Fact]
    public async Task What_was_asked_for_here_begins_at_once()
    {
        await _elsewhere.Get<BackupService>().StartAsync();
        _site.Services.GetRequiredService<JobBell>().Ring();

        Assert.Equal(JobState.Done, (await EndedAsync(() => { })).State);
    }

    private async Task<JobRow> EndedAsync(Action meanwhile)
    {
        for (; ; )
        {
            var job = (await _elsewhere.Get<BackupService>().ListAsync()).Job;
            if (job is { IsOver: true } ended) return ended;
            if (job is { State: JobState.Waiting }) meanwhile(); // while it runs, time that flies would let its lease run out
        }
    }
}
