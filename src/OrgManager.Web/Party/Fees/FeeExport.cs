using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Fees;

/// <summary>Danh sách đóng đảng phí of a cell and month with a column to sign in, and the sums of the cells over a year.</summary>
internal static class FeeExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, FeeList list) => new(
        t["Fee.TitleOf", FeeWords.Month(list.Month)], [list.Cell.Name, FeeWords.Rule(list.Rule)],
        [t["Fee.Number"], t["Staff.Name"], t["Staff.Code"], t["Fee.Kind"], t["Fee.Basis"], t["Fee.Amount"], t["Fee.Signature"]],
        [
            .. list.Rows.Select((row, at) => (IReadOnlyList<object?>)[at + 1, row.Person.FullName, row.Person.Code, t[$"FeeKind.{row.Due.Kind}"].Value, FeeWords.Basis(t, row.Due), row.Due.Amount, null]),
            [null, t["Total"].Value, null, null, null, list.Total, null],
            [null, t["Fee.PassedUpAt", Format.Number(list.Rule.PassUpPercent)].Value, null, null, null, list.PassedUp, null],
        ]);

    public static ExportTable Table(IStringLocalizer<Texts> t, FeeYear year) => new(
        t["Fee.TitleOfYear", year.Year], [],
        [t["Cell"], .. year.Months.Select(m => t["Fee.MonthShort", m.Month].Value), t["Total"], t["Fee.PassedUp"]],
        [
            .. year.Cells.Select(row => (IReadOnlyList<object?>)[row.Cell.Name, .. row.Months.Select(m => (object?)m?.Total), row.Total, row.PassedUp]),
            [t["Total"].Value, .. year.Months.Select((_, at) => (object?)year.Cells.Sum(c => c.Months[at]?.Total ?? 0)), year.Total, year.PassedUp],
        ]);
}
