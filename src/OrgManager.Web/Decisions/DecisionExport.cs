using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>The register of decisions as a table that leaves the house: the columns of the page.</summary>
internal static class DecisionExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, DecisionList list, IReadOnlySet<string> hidden)
    {
        var columns = new (string Name, string Header, Func<DecisionRow, object?> Of)[]
        {
            ("", t["Decision.Number"], r => r.Number), (DecisionHidable.Kind, t["Decision.Kind"], r => t[$"DecisionKind.{r.Kind}"].Value), (DecisionHidable.SignedOn, t["Decision.SignedOn"], r => r.SignedOn),
            (DecisionHidable.Effective, t["Decisions.Effective"], r => r.EffectiveOn), (DecisionHidable.Issuer, t["Decision.Issuer"], r => r.Issuer), (DecisionHidable.Subject, t["Decision.Subject"], r => r.Subject ?? t["Decision.Closed"].Value),
            (DecisionHidable.Files, t["Decisions.Files"], r => r.Files), (DecisionHidable.Changes, t["Decisions.Changes"], r => r.Changes),
        }.Where(column => !hidden.Contains(column.Name)).ToList();
        return new(t["Decisions.Title"], [], [.. columns.Select(c => c.Header)], [.. list.Rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(row))])]);
    }
}
