using Microsoft.Extensions.Localization;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>The columns of the roster that a reader may hide.</summary>
public static class RosterHidable
{
    public const string List = "staff", Born = "born", Sex = "sex", Post = "post", Unit = "unit", Rank = "rank", Coefficient = "coefficient", Category = "category", Party = "party", Since = "since", Decision = "decision";

    public static IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t, RosterColumns columns)
    {
        List<(string, string)> all = [];
        if (columns.Personal) all.AddRange([(Born, t["Staff.Born"]), (Sex, t["Staff.Sex"])]);
        all.AddRange([(Post, t["Staff.Post"]), (Unit, t["Unit"])]);
        if (columns.Personal) all.AddRange([(Rank, t["Salary.Rank"]), (Coefficient, t["Salary.Coefficient"])]);
        all.Add((Category, t["Category"]));
        if (columns.Party) all.Add((Party, t["Staff.Party"]));
        return [.. all, (Since, t["Staff.Since"]), (Decision, t["Decision"])];
    }
}
