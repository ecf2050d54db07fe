using Microsoft.Extensions.Localization;
using OrgManager.Import;
using OrgManager.Reports;

namespace OrgManager.Web.Import;

/// <summary>An empty list with every column that can be imported, in the reader's language.</summary>
internal static class ImportTemplate
{
    private static readonly ImportField[] Columns =
        [ImportField.Code, ImportField.Name, ImportField.Born, ImportField.Sex, ImportField.Unit, ImportField.Post, ImportField.Category, ImportField.Rank, ImportField.Step, ImportField.Coefficient];

    public static IEndpointRouteBuilder MapImportTemplate(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/import/template.xlsx", (IStringLocalizer<Texts> t) =>
            Results.File(XlsxFile.Write(new ExportTable(t["Import.Title"], [t["Import.TemplateNote"]], [.. Columns.Select(field => t.Name(field))], [])), XlsxFile.Type, "mau-nhap-can-bo.xlsx")).RequireAuthorization();
        return routes;
    }
}
