using Microsoft.EntityFrameworkCore;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Letters to be presented, transfers to be done, stays that end: as they are today, for how a letter stood on another day is not kept.</summary>
internal sealed class LetterDues : IPartyDueSource
{
    public async Task<IReadOnlyList<PartyDue>> OfAsync(PartyDueReading reading, CancellationToken ct)
    {
        if (reading.Day != reading.Db.Today) return [];
        var cells = reading.Cells.ToDictionary(cell => cell.Id);
        var transfers = await reading.Db.Set<MemberTransfer>().Where(t => t.State == TransferState.Issued || t.State == TransferState.Received || (t.State == TransferState.Joined && t.StaysUntil != null)).ToListAsync(ct);
        return [.. from transfer in transfers
                   let due = TransferDues.Of(transfer, reading.Day)
                   let cell = CellOf(transfer, cells)
                   where due is not null && cell is not null && due.On < reading.Until
                   select Of(reading, transfer, due, cell)];
    }

    private static PartyDue Of(PartyDueReading reading, MemberTransfer transfer, TransferDue due, UnitOn cell)
    {
        var (rule, person) = (TransferRules.On(transfer.IssuedOn ?? reading.Day), reading.Db.Timeline.People.Find(transfer.PersonId)!);
        return new(KindOf(due), due.On < reading.Day ? PartyDueUrgency.Overdue : due.Kind == TransferDueKind.Stay ? PartyDueUrgency.Ahead : PartyDueUrgency.Now, due.On, PartyDueReading.Ref(cell))
        {
            Person = new(person.Code, person.FullName), Of = transfer.IssuedOn, Asked = AskedOf(due, rule),
            Rule = RuleSource.Of(rule),
        };
    }

    private static PartyDueKind KindOf(TransferDue due) => due.Kind switch
    {
        TransferDueKind.Move => PartyDueKind.TransferMove,
        TransferDueKind.Letter => PartyDueKind.TransferLetter,
        _ => PartyDueKind.TransferStay,
    };

    private static int? AskedOf(TransferDue due, TransferRule rule) => due.Kind switch
    {
        TransferDueKind.Move => rule.OfficialWorkingDays,
        TransferDueKind.Letter => rule.PresentDays,
        _ => null,
    };

    /// <summary>Of the two sides the one in reach; the one that is to act first.</summary>
    private static UnitOn? CellOf(MemberTransfer transfer, Dictionary<Guid, UnitOn> cells) =>
        cells.GetValueOrDefault(transfer.ToCellId ?? Guid.Empty) ?? cells.GetValueOrDefault(transfer.FromCellId ?? Guid.Empty);
}
