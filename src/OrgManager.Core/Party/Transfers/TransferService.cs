using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Chuyển sinh hoạt đảng, confirmed by both sides: who reaches the cell that sends drafts, issues, withdraws; who reaches the one that takes receives, lets join, returns. Only joining moves the membership.</summary>
public sealed class TransferService(Database database)
{
    /// <summary>Soạn: nothing moves yet.</summary>
    /// <exception cref="RuleBrokenException">Transfer.Twice: one is under way already; Transfer.NotInCell: not a member of the cell it leaves; Transfer.MemberHere: comes from outside and is a member here; and those of <see cref="MemberTransfer.Draft"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> DraftAsync(Guid personId, TransferFacts facts, CancellationToken ct = default)
    {
        var transfer = MemberTransfer.Draft(personId, facts);
        await database.ChangeAsync(new("Transfer.Draft"), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, transfer.SendingCellId, db.Today);
            var person = db.Timeline.People.Find(personId) ?? throw new NotFoundException(typeof(Staff.Person), personId);
            RuleBrokenException.Unless(!await db.Set<MemberTransfer>().AnyAsync(t => t.PersonId == personId && (t.State == TransferState.Draft || t.State == TransferState.Issued || t.State == TransferState.Received), ct),
                "Transfer.Twice", person.FullName);
            TransferMove.DemandPlace(db, transfer, db.Today, drafting: true);
            db.Add(transfer);
        }, ct);
        return transfer.Id;
    }

    /// <inheritdoc cref="MemberTransfer.Revise"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task ReviseAsync(Seen seen, TransferFacts facts, CancellationToken ct = default) =>
        EditAsync(new("Transfer.Revise"), seen, Sending, null, (db, t) =>
        {
            t.Revise(facts);
            db.Demand(Permission.ChangePartyRecord, t.SendingCellId, db.Today);
            TransferMove.DemandPlace(db, t, db.Today, drafting: true);
        }, ct);

    /// <inheritdoc cref="MemberTransfer.Issue"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task IssueAsync(Seen seen, string letterNumber, DateOnly on, CancellationToken ct = default) =>
        EditAsync(new("Transfer.Issue"), seen, Sending, on, (db, t) =>
        {
            t.Issue(letterNumber, on, db.Actor.Name);
            TransferMove.DemandPlace(db, t, on);
        }, ct);

    /// <inheritdoc cref="MemberTransfer.Withdraw"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        EditAsync(new("Transfer.Withdraw", reason), seen, Sending, null, (_, t) => t.Withdraw(reason), ct);

    /// <inheritdoc cref="MemberTransfer.Receive"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task ReceiveAsync(Seen seen, DateOnly on, CancellationToken ct = default) =>
        EditAsync(new("Transfer.Receive"), seen, Taking, on, (db, t) => t.Receive(on, db.Actor.Name), ct);

    /// <summary>From this day on a member of the cell that takes; of the one left until the day before. Out of the organisation the membership ends, from outside it begins, a temporary stay leaves it as it is.</summary>
    /// <exception cref="RuleBrokenException">Transfer.NotInCell: left the cell otherwise meanwhile; Transfer.StaysElsewhere: another temporary stay runs; those of <see cref="MemberTransfer.Join"/> and of the change of the membership.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task JoinAsync(Seen seen, DateOnly on, CancellationToken ct = default) =>
        database.ChangeAsync(new("Transfer.Join"), async db =>
        {
            var transfer = await LoadAsync(db, seen, Taking, on, ct);
            transfer.Join(on, db.Actor.Name);
            await TransferMove.MakeAsync(db, transfer, on, ct);
        }, ct);

    /// <inheritdoc cref="MemberTransfer.Return"/>
    [UseCase(Permission.ChangePartyRecord)]
    public Task ReturnAsync(Seen seen, DateOnly on, string reason, CancellationToken ct = default) =>
        EditAsync(new("Transfer.Return", reason), seen, Taking, on, (_, t) => t.Return(on, reason), ct);

    /// <summary>The member comes back to the own cell before the stay was to be over, or it was to be over on another day.</summary>
    /// <exception cref="RuleBrokenException">Transfer.StaysElsewhere: it would run into another stay; Transfer.NotInCell: it would outlast the membership of the cell; those of <see cref="MemberTransfer.EndStay"/>, and of how long a stay may last.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task EndStayAsync(Seen seen, DateOnly on, CancellationToken ct = default) =>
        database.ChangeAsync(new("Transfer.EndStay"), async db =>
        {
            var transfer = await LoadAsync(db, seen, Sending, null, ct);
            transfer.EndStay(on);
            var most = TransferRules.On(transfer.IssuedOn!.Value).Months(transfer.Study).Most;
            RuleBrokenException.Unless(on <= transfer.IssuedOn.Value.AddMonths(most), "Transfer.StayTooLong", most);
            TransferMove.DemandPlace(db, transfer, on.AddDays(-1));
            await TransferMove.DemandStayAsync(db, transfer, ct);
        }, ct);

    /// <summary>Đính chính: number or days of a letter; another day of joining moves the change of the membership with it.</summary>
    /// <exception cref="RuleBrokenException">Transfer.StaysElsewhere, Transfer.NotInCell: of a temporary stay; Transfer.MovedOtherwise: the membership changed otherwise meanwhile; and those of <see cref="MemberTransfer.Correct"/>.</exception>
    [UseCase(Permission.CorrectHistory)]
    public Task CorrectAsync(Seen seen, TransferDays days, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Transfer.Correct", reason), async db =>
        {
            var transfer = await db.LoadAsync<MemberTransfer>(seen, t =>
            {
                db.Demand(Permission.CorrectHistory, t.SendingCellId, db.Today);
                db.Demand(Permission.CorrectHistory, t.TakingCellId, db.Today);
            }, t => new Seen(t.Id, t.Version), ct);
            DemandNotAhead(db, new[] { days.IssuedOn, days.ReceivedOn, days.JoinedOn }.Max()!.Value);
            var was = transfer.JoinedOn;
            transfer.Correct(days, reason);
            if (was is { } before && days.JoinedOn is { } joined && before != joined) await TransferMove.CorrectAsync(db, transfer, before, reason, ct);
        }, ct);

    private Task EditAsync(ChangeInfo info, Seen seen, Func<MemberTransfer, Guid> side, DateOnly? on, Action<OrgDbContext, MemberTransfer> apply, CancellationToken ct) =>
        database.ChangeAsync(info, async db => apply(db, await LoadAsync(db, seen, side, on, ct)), ct);

    /// <param name="on">The day something happened, which is not ahead; null where only today counts.</param>
    private static async Task<MemberTransfer> LoadAsync(OrgDbContext db, Seen seen, Func<MemberTransfer, Guid> side, DateOnly? on, CancellationToken ct)
    {
        var transfer = await db.LoadAsync<MemberTransfer>(seen, t => db.Demand(Permission.ChangePartyRecord, side(t), on ?? db.Today), t => new Seen(t.Id, t.Version), ct);
        if (on is { } day) DemandNotAhead(db, day);
        return transfer;
    }

    private static void DemandNotAhead(OrgDbContext db, DateOnly day) => RuleBrokenException.Unless(day <= db.Today, "Transfer.Ahead", day);

    private static Guid Sending(MemberTransfer t) => t.SendingCellId;

    private static Guid Taking(MemberTransfer t) => t.TakingCellId;
}
