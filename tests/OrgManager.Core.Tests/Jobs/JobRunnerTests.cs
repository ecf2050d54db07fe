using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Jobs;

namespace OrgManager.Tests.Jobs;

/// <summary>A job runs once, as its owner, wherever it is picked up; whatever becomes of it is told.</summary>
public class JobRunnerTests : IAsyncLifetime
{
    private readonly TestJob _job = new();
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync(TestJobs.With(_job));
        await _org.SignInAsync("admin");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_job_waits_runs_and_tells_what_it_made()
    {
        await _org.AskAsync("flour");
        Assert.Equal(JobState.Waiting, (await _org.MineAsync()).State);

        var running = await PickUpAsync(_org);
        await _job.Begun;
        Assert.Equal(JobState.Running, (await _org.MineAsync()).State);
        _job.Let();
        await Task.WhenAll(running);

        var done = await _org.MineAsync();
        Assert.Equal((JobState.Done, "made of flour", Environment.MachineName, true), (done.State, done.Result, done.Node, done.IsOwn));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Of_two_nodes_that_pick_up_at_once_one_runs_it()
    {
        await using var beside = _org.Beside(TestJobs.With(_job));
        await _org.AskAsync();
        _job.Let();

        var picked = await Task.WhenAll(Task.Run(() => PickUpAsync(_org)), Task.Run(() => PickUpAsync(beside)));
        await Task.WhenAll(picked.SelectMany(running => running));

        Assert.Equal((1, JobState.Done), (_job.Runs, (await _org.MineAsync()).State));
        Assert.Empty(await PickUpAsync(beside));
    }

    [Fact]
    public async Task How_far_it_is_is_seen_from_the_other_node_and_is_no_change()
    {
        await using var beside = _org.Beside();
        beside.Actor = _org.Actor;
        await _org.AskAsync();
        var running = await PickUpAsync(_org);
        await _job.Begun;
        var seq = await SeqAsync();

        _job.Progress!.Report(new(3, 10));
        await BeatUntilAsync(async () => (await beside.MineAsync()).Progress == new JobProgress(3, 10));

        Assert.Equal(seq, await SeqAsync());
        _job.Let();
        await Task.WhenAll(running);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task What_it_changes_is_its_owners_and_names_the_job()
    {
        var id = await _org.AskAsync();
        _job.Act = database => database.ChangeAsync(new("Test.Work", Always: true), _ => Task.CompletedTask);
        _job.Let();

        await RunAsync();

        var sets = await _org.Database.ReadAsync(db => db.Set<ChangeSet>().Where(c => c.JobId == id).OrderBy(c => c.Seq).Select(c => new { c.Verb, c.UserId, c.UserName }).ToListAsync());
        Assert.Equal(["Job.Begin", "Test.Work", "Job.End"], sets.Select(c => c.Verb));
        Assert.All(sets, set => Assert.Equal((_org.Actor.UserId, _org.Actor.Name), (set.UserId, set.UserName)));
    }

    [Fact]
    public async Task Rights_taken_back_while_it_waited_are_gone_when_it_runs()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("second", AccountService.SamplePassword, Role.Admin));
        await _org.SignInAsync("second");
        await _org.Get<BackupService>().StartAsync();
        var owner = _org.Actor;
        await _org.SignInAsync("admin");
        await _org.Get<UserService>().RevokeAsync("second", Role.Admin);

        await RunAsync();

        _org.Actor = owner;
        Assert.Equal((JobState.Failed, "Error.NotAllowed"), (await _org.MineAsync() is var job ? job.State : default, job.Problem));
        Assert.False(Directory.Exists(Path.Combine(_org.Storage.Directory, "backups")));
    }

    [Fact]
    public async Task The_job_of_an_account_that_was_disabled_meanwhile_ends_refused()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("second", AccountService.SamplePassword, Role.Admin));
        await _org.SignInAsync("second");
        await _org.Get<BackupService>().StartAsync();
        await _org.SignInAsync("admin");
        await _org.Get<UserService>().DisableAsync("second");

        await RunAsync();

        Assert.Equal("Error.NotAllowed", (await _org.Get<BackupService>().ListAsync()).Job!.Problem);
        await AssertSoundAsync();
    }

    private static Task<IReadOnlyList<Task>> PickUpAsync(TestOrg org) => org.Get<JobRunner>().PickUpAsync();

    private async Task RunAsync() => await Task.WhenAll(await PickUpAsync(_org));

    /// <summary>Time passes beat by beat until it is so.</summary>
    private async Task BeatUntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo()) _org.Time.Advance(JobRunner.Beat);
    }

    private Task<long> SeqAsync() => _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

    private async Task AssertSoundAsync()
    {
        _org.Actor = Actor.System;
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
    }
}
