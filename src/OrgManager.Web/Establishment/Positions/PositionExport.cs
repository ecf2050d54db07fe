using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Positions;

/// <summary>Posts by position as they leave the house: the rows of the page.</summary>
internal static class PositionExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, PositionTable table) => new(t["Positions.Title"], [],
        [t["Unit"], t["Positions.Code"], t["Positions.Name"], t["Positions.Group"], t["Positions.Rank"], t["Positions.Posts"], t["Posts.Present"], t["Positions.Unfilled"], t["Positions.Over"], t["Positions.Holders"], t["Decision"]],
        [
            .. table.Rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Unit.Name, row.Position.Facts.Code, row.Position.Facts.Name, t[$"PositionGroup.{row.Position.Facts.Group}"].Value, row.Position.Facts.Rank, row.Posts, row.Present,
                row.Unfilled, row.Over, row.Holders is null ? null : string.Join("; ", row.Holders.Select(h => h.FullName)), row.Decision?.Number,
            ]),
            [t["Total"].Value, null, null, null, null, table.Sums.Posts, table.Sums.Present, table.Sums.Unfilled, table.Sums.Over, null, null],
        ]);
}
