using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Jobs;

/// <summary>A job as its owner, or whoever administers, sees it.</summary>
/// <param name="Node">The machine that runs or ran it.</param>
/// <param name="Problem">Why it failed: a key of the texts, filled in with <paramref name="Args"/>.</param>
/// <param name="IsOwn">Whether the reader asked for it.</param>
public sealed record JobRow(
    Guid Id, string Kind, JobState State, string? Node, DateTime AskedUtc, DateTime? EndedUtc, JobProgress? Progress, bool CancelAsked, string? Result, string? Problem, IReadOnlyList<string> Args, bool IsOwn)
{
    public bool IsOver => State is not (JobState.Waiting or JobState.Running);

    /// <summary>The newest first.</summary>
    internal static async Task<IReadOnlyList<JobRow>> ReadAsync(OrgDbContext db, IQueryable<Job> jobs, CancellationToken ct)
    {
        var rows = await (from job in jobs
                          join beat in db.Set<JobPulse>() on job.Id equals beat.JobId into beats
                          from pulse in beats.DefaultIfEmpty()
                          orderby job.AskedUtc descending
                          select new { job, Done = (long?)pulse.Done, Total = (long?)pulse.Total }).ToListAsync(ct);
        return [.. rows.Select(r => new JobRow(r.job.Id, r.job.Kind, r.job.State, r.job.Node, r.job.AskedUtc, r.job.EndedUtc,
            r is { Done: { } done, Total: { } total } ? new(done, total) : null, r.job.CancelAsked, r.job.Result, r.job.Problem, r.job.Args, r.job.UserId == db.Actor.UserId))];
    }
}
