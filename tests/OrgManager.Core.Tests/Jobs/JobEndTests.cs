using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Jobs;

namespace OrgManager.Tests.Jobs;

/// <summary>Jobs that are called off, interrupted, refused or broken: none is lost, none runs for ever.</summary>
public class JobEndTests : IAsyncLifetime
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
    public async Task One_that_waits_is_called_off_at_once_and_never_begins()
    {
        await Jobs.CancelAsync(await _org.AskAsync());

        Assert.Equal(JobState.Cancelled, (await _org.MineAsync()).State);
        Assert.Empty(await _org.Get<JobRunner>().PickUpAsync());
        Assert.Equal(0, _job.Runs);
    }

    [Fact]
    public async Task One_that_runs_is_called_off_from_the_other_node()
    {
        await using var beside = _org.Beside();
        beside.Actor = _org.Actor;
        var id = await _org.AskAsync();
        var running = Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());
        await _job.Begun;

        await beside.Get<JobService>().CancelAsync(id);
        Assert.True((await _org.MineAsync()) is { State: JobState.Running, CancelAsked: true });
        await BeatWhileAsync(running);

        Assert.Equal(JobState.Cancelled, (await _org.MineAsync()).State);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task A_node_that_is_stopped_ends_its_jobs_as_interrupted()
    {
        using var stop = new CancellationTokenSource();
        await _org.AskAsync();
        var running = Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync(stop.Token));
        await _job.Begun;

        await stop.CancelAsync();
        await running;

        Assert.True((await _org.MineAsync()) is { State: JobState.Failed, Problem: "Job.Interrupted" });
    }

    [Fact]
    public async Task The_job_of_a_node_that_is_gone_is_interrupted_once_its_lease_is_over_and_not_before()
    {
        await _org.AskAsync();
        var (gone, job) = (new JobBook(_org.Database, _org.Time), await _org.Database.ReadAsync(db => db.Set<Job>().SingleAsync()));
        Assert.True(await gone.TryBeginAsync(job, "admin", default)); // and no beat ever after

        _org.Time.Advance(JobBook.Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await _org.Get<JobRunner>().PickUpAsync());
        Assert.Equal(JobState.Running, (await _org.MineAsync()).State);
        _org.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await _org.Get<JobRunner>().PickUpAsync());

        Assert.True((await _org.MineAsync()) is { State: JobState.Failed, Problem: "Job.Interrupted" });
        await gone.EndAsync(job, "admin", new(JobState.Done, "too late"));
        Assert.Equal(JobState.Failed, (await _org.MineAsync()).State);
        Assert.Equal(0, _job.Runs);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Whoever_still_runs_what_others_gave_up_stops()
    {
        await _org.AskAsync();
        var running = Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());
        await _job.Begun;
        await _org.Database.ChangeAsync(new("Test.GiveUp"), async db =>
        {
            (await db.Set<Job>().SingleAsync()).End(JobOutcome.Failed("Job.Interrupted"), _org.Time.GetUtcNow().UtcDateTime);
            db.Remove(await db.Set<JobPulse>().SingleAsync());
        });

        await BeatWhileAsync(running);

        Assert.Equal("Job.Interrupted", (await _org.MineAsync()).Problem);
    }

    [Fact]
    public async Task A_rule_that_refuses_is_told_with_what_it_says_and_a_fault_without()
    {
        _job.Let();
        _job.Act = _ => throw new RuleBrokenException("Backup.Failed", "disk full");
        var first = await _org.AskAsync();
        await RunAsync();
        var refused = await _org.MineAsync();
        Assert.Equal((JobState.Failed, "Backup.Failed", "disk full"), (refused.State, refused.Problem, Assert.Single(refused.Args)));

        await Jobs.DismissAsync(first);
        _job.Act = _ => throw new InvalidOperationException("a fault");
        await _org.AskAsync();
        await RunAsync();
        Assert.Equal("Job.Broken", (await _org.MineAsync()).Problem);
    }

    [Fact]
    public async Task What_is_over_waits_for_its_owner_alone_until_dismissed()
    {
        var id = await _org.AskAsync();
        await Refusal.IsAsync("Job.NotOver", () => Jobs.DismissAsync(id));
        _job.Let();
        await RunAsync();
        var owner = _org.Actor;
        await _org.SignInAsync("director");
        Assert.Empty(await Jobs.MineAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => Jobs.DismissAsync(id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Jobs.CancelAsync(id));

        _org.Actor = owner;
        await Refusal.IsAsync("Job.Over", () => Jobs.CancelAsync(id));
        await Jobs.DismissAsync(id);

        Assert.Empty(await Jobs.MineAsync());
        await AssertSoundAsync();
    }

    private JobService Jobs => _org.Get<JobService>();

    private async Task RunAsync() => await Task.WhenAll(await _org.Get<JobRunner>().PickUpAsync());

    /// <summary>Time passes beat by beat until it has ended.</summary>
    private async Task BeatWhileAsync(Task running)
    {
        while (!running.IsCompleted)
        {
            _org.Time.Advance(JobRunner.Beat);
            await _org.MineAsync();
        }
        await running;
    }

    private async Task AssertSoundAsync()
    {
        _org.Actor = Actor.System;
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
    }
}
