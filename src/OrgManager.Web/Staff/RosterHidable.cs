using Microsoft.Extensions.Localization;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>The columns of the roster that a reader may hide.</summary>
public static class RosterHidable
{
    public const string List = "staff", Post = "post", Unit = "unit", Category = "category", Born = "born", Sex = "sex", Party = "party", Since = "since", Decision = "decision";

    public static IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t, RosterColumns columns)
    {
        List<(string, string)> all = [(Post, t["Staff.Post"]), (Unit, t["Unit"]), (Category, t["Category"])];
        if (columns.Personal) all.AddRange([(Born, t["Staff.Born"]), (Sex, t["Staff.Sex"])]);
        if (columns.Party) all.Add((Party, t["Staff.Party"]));
        return [.. all, (Since, t["Staff.Since"]), (Decision, t["Decision"])];
    }
}
