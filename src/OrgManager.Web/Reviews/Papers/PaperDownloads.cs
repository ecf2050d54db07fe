using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Reports;
using OrgManager.Reviews.Papers;
using OrgManager.Web.Common.Export;

namespace OrgManager.Web.Reviews.Papers;

/// <summary>The papers of the annual review as files, and the layouts they are printed from.</summary>
public static class PaperDownloads
{
    public static IEndpointRouteBuilder MapPaperDownloads(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/reviews/{year:int}/papers").RequireAuthorization();
        papers.MapGet("/cell/{code}/{paper}.{format}", (HttpContext context, int year, string code, string paper, string format, PaperService service, ExportWords words, CancellationToken ct) =>
            AnswerAsync(context, words.T, paper, kind => FileAsync(format, words, () => service.OfCellAsync(year, code, kind, ct), () => service.ListOfCellAsync(year, code, kind, ct), $"{paper}-{year}-{code}")));
        papers.MapGet("/committee/{code}/{paper}.{format}", (HttpContext context, int year, string code, string paper, string format, PaperService service, ExportWords words, CancellationToken ct) =>
            AnswerAsync(context, words.T, paper, kind => FileAsync(format, words, () => service.OfCommitteeAsync(year, code, kind, ct), () => service.ListOfCommitteeAsync(year, code, kind, ct), $"{paper}-{year}-{code}")));
        papers.MapGet("/member/{code}/{paper}.docx", (HttpContext context, int year, string code, string paper, PaperService service, ExportWords words, CancellationToken ct) =>
            AnswerAsync(context, words.T, paper, kind => service.OfMemberAsync(year, code, kind, ct)));
        papers.MapGet("/layout/{code}/{paper}-cell.docx", (HttpContext context, int year, string code, string paper, PaperTemplateService service, ExportWords words, CancellationToken ct) =>
            AnswerAsync(context, words.T, paper, kind => service.DefaultAsync(year, code, kind, false, ct)));
        papers.MapGet("/layout/{code}/{paper}-committee.docx", (HttpContext context, int year, string code, string paper, PaperTemplateService service, ExportWords words, CancellationToken ct) =>
            AnswerAsync(context, words.T, paper, kind => service.DefaultAsync(year, code, kind, true, ct)));
        routes.MapGet("/reviews/papers/templates/{id:guid}.docx", (HttpContext context, Guid id, PaperTemplateService service, ExportWords words, CancellationToken ct) =>
            AnswerAsync(context, words.T, "tally", _ => service.DownloadAsync(id, ct))).RequireAuthorization();
        return routes;
    }

    /// <exception cref="NotFoundException">There is no such format.</exception>
    private static async Task<FileContent> FileAsync(string format, ExportWords words, Func<Task<FileContent>> document, Func<Task<ExportTable>> list, string name) => format switch
    {
        "docx" => await document(),
        "xlsx" => new($"{name}.xlsx", XlsxFile.Type, XlsxFile.Write(await words.AboutAsync(await list(), words.Today))),
        "csv" => new($"{name}.csv", CsvFile.Type, CsvFile.Write(await list())),
        _ => throw new NotFoundException(typeof(FileContent), format),
    };

    private static async Task<IResult> AnswerAsync(HttpContext context, IStringLocalizer<Texts> t, string paper, Func<PaperKind, Task<FileContent>> read)
    {
        if (PaperAddress.Find(paper) is not { } kind) return Results.NotFound();
        try
        {
            var file = await read(kind);
            context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.File(file.Bytes, file.MediaType, file.Name);
        }
        catch (AccessDeniedException)
        {
            return Results.Text(t["Error.NotAllowed"], statusCode: StatusCodes.Status403Forbidden);
        }
        catch (NotFoundException)
        {
            return Results.Text(t["Error.Gone"], statusCode: StatusCodes.Status404NotFound);
        }
        catch (RuleBrokenException broken)
        {
            return Results.Text(t[broken.Code, [.. broken.Args.Select(arg => arg ?? "")]], statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}
