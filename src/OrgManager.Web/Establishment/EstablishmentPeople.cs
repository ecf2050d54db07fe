using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>Of which sums the people can be listed: the roster is of a unit and a category, not of a block.</summary>
internal static class EstablishmentPeople
{
    /// <summary>The roster that lists exactly the people of a sum of the table; null where none does.</summary>
    /// <param name="category">One category of the sum, or all.</param>
    public static string? Roster(this AsOf asOf, EstablishmentTable table, EstablishmentFigures sum, QuotaCategory? category)
    {
        var listed = sum == table.Total ? category : category ?? OnlyCategoryOf(sum);
        var isExact = sum == table.Total || (listed is { } one && table.Parts.Count(part => part.Sum.Present[one] > 0) == 1);
        return isExact ? asOf.Link("/staff", ("unit", table.Root.Code), ("category", listed)) : null;
    }

    private static QuotaCategory? OnlyCategoryOf(EstablishmentFigures sum) =>
        Enum.GetValues<QuotaCategory>().Where(category => sum.Present[category] > 0).ToList() is [var only] ? only : null;
}
