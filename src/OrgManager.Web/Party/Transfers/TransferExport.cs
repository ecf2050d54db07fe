using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Transfers;

/// <summary>Sổ theo dõi chuyển sinh hoạt đảng as a table.</summary>
internal static class TransferExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, TransferList list) => new(
        t["Transfer.Title"], [],
        [t["Transfer.Member"], t["Staff.Code"], t["Transfer.From"], t["Transfer.To"], t["Transfer.Kind"], t["Transfer.State"], t["Transfer.LetterNumber"], t["Transfer.IssuedOn"], t["Transfer.ReceivedOn"], t["Transfer.JoinedDay"], t["Transfer.ReturnedDay"], t["Change.Reason"], t["Transfer.Due"], t["Transfer.Overdue"]],
        [.. list.Rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Person.FullName, r.Person.Code, r.From.Name, r.To.Name, TransferWords.Kind(t, r.Facts), TransferWords.State(t, r.State), r.LetterNumber, r.IssuedOn, r.ReceivedOn, r.JoinedOn, r.ReturnedOn, r.ClosedBecause,
            r.Due is { } due ? TransferWords.Due(t, due) : null, r.IsOverdue ? t["Transfer.Overdue"].Value : null,
        ])]);
}
