using Microsoft.Extensions.Localization;
using OrgManager.Establishment;

namespace OrgManager.Web.Common;

public static class TextExtensions
{
    /// <summary>"1 unit", "2 units": the keys end in .One and .Many; Vietnamese says both alike.</summary>
    public static string Count(this IStringLocalizer<Texts> t, string noun, decimal count) =>
        t[$"{noun}.{(count == 1 ? "One" : "Many")}", Format.Number(count)].Value;

    public static string Name(this IStringLocalizer<Texts> t, QuotaCategory category) => t[$"Category.{category}"].Value;

    public static string ShortName(this IStringLocalizer<Texts> t, QuotaCategory category) => t[$"Category.{category}.Short"].Value;
}
