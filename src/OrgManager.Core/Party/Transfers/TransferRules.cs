using OrgManager.Common;

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
    private static readonly TransferRule[] All = [.. RuleFiles.Read<File>("transfer-rules.json").Rules.OrderBy(r => r.From)];

    /// <summary>The rule in force on a day; before the first one it is the first.</summary>
    public static TransferRule On(DateOnly day) => All.LastOrDefault(r => r.From <= day) ?? All[0];

    internal sealed record File(TransferRule[] Rules, string? Source = null, string? Note = null);
}
