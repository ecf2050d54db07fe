using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Reports.Documents;
using OrgManager.Web.Common;
using OrgManager.Web.Party.Fees;

namespace OrgManager.Web.Party;

/// <summary>Papers of the party's work, for those who may take them out of the house.</summary>
public static class PartyPapers
{
    public static IEndpointRouteBuilder MapPartyPapers(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/cells").RequireAuthorization();
        papers.MapGet("/transfers/{id:guid}.docx", (HttpContext context, Guid id, TransferPapers letters, IStringLocalizer<Texts> t, CancellationToken ct) =>
            AnswerAsync(context, t, () => letters.LetterAsync(id, ct), $"transfer-{id:N}.docx"));
        papers.MapGet("/fees/{cell}/{month}.docx", (HttpContext context, string cell, string month, FeeService fees, OrgClock clock, IStringLocalizer<Texts> t, CancellationToken ct) =>
            AnswerAsync(context, t, () => fees.DocumentAsync(cell, FeeWords.Read(month, clock.Today), ct), $"fees-{month}.docx"));
        papers.MapGet("/register/{unit}.docx", (HttpContext context, string unit, MemberRegister registers, OrgClock clock, IStringLocalizer<Texts> t, CancellationToken ct) =>
            AnswerAsync(context, t, () => registers.DocumentAsync(unit, DayParser.TryParseIso(context.Request.Query[AsOf.Key], out var day) ? day : clock.Today, ct), $"register-{unit}.docx"));
        return routes;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IStringLocalizer<Texts> t, Func<Task<byte[]>> write, string name)
    {
        try
        {
            var file = await write();
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.File(file, DocxFile.Type, name);
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
