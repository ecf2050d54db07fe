using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Compare;

/// <summary>Two days beside each other as one table that leaves the house: a line for each unit that is other, figures before and after in columns of their own.</summary>
internal static class CompareExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, Comparison comparison)
    {
        var (party, before, after) = (comparison.Branch == Branch.Party, Format.Day(comparison.Before), Format.Day(comparison.After));
        (string Text, Func<UnitStand, int?> Of)[] figures = party
            ? [(t["Compare.MembersOf"], stand => stand.Present)]
            : [(t["Posts.Assigned"], stand => stand.Assigned), (t["Posts.Allocated"], stand => stand.Allocated), (t["Posts.Present"], stand => stand.Present)];
        return new(t["Compare.Title"], [t[party ? "Branch.Party" : "Branch.Government"], $"{before} → {after}", .. comparison.Events.Select(e => $"{Format.Day(e.On)}: {t.What(e)}{(e.Decision is { } d ? $" ({d.Number})" : "")}")],
            [t["Export.Code"], t["Unit"], t["Compare.What"], .. figures.SelectMany(f => new[] { $"{f.Text} {before}", $"{f.Text} {after}" }), t["Compare.Came"], t["Compare.Left"]],
            [.. comparison.Units.Select(unit => (IReadOnlyList<object?>)
            [
                unit.Code, (unit.After ?? unit.Before)!.Name, t.What(unit),
                .. figures.SelectMany(f => new object?[] { unit.Before is { } was ? f.Of(was) : null, unit.After is { } now ? f.Of(now) : null }),
                unit.Came, unit.Left,
            ])]);
    }
}
