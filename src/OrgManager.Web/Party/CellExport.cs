using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>The cells as a table that leaves the house: the columns of the page.</summary>
internal static class CellExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, CellList list, IReadOnlySet<string> hidden)
    {
        var exists = new CellHidable(list);
        var columns = new (string Name, string Header, Func<CellRow, object?> Of)[]
        {
            ("", t["Export.CellCode"], c => c.Code), ("", t["Cell"], c => c.Name), (CellHidable.Covers, t["Cell.Covers"], c => t.Covered(c)),
            (CellHidable.Official, t["Members.Official"], c => c.Official), (CellHidable.Probationary, t["Members.Probationary"], c => c.Probationary), ("", t["Members.All"], c => c.Members),
            (CellHidable.Exempt, t["Members.Exempt"], c => c.Exempt), (CellHidable.Committee, t["Cell.Committee"], c => c.Committee >= CellHidable.Few ? c.Committee : null),
            (CellHidable.Secretary, t["Cell.Secretary"], c => c.Secretary), (CellHidable.Term, t["Cell.Term"], c => c.Term?.Name), (CellHidable.LastMeeting, t["Cell.LastMeeting"], c => c.LastMeeting), (CellHidable.Findings, t["Cell.Findings"], c => string.Join("; ", c.Findings.Select(found => t[$"CellFinding.{found}"].Value))),
        }.Where(column => exists.Exists(column.Name) && !hidden.Contains(column.Name)).ToList();
        return new(t["Cells.Title"], [], [.. columns.Select(c => c.Header)], [.. list.Cells.Select(cell => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(cell))])]);
    }
}
