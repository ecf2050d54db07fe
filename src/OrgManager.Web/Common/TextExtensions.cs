using Microsoft.Extensions.Localization;
using OrgManager.Establishment;

namespace OrgManager.Web.Common;

public static class TextExtensions
{
    /// <summary>"1 unit", "2 units": the keys end in .One and .Many; Vietnamese says both alike.</summary>
    public static string Count(this IStringLocalizer<Texts> t, string noun, decimal count) =>
        t[$"{noun}.{(count == 1 ? "One" : "Many")}", Format.Number(count)].Value;

    /// <summary>"A, B và C".</summary>
    public static string List(this IStringLocalizer<Texts> t, IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : t["And", string.Join(", ", parts.SkipLast(1)), parts[^1]].Value;

    public static string Name(this IStringLocalizer<Texts> t, QuotaCategory category) => t[$"Category.{category}"].Value;

    public static string ShortName(this IStringLocalizer<Texts> t, QuotaCategory category) => t[$"Category.{category}.Short"].Value;
}
