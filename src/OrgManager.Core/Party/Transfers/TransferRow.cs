using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>What is to happen next, and by when: the transfer done after the work moved, the letter presented, the temporary stay over.</summary>
public enum TransferDueKind { Move, Letter, Stay }

/// <param name="On">The last day on which it is in time; of a stay, its first day over.</param>
public sealed record TransferDue(TransferDueKind Kind, DateOnly On);

/// <summary>Which transfers: of one state (null: all), of one year, about one cell; what is null is not asked for.</summary>
/// <param name="Overdue">Only those that are late.</param>
public sealed record TransferQuery(TransferState? State = null, int? Year = null, string? Cell = null, bool Overdue = false);

/// <summary>One side: a cell with its name of the day, or an organisation outside.</summary>
public sealed record TransferEnd(UnitRef? Cell, string Name);

/// <summary>One transfer as its reader may see it.</summary>
public sealed record TransferRow
{
    public required Seen Seen { get; init; }
    public required Guid PersonId { get; init; }
    public required PersonRef Person { get; init; }
    public required TransferFacts Facts { get; init; }
    public required TransferEnd From { get; init; }
    public required TransferEnd To { get; init; }
    public required TransferState State { get; init; }
    public required string? LetterNumber { get; init; }
    public required DateOnly? IssuedOn { get; init; }

    /// <summary>Whose account confirmed for the sending side, and for the one that takes.</summary>
    public required string? IssuedBy { get; init; }
    public required DateOnly? ReceivedOn { get; init; }
    public required string? ReceivedBy { get; init; }
    public required DateOnly? JoinedOn { get; init; }
    public required DateOnly? ReturnedOn { get; init; }
    public required string? ClosedBecause { get; init; }

    /// <summary>What is due next, if anything is.</summary>
    public required TransferDue? Due { get; init; }
    public required bool IsOverdue { get; init; }

    /// <summary>Whether the reader may act for the side that sends, for the one that takes, and correct what was entered.</summary>
    public required bool MaySend { get; init; }
    public required bool MayTake { get; init; }
    public required bool MayCorrect { get; init; }

    /// <summary>Whether the reader may take the letter out of the house.</summary>
    public required bool MayPrint { get; init; }

    /// <summary>Between two cells of this organisation.</summary>
    public bool IsInside => From.Cell is not null && To.Cell is not null;
}

/// <summary>The transfers in reach: what is open first, by what is due; then the newest.</summary>
/// <param name="States">How many there are of each state, whatever state is asked for.</param>
/// <param name="Overdue">How many are late.</param>
/// <param name="MayDraft">The reader may begin one somewhere.</param>
public sealed record TransferList(IReadOnlyList<TransferRow> Rows, IReadOnlyDictionary<TransferState, int> States, int Overdue, IReadOnlyList<int> Years, bool MayDraft);

/// <summary>Somebody who stays in another cell than the own one for a time, or in this organisation without being its member.</summary>
/// <param name="Guest">Seen from the cell asked about: comes here, or is away from it.</param>
/// <param name="Until">The first day it is over.</param>
public sealed record TemporaryStay(Guid TransferId, PersonRef Person, bool Guest, TransferEnd Other, DateOnly From, DateOnly Until);
