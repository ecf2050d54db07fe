using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Ledger;

/// <summary>The ledger as it leaves the house: every level that the page would show on all its pages.</summary>
internal static class LedgerExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, QuotaLedger ledger) => new(t["Ledger.Title"],
        [ledger.Root.Name, t[$"Posts.{ledger.Query.Kind}"]],
        [t["Ledger.On"], t["Export.Code"], t["Unit"], t["Category"], t["Ledger.Before"], t["Ledger.After"], t["Quota.Difference"], t["Ledger.Step"], t["Decision.Title"], t["Decision.SignedOn"], t["Decision.Issuer"]],
        [.. ledger.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.On, row.Unit.Code, LedgerWords.NameOf(row), t.Name(row.Category), row.Before, row.After, row.Difference, t.What(row), row.Decision?.Number, row.Decision?.SignedOn, row.Decision?.Issuer,
        ])]);
}
