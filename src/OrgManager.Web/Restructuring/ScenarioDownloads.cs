using System.Text;
using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>A scenario as the file that the command line and another house read.</summary>
public static class ScenarioDownloads
{
    public static IEndpointRouteBuilder MapScenarioDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/scenarios/{id:guid}/file.json", FileAsync).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> FileAsync(HttpContext context, Guid id, ScenarioViewService scenarios, CancellationToken ct)
    {
        try
        {
            var file = await scenarios.ExportFileAsync(id, ct);
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.File(Encoding.UTF8.GetBytes(file), "application/json", $"scenario-{id:N}.json");
        }
        catch (NotFoundException)
        {
            return Results.NotFound();
        }
        catch (AccessDeniedException)
        {
            return Results.Forbid();
        }
    }
}
