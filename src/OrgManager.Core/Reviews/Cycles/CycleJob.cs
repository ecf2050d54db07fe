using System.Text.Json;
using OrgManager.Data;
using OrgManager.Jobs;

namespace OrgManager.Reviews;

/// <summary>A large year opened without the page; it tells how many committees and reviews it made.</summary>
internal sealed class CycleJob(Database database) : IJobKind
{
    public const string Kind = "OpenReviewYear";

    public string Name => Kind;

    public static string Input(CycleOrder order) => JsonSerializer.Serialize(order, TableExtensions.Json);

    /// <summary>Whether a job with this input opens the same committee's same year.</summary>
    public static bool Opens(string? input, CycleOrder order) => Read(input) is { } other && (other.Year, other.CommitteeId) == (order.Year, order.CommitteeId);

    public async Task<string?> RunAsync(string? input, IProgress<JobProgress> progress, CancellationToken ct)
    {
        var order = Read(input) ?? throw new InvalidOperationException("A year to open is missing.");
        await database.ChangeAsync(new(ReviewCycleService.OpenVerb), db => new CycleOpening(db, order).RunAsync(progress, ct), ct);
        return $"{order.Year}";
    }

    private static CycleOrder? Read(string? input) => JsonSerializer.Deserialize<CycleOrder>(input ?? "null", TableExtensions.Json);
}
