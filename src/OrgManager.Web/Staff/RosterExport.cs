using Microsoft.Extensions.Localization;
using OrgManager.Common;
using OrgManager.Reports;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>
/// The roster as a table that leaves the house: the columns of the page in their order, each only if the reader sees it. Two are added: the staff number leads,
/// by which a row is known again when the file comes back, and the unit is always a column, for a sheet has no headings between its rows.
/// </summary>
internal static class RosterExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, Roster roster, IReadOnlySet<string> hidden)
    {
        List<(string Name, string Header, Func<RosterRow, object?> Of)> columns = [("", t["Staff.Name"], r => r.FullName)];
        if (roster.Columns.Personal) columns.AddRange([(RosterHidable.Born, t["Staff.Born"], r => r.Born), (RosterHidable.Sex, t["Staff.Sex"], r => r.Sex is { } sex ? t[$"Sex.{sex}"].Value : null)]);
        columns.AddRange([(RosterHidable.Post, t["Staff.Post"], r => Language.Pick(r.Post, r.PostEn)), (RosterHidable.Unit, t["Unit"], r => r.UnitName)]);
        if (roster.Columns.Personal) columns.AddRange([(RosterHidable.Rank, t["Salary.Rank"], r => r.Salary?.Rank), (RosterHidable.Coefficient, t["Salary.Coefficient"], r => r.Salary?.Coefficient)]);
        columns.Add((RosterHidable.Category, t["Category"], r => t.Name(r.Category).ToString()));
        if (roster.Columns.Party)
            columns.AddRange([(RosterHidable.Party, t["Staff.Party"], r => r.PartyMember switch { true => t["Staff.Member"].Value, false => t["Staff.NotMember"].Value, null => null }), (RosterHidable.Party, t["Export.MemberSince"], r => r.PartyMemberSince is { } since && r.PartyMemberSinceAs is { } part ? new PartialDay(since, part).ToString() : r.PartyMemberSince)]);
        columns.AddRange([(RosterHidable.Since, t["Staff.Since"], r => r.Since), (RosterHidable.Decision, t["Decision"], r => r.Decision?.Number)]);
        columns.RemoveAll(column => hidden.Contains(column.Name));
        return new(t["Staff.Title"], [], [t["Staff.Code"], t["Staff.Number"], .. columns.Select(c => c.Header)],
            [.. roster.Rows.Select((row, at) => (IReadOnlyList<object?>)[row.Code, at + 1, .. columns.Select(c => c.Of(row))])]);
    }
}
