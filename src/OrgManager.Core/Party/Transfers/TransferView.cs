using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Transfers as one reader may see them: either side sees them, the one that takes not before the letter is issued.</summary>
internal sealed class TransferView(OrgDbContext db, Scope record)
{
    private readonly Scope _changes = db.ScopeFor(Permission.ChangePartyRecord, db.Today), _corrects = db.ScopeFor(Permission.CorrectHistory, db.Today), _exports = db.ScopeFor(Permission.Export, db.Today);

    public bool Reaches(MemberTransfer t) =>
        t.PersonId == record.PersonId ? t.IssuedOn is not null || Includes(t.SendingCellId) : Includes(t.SendingCellId) || (t.IssuedOn is not null && Includes(t.TakingCellId));

    public TransferRow Row(MemberTransfer t)
    {
        var person = db.Timeline.People.Find(t.PersonId)!;
        var (sends, takes) = (_changes.Includes(t.SendingCellId), _changes.Includes(t.TakingCellId));
        return new()
        {
            Seen = new(t.Id, t.Version), PersonId = t.PersonId, Person = new(person.Code, person.FullName), Facts = t.Facts, State = t.State,
            From = Side(t.FromCellId, t.FromOutside, t), To = Side(t.ToCellId, t.ToOutside, t),
            LetterNumber = t.LetterNumber, IssuedOn = t.IssuedOn, IssuedBy = t.IssuedBy, ReceivedOn = t.ReceivedOn, ReceivedBy = t.ReceivedBy,
            JoinedOn = t.JoinedOn, ReturnedOn = t.ReturnedOn, ClosedBecause = t.ClosedBecause,
            Due = TransferDues.Of(t, db.Today), IsOverdue = TransferDues.IsOverdue(t, db.Today),
            MaySend = sends, MayTake = takes, MayCorrect = _corrects.Includes(t.SendingCellId) && _corrects.Includes(t.TakingCellId),
            MayPrint = t.IssuedOn is not null && _exports.Includes(t.SendingCellId) && record.Includes(t.SendingCellId),
        };
    }

    /// <summary>Open ones first, what is due soonest on top; then what is closed, the newest first.</summary>
    public static IEnumerable<TransferRow> InOrder(IEnumerable<TransferRow> rows) =>
        rows.OrderBy(r => Closed(r) is not null).ThenBy(r => Closed(r) is null ? r.Due?.On ?? DateOnly.MaxValue : DateOnly.MinValue).ThenByDescending(r => Closed(r)).ThenBy(r => r.Person.Code, StringComparer.Ordinal);

    public TransferEnd Side(Guid? cellId, string? outside, MemberTransfer t)
    {
        if (cellId is not { } id) return new(null, outside ?? "");
        var cell = UnitNames.Ref(db.Timeline.Units.Find(id)!, t.JoinedOn ?? t.IssuedOn ?? db.Today);
        return new(cell, cell.Name);
    }

    private bool Includes(Guid cellId) => record.Includes(cellId);

    private static DateOnly? Closed(TransferRow r) => r.State switch
    {
        TransferState.Joined => r.JoinedOn,
        TransferState.Returned => r.ReturnedOn,
        TransferState.Withdrawn => r.IssuedOn ?? DateOnly.MinValue,
        _ => null,
    };
}
