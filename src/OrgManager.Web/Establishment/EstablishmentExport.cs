using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>The table of posts as it leaves the house: the rows and columns of the page.</summary>
internal static class EstablishmentExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, EstablishmentTable table, IQueryCollection query)
    {
        QuotaCategory? only = Enum.TryParse<QuotaCategory>(query["category"], ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null;
        var columns = EstablishmentColumns.Of(table, only, every: true).SelectMany(group => group.Measures.Select(measure => (group.Category, Measure: measure))).ToList();
        IReadOnlyList<object?> Row(string name, EstablishmentFigures figures) => [name, .. columns.Select(c => (object?)EstablishmentColumns.Of(figures, c.Measure, c.Category))];
        var differing = query["differs"] == "1";
        var rows = table.Parts.SelectMany(part => part.Rows
            .Where(row => !differing || row.Figures.Unused.Total + row.Figures.Over.Total + row.Figures.Unallocated.Total + row.Figures.Overallocated.Total > 0)
            .Select(row => Row(row.OwnRow is null ? row.Unit.Name : Language.Pick(row.OwnRow, row.OwnRowEn), row.Figures))
            .Prepend(Row(t[$"EstablishmentBlock.{part.Block}"], part.Sum)));
        return new(t["Quota.Title"], [table.Root.Name], [t["Unit"], .. columns.Select(c => $"{(c.Category is { } one ? t.ShortName(one) : t["Total"].Value)}: {t[$"Posts.{c.Measure}"]}")],
            [.. rows, Row(t["Total"], table.Total)]);
    }
}
