using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Reports;

namespace OrgManager.Web.Party.Movements;

/// <summary>The figures of a row, as the page and the file show them.</summary>
internal static class MovementColumns
{
    public static readonly IReadOnlyList<(string Text, Func<MovementRow, int> Of)> All =
    [
        ("Movement.Begin", r => r.Begin), ("Movement.Admitted", r => r.Admitted), ("Movement.FromOutside", r => r.FromOutside), ("Movement.FromCells", r => r.FromCells), ("Movement.ToCells", r => r.ToCells),
        ("Movement.ToOutside", r => r.ToOutside), ("Movement.Died", r => r.Died), ("Movement.Removed", r => r.Removed), ("Movement.End", r => r.End), ("Movement.Recognised", r => r.Recognised),
    ];

    public static ExportTable Table(IStringLocalizer<Texts> t, MovementYear year) => new(
        t["Movement.TitleOf", year.Year], [], [t["Cell"], .. All.Select(c => t[c.Text].Value)],
        [.. year.Cells.Select(row => Cells(row.Cell.Name, row)), Cells(t["Total"], year.Total)]);

    private static IReadOnlyList<object?> Cells(string name, MovementRow row) => [name, .. All.Select(c => (object?)c.Of(row))];
}
