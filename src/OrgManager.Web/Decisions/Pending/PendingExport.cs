using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions.Pending;

/// <summary>What is to come as a table that leaves the house: the columns of the page, and the code by which each row is known.</summary>
internal static class PendingExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, PendingList list) => new(t["Pending.Title"], [],
        [t["Missing.Day"], t["Export.Code"], t["Missing.Subject"], t["Pending.What"], t["Missing.Area"], t["Decision"], t["Pending.EnteredBy"], t["Pending.EnteredAt"]],
        [.. list.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Change.On, row.Change.Unit?.Code ?? row.Change.Person?.Code, ChangeWords.SubjectOf(row.Change), t.What(row.Change), t[$"ChangeArea.{row.Change.Area}"].Value, row.Decision?.Number, row.EnteredBy,
            row.EnteredAt is { } at ? Format.Moment(at) : null,
        ])]);
}
