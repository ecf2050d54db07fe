using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>The roster as a table that leaves the house: the columns of the page, each only if the reader sees it.</summary>
internal static class RosterExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, Roster roster)
    {
        List<(string Header, Func<RosterRow, object?> Of)> columns =
        [
            (t["Staff.Code"], r => r.Code), (t["Staff.Name"], r => r.FullName), (t["Staff.Post"], r => Language.Pick(r.Post, r.PostEn)), (t["Unit"], r => r.UnitName), (t["Category"], r => t.Name(r.Category).ToString()),
        ];
        if (roster.Columns.Personal) columns.AddRange([(t["Staff.Born"], r => r.Born), (t["Staff.Sex"], r => r.Sex is { } sex ? t[$"Sex.{sex}"].Value : null)]);
        if (roster.Columns.Party) columns.AddRange([(t["Staff.Party"], r => r.PartyMember switch { true => t["Staff.Member"].Value, false => t["Staff.NotMember"].Value, null => null }), (t["Export.MemberSince"], r => r.PartyMemberSince)]);
        columns.AddRange([(t["Staff.Since"], r => r.Since), (t["Decision"], r => r.Decision?.Number)]);
        return new(t["Staff.Title"], [], [.. columns.Select(c => c.Header)], [.. roster.Rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(row))])]);
    }
}
