using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Reports.Documents;
using OrgManager.Web.Common.Export;

namespace OrgManager.Web.Establishment.Plans;

/// <summary>Phụ lục IA or IB of a plan, as a workbook or as a paper to be signed.</summary>
internal static class PlanAnnexDownload
{
    public static Task<IResult> BookAsync(HttpRequest request, QuotaPlanService plans, ExportWords words, CancellationToken ct) => AnswerAsync(request, plans, words, PlanAnnexFile.Write, XlsxFile.Type, "xlsx", ct);

    public static Task<IResult> PaperAsync(HttpRequest request, QuotaPlanService plans, ExportWords words, CancellationToken ct) => AnswerAsync(request, plans, words, PlanAnnexPaper.Write, DocxFile.Type, "docx", ct);

    private static async Task<IResult> AnswerAsync(HttpRequest request, QuotaPlanService plans, ExportWords words, Func<PlanAnnex, byte[]> write, string type, string ending, CancellationToken ct)
    {
        try
        {
            var block = request.Query["form"] == "ib" ? EstablishmentBlock.ServiceUnits : EstablishmentBlock.Administration;
            var annex = await plans.AnnexAsync(Guid.TryParse(request.Query["id"], out var id) ? id : Guid.Empty, block, ct);
            return Results.File(write(annex), type, $"phu-luc-{annex.Number}-{annex.Year}.{ending}");
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
