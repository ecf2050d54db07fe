using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>How many units and cells there are, so that whoever counts the lines of the table comes to the same.</summary>
public static class TreeWords
{
    public static string Units(this IStringLocalizer<Texts> t, UnitTree tree)
    {
        var below = tree.Government.Where(row => row.Depth == 1).ToList();
        var (all, service) = (t.Count("Noun.Below", below.Count), below.Count(row => row.Autonomy is not null));
        return service == 0 ? all : t["Units.ServiceOf", all, t.Count("Noun.Service", service)];
    }

    public static string Cells(this IStringLocalizer<Texts> t, UnitTree tree)
    {
        var cells = t.Count("Noun.Cell", tree.Totals.Cells);
        return tree.Totals is { Official: { } official, Probationary: { } probationary }
            ? $"{cells} · {t["Cells.MembersOf", t.Count("Noun.Member", official + probationary), Format.Number(official), Format.Number(probationary)]}"
            : cells;
    }
}
