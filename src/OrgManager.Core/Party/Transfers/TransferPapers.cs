using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Giấy giới thiệu sinh hoạt đảng, phiếu chuyển sinh hoạt nội bộ: the paper of an issued transfer. It leaves the house and is in Vietnamese.</summary>
public sealed class TransferPapers(Database database, ReadLog log)
{
    /// <summary>The letter of a transfer, for a word processor.</summary>
    /// <exception cref="NotFoundException">There is no such transfer.</exception>
    /// <exception cref="RuleBrokenException">Transfer.NotIssued: no letter has been issued yet, or it came from outside.</exception>
    [UseCase(Permission.Export, Permission.ViewPartyRecord)]
    public Task<byte[]> LetterAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var transfer = await db.LoadAsync<MemberTransfer>(id, ct);
            db.Demand(Permission.ViewPartyRecord, transfer.SendingCellId, db.Today);
            db.Demand(Permission.Export, transfer.SendingCellId, db.Today);
            RuleBrokenException.Unless(transfer is { IssuedOn: not null, FromCellId: not null }, "Transfer.NotIssued");
            var person = db.Timeline.People.Find(transfer.PersonId)!;
            await log.WriteAsync(db.Actor, "TransferLetter", FieldClass.Party, person.Id == db.Actor.PersonId ? [] : [person.Code], ct);
            return DocxFile.Write(new TransferLetter(db.Timeline, transfer).Document());
        }, ct);
}
