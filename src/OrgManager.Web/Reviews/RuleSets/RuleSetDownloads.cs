using System.Text;
using Microsoft.Net.Http.Headers;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Web.Reviews.RuleSets;

/// <summary>A rule set as the file that another house reads.</summary>
public static class RuleSetDownloads
{
    public static IEndpointRouteBuilder MapRuleSetDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reviews/rules/{code}/file.json", FileAsync).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> FileAsync(HttpContext context, string code, RuleSetService ruleSets, CancellationToken ct)
    {
        try
        {
            var rules = await ruleSets.GetAsync(code, ct);
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.File(Encoding.UTF8.GetBytes(RuleSetFile.Write(rules.Facts)), "application/json", $"rules-{rules.Facts.Id}.json");
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
