using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>The inbox of changes without a decision as a table that leaves the house: the columns of the page, and the code by which each row is known.</summary>
internal static class MissingExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, MissingList list, IReadOnlySet<string> hidden)
    {
        var columns = new (string Name, string Header, Func<ChangeRow, object?> Of)[]
        {
            ("", t["Export.Code"], r => r.Unit?.Code ?? r.Person?.Code), ("", t["Missing.Subject"], ChangeWords.SubjectOf),
            (MissingHidable.Day, t["Missing.Day"], r => r.On), (MissingHidable.What, t["Missing.What"], r => t.What(r)), (MissingHidable.Area, t["Missing.Area"], r => t[$"ChangeArea.{r.Area}"].Value),
        }.Where(column => !hidden.Contains(column.Name)).ToList();
        return new(t["Missing.Title"], [], [.. columns.Select(c => c.Header)], [.. list.Rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(row))])]);
    }
}
