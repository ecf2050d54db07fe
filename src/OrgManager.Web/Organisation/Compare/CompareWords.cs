using Microsoft.Extensions.Localization;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Compare;

/// <summary>What is other about a unit, in words.</summary>
public static class CompareWords
{
    public static string What(this IStringLocalizer<Texts> t, ComparedUnit unit)
    {
        if (unit.IsNew) return t["Compare.New"];
        var parts = new List<string>();
        if (unit.IsGone) parts.Add(t["Compare.Gone"]);
        if (unit.IsRenamed) parts.Add(t["Compare.RenamedFrom", unit.Before!.Name]);
        if (unit.IsMoved) parts.Add(t["Compare.MovedFrom", unit.Before!.Parent?.Name ?? Format.None]);
        if (unit.IsRetyped) parts.Add(t["Compare.RetypedFrom", Language.Pick(unit.Before!.KindName, unit.Before.KindNameEn) + (unit.Before.Autonomy is { } group ? $", {t["Unit.Autonomy", group]}" : "")]);
        if (unit is { IsGone: false, Before: { } was, After: { } now } && was.Head != now.Head && (was.Head ?? now.Head) is not null) parts.Add(t["Compare.HeadFrom", was.Head ?? Format.None, now.Head ?? Format.None]);
        return string.Join("; ", parts);
    }

    /// <summary>"Hợp nhất: A, B → C", or what happened to the one unit.</summary>
    public static string What(this IStringLocalizer<Texts> t, ComparedEvent happened) => happened.Kind is { } kind
        ? $"{t[$"Compare.{kind}"]}: {string.Join(", ", happened.Units.Select(u => u.Name))} → {string.Join(", ", happened.Into.Select(u => u.Name))}"
        : $"{happened.Units[0].Name}: {t.What(happened.OfUnit!)}";
}
