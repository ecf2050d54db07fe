using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Web.Decisions;

/// <summary>Files of decisions as the browser saves them: never shown in place, never taken for anything but what they are.</summary>
public static class DecisionDownloads
{
    public static string PathOf(Guid fileId) => $"/decisions/files/{fileId}";

    public static IEndpointRouteBuilder MapDecisionDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/decisions/files/{id:guid}", DownloadAsync).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, DecisionFiles files, CancellationToken ct)
    {
        try
        {
            var file = await files.DownloadAsync(id, ct);
            context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.File(file.Bytes, file.MediaType, file.Name);
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
