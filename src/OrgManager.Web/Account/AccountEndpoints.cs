using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OrgManager.Web.Common;

namespace OrgManager.Web.Account;

/// <summary>What must be plain HTTP: the cookies of language and theme, and signing out.</summary>
public static class AccountEndpoints
{
    public static IEndpointRouteBuilder MapAccount(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").AllowAnonymous();
        account.MapGet("/language", SetLanguageAsync);
        account.MapGet("/theme", SetThemeAsync);
        account.MapPost("/sign-out", SignOutAsync);
        return routes;
    }

    private static async Task<IResult> SetLanguageAsync(HttpContext context, Preferences preferences, string? to, string? returnUrl, CancellationToken ct)
    {
        await preferences.SetLanguageAsync(context, to == Language.English ? Language.English : Language.Vietnamese, ct);
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }

    private static async Task<IResult> SetThemeAsync(HttpContext context, Preferences preferences, string? to, string? returnUrl, CancellationToken ct)
    {
        await preferences.SetThemeAsync(context, SiteTheme.Parse(to), ct);
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect("/account/signin");
    }
}
