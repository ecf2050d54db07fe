using OrgManager.Decisions;

namespace OrgManager.Import;

/// <summary>One import that was carried out, for the list of them.</summary>
/// <param name="AppliedIn">Number of its change set.</param>
public sealed record ImportBatchRow(Guid Id, string FileName, DateOnly On, DecisionRef? Decision, ImportCounts Counts, ImportBatchState State, long AppliedIn, DateTime AtUtc, string By);
