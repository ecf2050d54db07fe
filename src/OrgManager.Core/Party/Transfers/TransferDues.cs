using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>What of a transfer is due and when, by the rule its letter was issued under.</summary>
internal static class TransferDues
{
    public static TransferDue? Of(MemberTransfer transfer, DateOnly today)
    {
        if (transfer is { State: TransferState.Joined, StaysUntil: { } until }) return until > today ? new(TransferDueKind.Stay, until) : null;
        if (!transfer.IsOpen) return null;
        var rule = TransferRules.On(transfer.IssuedOn ?? today);
        TransferDue?[] dues =
        [
            transfer is { State: TransferState.Issued, IssuedOn: { } issued } ? new(TransferDueKind.Letter, issued.AddDays(rule.PresentDays)) : null,
            transfer is { Kind: TransferKind.Official, MovedOn: { } moved } ? new(TransferDueKind.Move, WorkingDays.After(moved, rule.OfficialWorkingDays)) : null,
        ];
        return dues.OfType<TransferDue>().MinBy(d => d.On);
    }

    public static bool IsOverdue(MemberTransfer transfer, DateOnly today) => transfer.IsOpen && Of(transfer, today) is { } due && due.On < today;
}
