using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Plans;

/// <summary>The difference sheet of a plan as it leaves the house: every line, then the sums.</summary>
internal static class PlanExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, PlanDetails plan, QuotaCategory? only, bool onlyChanged)
    {
        var lines = plan.Lines.Where(l => (only is null || l.Category == only) && (!onlyChanged || l.Posts != (l.Current ?? 0))).OrderBy(l => l.Kind).ToList();
        return new(t["Plan.Title", plan.Year], [plan.Unit.Name, t.What(plan.Steps[^1])],
            [t["Export.Code"], t["Unit"], t["Plan.Level"], t["Category"], t["Plan.Current", Format.Day(plan.CurrentOn)], t["Plan.Present", Format.Day(plan.PresentOn)], t["Plan.Planned", plan.Year], t["Quota.Difference"], t["Plan.Reason"]],
            [
                .. lines.Select(l => (IReadOnlyList<object?>)[l.Unit.Code, PlanWords.NameOf(l), t[$"Posts.{l.Kind}"].Value, t.Name(l.Category), l.Current, l.Present, l.Posts, l.Posts - (l.Current ?? 0), l.Reason]),
                .. lines.GroupBy(l => (l.Kind, l.Category)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Category).Select(g => (IReadOnlyList<object?>)
                    [null, t["Total"].Value, t[$"Posts.{g.Key.Kind}"].Value, t.Name(g.Key.Category), g.Sum(l => l.Current ?? 0), g.Sum(l => l.Present), g.Sum(l => l.Posts), g.Sum(l => l.Posts - (l.Current ?? 0)), null]),
            ]);
    }
}
