using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>The inbox of changes without a decision as a table that leaves the house: the columns of the page, and the code by which each row is known.</summary>
internal static class MissingExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, MissingList list) => new(t["Missing.Title"], [],
        [t["Export.Code"], t["Missing.Subject"], t["Missing.Day"], t["Missing.What"], t["Missing.Area"]],
        [.. list.Rows.Select(row => (IReadOnlyList<object?>)[row.Unit?.Code ?? row.Person?.Code, ChangeWords.SubjectOf(row), row.On, t.What(row), t[$"ChangeArea.{row.Area}"].Value])]);
}
