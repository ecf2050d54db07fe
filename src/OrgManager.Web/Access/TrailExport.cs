using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reports;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>The trail as a table that leaves the house: the rows and columns of the page, all its pages below each other. The number leads, by which a change is found again; reason and decision stand apart.</summary>
internal static class TrailExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, OrgClock clock, TrailPage page, IReadOnlyList<TargetProgress> targets, IReadOnlySet<string> hidden)
    {
        var columns = new (string Name, string Header, Func<TrailRow, object?> Of)[]
        {
            ("", t["Trail.Number"], r => r.Seq), ("", t["Trail.At"], r => clock.Local(r.AtUtc)), ("", t["Trail.What"], r => t.Verb(r.Verb)), (TrailHidable.About, t["Trail.About"], r => About(t, r, targets)),
            (TrailHidable.By, t["Trail.By"], r => t.User(r.User)), (TrailHidable.Why, t["Export.Reason"], r => r.Reason), (TrailHidable.Why, t["Decision"], r => r.Decision?.Number),
        }.Where(column => !hidden.Contains(column.Name)).ToList();
        return new(t["Trail.Title"], [], [.. columns.Select(c => c.Header)], [.. page.Rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => c.Of(row))])]);
    }

    private static string About(IStringLocalizer<Texts> t, TrailRow row, IReadOnlyList<TargetProgress> targets)
    {
        var named = row.Subjects.Select(subject => t.Subject(subject, row.Area, targets));
        return string.Join("; ", row.OtherSubjects == 0 ? named : named.Append(t["Trail.AndOthers", row.OtherSubjects]));
    }
}
