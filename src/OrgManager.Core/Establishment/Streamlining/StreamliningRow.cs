using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>Which cases: of one state, leaving in one year; what is null is not asked for.</summary>
public sealed record StreamliningQuery(StreamliningState? State = null, int? Year = null);

/// <summary>One case as its reader may see it.</summary>
/// <param name="Unit">Where the person works on the last day, and the post there.</param>
/// <param name="Facts">Null where personal fields are out of reach: then only that somebody leaves, and when, is told.</param>
/// <param name="Posts">Posts allocated to the unit in the category on the day of leaving, of which one would be returned; null where the case is closed.</param>
public sealed record StreamliningRow(
    Seen Seen, PersonRef Person, Guid PersonId, UnitRef Unit, string Post, string PostEn, QuotaCategory Category, DateOnly LeavesOn, StreamliningState State,
    StreamliningFacts? Facts, string? WithdrawnBecause, DecisionRef? Approved, DecisionRef? Executed, int? Posts, bool MayChange)
{
    /// <summary>It is carried out, and the reader may revoke that.</summary>
    public bool MayRevoke { get; init; }
}

/// <summary>The cases in reach, those that leave first on top.</summary>
/// <param name="States">How many there are of each state, whatever is asked for.</param>
/// <param name="MayPlan">The reader may plan a case for somebody.</param>
public sealed record StreamliningList(IReadOnlyList<StreamliningRow> Rows, IReadOnlyDictionary<StreamliningState, int> States, IReadOnlyList<int> Years, bool MayPlan);

/// <summary>One line of the official register: what is known of the person beside the case.</summary>
/// <param name="Before">The step before the one of now, if there was one.</param>
public sealed record StreamliningRegisterRow(StreamliningRow Case, DateOnly Born, RegisterSalary? Salary, RegisterSalary? Before, int AgeYears, int AgeMonths);

/// <summary>Hệ số lương, and since when.</summary>
public sealed record RegisterSalary(string Rank, int Step, decimal Coefficient, DateOnly From);
