using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Web.Party.Meetings;

namespace OrgManager.Web.Party.Regulations;

/// <summary>Sổ quy chế làm việc as a table that leaves the house; those without any stand below.</summary>
internal static class RegulationExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, RegulationRegister register) => new(t["Regulations.Register"], [],
        [t["Export.Code"], t["Regulations.Unit"], t["Regulation.Number"], t["Regulation.IssuedOn"], t["Regulation.Name"], t["Regulation.From"], t["Regulation.LastDay"], t["Due.What"]],
        [
            .. register.Rows.Select(r => (IReadOnlyList<object?>)[r.Unit.Code, r.Unit.Name, r.Facts.Number, r.Facts.IssuedOn, r.Facts.Name, r.Facts.From, r.Facts.Until?.AddDays(-1), r.Holds ? t["Regulation.Holds"].Value : null]),
            .. register.Gaps.Select(g => (IReadOnlyList<object?>)[g.Unit.Code, g.Unit.Name, null, null, null, null, null, t["PartyDue.RegulationMissing"].Value + (g.Rule is { } rule ? $" ({MeetingWords.Source(rule)})" : "")]),
        ]);
}
