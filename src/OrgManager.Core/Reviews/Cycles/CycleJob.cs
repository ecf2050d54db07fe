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

    public async Task<string?> RunAsync(string? input, IProgress<JobProgress> progress, CancellationToken ct)
    {
        var order = JsonSerializer.Deserialize<CycleOrder>(input ?? "null", TableExtensions.Json) ?? throw new InvalidOperationException("A year to open is missing.");
        await database.ChangeAsync(new(ReviewCycleService.OpenVerb), db => new CycleOpening(db, order).RunAsync(progress, ct), ct);
        return $"{order.Year}";
    }
}
