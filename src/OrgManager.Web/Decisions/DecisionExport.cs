using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>The register of decisions as a table that leaves the house.</summary>
internal static class DecisionExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, DecisionList list)
    {
        string[] headers = [t["Decision.Number"], t["Decision.Kind"], t["Decision.SignedOn"], t["Decisions.Effective"], t["Decision.Issuer"], t["Decision.Subject"], t["Decisions.Files"], t["Decisions.Changes"]];
        return new(t["Decisions.Title"], [], headers,
            [.. list.Rows.Select(row => (IReadOnlyList<object?>)[row.Number, t[$"DecisionKind.{row.Kind}"].Value, row.SignedOn, row.EffectiveOn, row.Issuer, row.Subject ?? t["Decision.Closed"].Value, row.Files, row.Changes])]);
    }
}
