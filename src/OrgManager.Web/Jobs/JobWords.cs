using Microsoft.Extensions.Localization;
using OrgManager.Jobs;
using OrgManager.Web.Common;

namespace OrgManager.Web.Jobs;

internal static class JobWords
{
    public static string Kind(this IStringLocalizer<Texts> t, JobRow job) => t[$"JobKind.{job.Kind}"];

    /// <summary>How it ended.</summary>
    public static string Outcome(this IStringLocalizer<Texts> t, JobRow job) => job.State switch
    {
        JobState.Done => t[$"JobDone.{job.Kind}", [.. (job.Result ?? "").Split('|'), job.Node ?? ""]],
        JobState.Failed => t[job.Problem ?? "Job.Broken", [.. job.Args]],
        _ => t["Job.Cancelled"],
    };

    public static FindingLevel Level(JobRow job) => job.State == JobState.Failed ? FindingLevel.Block : FindingLevel.Info;
}
