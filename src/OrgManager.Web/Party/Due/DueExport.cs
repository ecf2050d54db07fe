using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Web.Common;
using OrgManager.Web.Party.Meetings;

namespace OrgManager.Web.Party.Due;

/// <summary>What falls due as a table that leaves the house: the rows of the page with the rule in a column of its own.</summary>
internal static class DueExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, IReadOnlyList<PartyDue> rows) => new(t["Due.Title"], [],
        [t["Due.Urgency"], t["Export.CellCode"], t["Cell"], t["Export.Code"], t["Staff.Name"], t["Due.What"], t["Due.On"], t["Due.Rule"]],
        [.. rows.Select(d => (IReadOnlyList<object?>)[t[$"DueUrgency.{d.Urgency}"].Value, d.Unit.Code, d.Unit.Name, d.Person?.Code, d.Person?.FullName, t.What(d), d.On, d.Rule is { } rule ? MeetingWords.Source(rule) : null])]);
}
