using System.Text.Json;

namespace OrgManager.Party;

/// <summary>How long a transfer may take and a temporary stay may last, as one text has it.</summary>
/// <param name="OfficialWorkingDays">From the decision on the work, until the official transfer is done.</param>
/// <param name="PresentDays">From the letter, until it is presented.</param>
public sealed record TransferRule(
    DateOnly From, string Source, int OfficialWorkingDays, int PresentDays, int TemporaryLeastMonths, int TemporaryMostMonths, int StudyLeastMonths, int StudyMostMonths, bool Confirmed)
{
    public (int Least, int Most) Months(bool study) => study ? (StudyLeastMonths, StudyMostMonths) : (TemporaryLeastMonths, TemporaryMostMonths);
}

/// <summary>The thresholds of transfers by version: data (JSON beside this class).</summary>
public static class TransferRules
{
    private static readonly TransferRule[] All = Read();

    /// <summary>The rule in force on a day; before the first one it is the first.</summary>
    public static TransferRule On(DateOnly day) => All.LastOrDefault(r => r.From <= day) ?? All[0];

    private static TransferRule[] Read()
    {
        using var stream = typeof(TransferRules).Assembly.GetManifestResourceStream("transfer-rules.json")!;
        return [.. JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!.Rules.OrderBy(r => r.From)];
    }

    private sealed record File(TransferRule[] Rules);
}
