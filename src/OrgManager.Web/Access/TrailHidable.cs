using Microsoft.Extensions.Localization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>The columns of the trail that a reader may hide: when and what always stand.</summary>
public static class TrailHidable
{
    public const string List = "audit", About = "about", By = "by", Why = "why", Number = "number";

    public static IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t) => [(About, t["Trail.About"]), (By, t["Trail.By"]), (Why, t["Trail.Why"]), (Number, t["Trail.Number"])];
}
