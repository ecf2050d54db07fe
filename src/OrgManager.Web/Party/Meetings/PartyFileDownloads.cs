using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Party;
using OrgManager.Reports.Documents;

namespace OrgManager.Web.Party.Meetings;

/// <summary>Minutes to be signed, and the files of meetings and working regulations, as the browser saves them.</summary>
public static class PartyFileDownloads
{
    public static string MinutesOf(Guid meetingId) => $"/cells/meetings/{meetingId}/minutes.docx";

    public static string OfMeeting(Guid fileId) => $"/cells/meetings/files/{fileId}";

    public static string OfRegulation(Guid fileId) => $"/cells/regulations/files/{fileId}";

    public static IEndpointRouteBuilder MapPartyFiles(this IEndpointRouteBuilder routes)
    {
        var cells = routes.MapGroup("/cells").RequireAuthorization();
        cells.MapGet("/meetings/{id:guid}/minutes.docx", (HttpContext context, Guid id, MeetingPaperService papers, CancellationToken ct) =>
            AnswerAsync(context, async () => new FileContent($"bien-ban-{id:N}.docx", DocxFile.Type, await papers.MinutesAsync(id, ct))));
        cells.MapGet("/meetings/files/{id:guid}", (HttpContext context, Guid id, MeetingPaperService papers, CancellationToken ct) => AnswerAsync(context, () => papers.DownloadAsync(id, ct)));
        cells.MapGet("/regulations/files/{id:guid}", (HttpContext context, Guid id, RegulationService regulations, CancellationToken ct) => AnswerAsync(context, () => regulations.DownloadAsync(id, ct)));
        return routes;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<Task<FileContent>> read)
    {
        try
        {
            var file = await read();
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
