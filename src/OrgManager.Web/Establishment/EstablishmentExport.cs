using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>The table of posts as it leaves the house: the rows, columns and sums of the page, and no others.</summary>
internal static class EstablishmentExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, EstablishmentTable table, IQueryCollection query, IReadOnlySet<string> hidden)
    {
        var shown = ShownEstablishment.Of(table, name => query[name], hidden);
        var columns = shown.Groups.SelectMany(group => group.Measures.Select(measure => (group.Category, Measure: measure))).ToList();
        IReadOnlyList<object?> Row(string name, EstablishmentFigures figures, EstablishmentRow? row = null) =>
            [name, .. columns.Select(c => (object?)ShownEstablishment.Figure(row, figures, c.Measure, c.Category))];
        IEnumerable<IReadOnlyList<object?>> Part(EstablishmentPart part)
        {
            if (shown.HasBlocks) yield return Row(ShownEstablishment.NameOf(t, part.Block), part.Sum);
            foreach (var row in shown.Rows(part)) yield return Row(ShownEstablishment.NameOf(row), row.Figures, row);
        }
        return new(t["Quota.Title"], [table.Root.Name], [t["Unit"], .. columns.Select(c => $"{(c.Category is { } one ? t.ShortName(one) : t["Total"].Value)}: {t[$"Posts.{c.Measure}"]}")],
            [.. shown.Parts.SelectMany(Part), Row(shown.NameOfTotal(t), shown.Total)]);
    }
}
