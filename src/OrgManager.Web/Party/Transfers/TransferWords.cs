using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Transfers;

/// <summary>What may be done with a transfer that has been drafted.</summary>
public enum TransferAct { Issue, Receive, Join, Return, Withdraw, EndStay, Correct }

/// <summary>Transfers as officials name them.</summary>
internal static class TransferWords
{
    public static string State(IStringLocalizer<Texts> t, TransferState state) => t[$"TransferState.{state}"];

    public static (string Class, string Icon) Look(TransferState state) => state switch
    {
        TransferState.Draft => ("notyet", "dash"),
        TransferState.Issued => ("behind", "clock"),
        TransferState.Received => ("ontrack", "going"),
        TransferState.Joined => ("reached", "ok"),
        _ => ("notyet", "x"),
    };

    /// <summary>What the reader may do, the next step first.</summary>
    public static IEnumerable<TransferAct> Acts(TransferRow row)
    {
        if (row is { State: TransferState.Draft, MaySend: true }) yield return TransferAct.Issue;
        if (row is { State: TransferState.Issued or TransferState.Received, MayTake: true })
        {
            if (row.State == TransferState.Issued) yield return TransferAct.Receive;
            yield return TransferAct.Join;
            yield return TransferAct.Return;
        }
        if (row is { State: TransferState.Joined, Facts.Kind: TransferKind.Temporary, MaySend: true, Due: not null }) yield return TransferAct.EndStay;
        if (row is { State: TransferState.Draft or TransferState.Issued, MaySend: true }) yield return TransferAct.Withdraw;
        if (row is { IssuedOn: not null, MayCorrect: true } && row.State != TransferState.Withdrawn) yield return TransferAct.Correct;
    }

    /// <summary>"Chính thức", "Tạm thời đến 05/07/2026, học tập".</summary>
    public static string Kind(IStringLocalizer<Texts> t, TransferFacts facts) => facts is { Kind: TransferKind.Temporary, Until: { } until }
        ? t[facts.Study ? "Transfer.TemporaryStudy" : "Transfer.TemporaryUntil", Format.Day(until.AddDays(-1))]
        : t[$"TransferKind.{facts.Kind}"];

    public static string Due(IStringLocalizer<Texts> t, TransferDue due) => t[$"TransferDue.{due.Kind}", Format.Day(due.Kind == TransferDueKind.Stay ? due.On.AddDays(-1) : due.On)];
}
