using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Reports;

namespace OrgManager.Web.Organisation.Functions;

/// <summary>The register of functions, and the matrix, as tables that leave the house.</summary>
internal static class FunctionExport
{
    public static ExportTable Table(IStringLocalizer<Texts> t, FunctionList list) => new(t["Function.Title"], [],
        [t["Function.Name"], t["Function.Field"], t["Export.Code"], t["Function.Lead"], t["Function.Person"], t["Function.Coordinators"], t["Function.SinceDay"], t["Decision"], t["Function.Remark"]],
        [.. list.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Name, row.Field, row.Lead.Code, row.Lead.Name, row.Person?.FullName, string.Join("; ", row.Coordinators.Select(unit => unit.Name)), row.Since, row.Decision?.Number,
            row.LacksLead ? t["Function.NoLead"].Value : row.AlsoLed.Count > 0 ? t["Function.AlsoLed", string.Join(", ", row.AlsoLed.Select(unit => unit.Name))].Value : null,
        ])]);

    /// <summary>Units down, fields across: C for leading, P for co-ordinating, each with how many.</summary>
    public static ExportTable Matrix(IStringLocalizer<Texts> t, FunctionMatrix matrix) => new(t["FunctionMatrix.Title"], [t["FunctionMatrix.Legend"]],
        [t["Export.Code"], t["Unit"], .. matrix.Fields.Select(field => field.Name ?? t["Function.NoField"].Value)],
        [
            .. matrix.Units.Select(unit => (IReadOnlyList<object?>)[unit.Unit.Code, unit.Unit.Name, .. unit.Cells.Select(cell => FunctionWords.Cell(t, cell))]),
            [null, t["FunctionMatrix.Leading"].Value, .. matrix.Fields.Select(field => (object?)field.Leads)],
        ]);
}
