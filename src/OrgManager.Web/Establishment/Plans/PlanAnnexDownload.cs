using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Web.Common.Export;

namespace OrgManager.Web.Establishment.Plans;

/// <summary>Phụ lục IA or IB of a plan as a workbook.</summary>
internal static class PlanAnnexDownload
{
    public static async Task<IResult> AnswerAsync(HttpRequest request, QuotaPlanService plans, ExportWords words, CancellationToken ct)
    {
        try
        {
            var block = request.Query["form"] == "ib" ? EstablishmentBlock.ServiceUnits : EstablishmentBlock.Administration;
            var annex = await plans.AnnexAsync(Guid.TryParse(request.Query["id"], out var id) ? id : Guid.Empty, block, ct);
            return Results.File(PlanAnnexFile.Write(annex), XlsxFile.Type, $"phu-luc-{annex.Number}-{annex.Year}.xlsx");
        }
        catch (AccessDeniedException)
        {
            return Results.Text(words.T["Error.NotAllowed"], statusCode: StatusCodes.Status403Forbidden);
        }
        catch (NotFoundException)
        {
            return Results.Text(words.T["Error.Gone"], statusCode: StatusCodes.Status404NotFound);
        }
    }
}
