using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Web.Common;

namespace OrgManager.Web.Restructuring;

/// <summary>The list of scenarios, and several side by side, as tables that leave the house.</summary>
internal static class ScenarioExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, IReadOnlyList<ScenarioRow> rows) => new(t["Scenarios.Title"], [],
        [t["Scenario"], t["Scenario.State"], t["Scenario.EffectiveOn"], t["Scenario.Author"], t["Scenario.Steps"]],
        [.. rows.Select(row => (IReadOnlyList<object?>)[row.Name, t[$"ScenarioState.{row.State}"].Value, row.EffectiveOn, row.Author, row.Steps])]);

    public static ExportTable Table(IStringLocalizer<Texts> t, ScenarioComparison compared) => new(t["Scenarios.CompareTitle"], [],
        [t["Scenarios.Figure"], .. compared.Columns.Select(column => column.Scenario.Name)],
        [.. ScenarioFigures.Of(t, compared).Select(row => (IReadOnlyList<object?>)[row.Heading ?? row.Name, .. row.Heading is null ? row.Cells.Select(cell => cell.Text) : compared.Columns.Select(_ => "")])]);
}
