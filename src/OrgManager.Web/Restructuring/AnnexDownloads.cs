using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reports;
using OrgManager.Reports.Documents;
using OrgManager.Restructuring;
using OrgManager.Restructuring.Annexes;

namespace OrgManager.Web.Restructuring;

/// <summary>The papers of an approved scenario, for those who may take them out of the house.</summary>
public static class AnnexDownloads
{
    public static IEndpointRouteBuilder MapAnnexDownloads(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/scenarios/{id:guid}").RequireAuthorization();
        papers.MapGet("/{kind}.docx", (HttpContext context, Guid id, string kind, ScenarioAnnexService annexes, IStringLocalizer<Texts> t, CancellationToken ct) =>
            Enum.TryParse<AnnexKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? AnswerAsync(context, t, () => annexes.DocumentAsync(id, known, ct), DocxFile.Type, $"{AddressOf(known)}-{id:N}.docx")
                : Task.FromResult(Results.NotFound()));
        papers.MapGet("/annexes.xlsx", (HttpContext context, Guid id, ScenarioAnnexService annexes, IStringLocalizer<Texts> t, CancellationToken ct) =>
            AnswerAsync(context, t, () => annexes.WorkbookAsync(id, ct), XlsxFile.Type, $"annexes-{id:N}.xlsx"));
        return routes;
    }

    /// <summary>The kind as its address says it: "state".</summary>
    public static string AddressOf(AnnexKind kind) => kind switch
    {
        AnnexKind.State => "state",
        AnnexKind.Party => "party",
        AnnexKind.Personnel => "personnel",
        _ => "quota",
    };

    private static async Task<IResult> AnswerAsync(HttpContext context, IStringLocalizer<Texts> t, Func<Task<byte[]>> write, string type, string name)
    {
        try
        {
            var file = await write();
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.File(file, type, name);
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
        catch (AccessDeniedException)
        {
            return Results.Forbid();
        }
        catch (RuleBrokenException refused)
        {
            return Results.Text(t[refused.Code, [.. refused.Args.Select(arg => arg ?? "")]], statusCode: StatusCodes.Status409Conflict);
        }
    }
}
