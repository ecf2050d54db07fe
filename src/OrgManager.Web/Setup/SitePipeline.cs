using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using OrgManager.Web.Account;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Export;
using OrgManager.Web.Decisions;
using OrgManager.Web.Party;
using OrgManager.Web.Import;
using OrgManager.Web.Party.Meetings;
using OrgManager.Web.Restructuring;
using OrgManager.Web.Reviews.Papers;
using OrgManager.Web.Reviews.RuleSets;

namespace OrgManager.Web.Setup;

internal static class SitePipeline
{
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSite(this WebApplication site)
    {
        site.UseExceptionHandler("/error", createScopeForErrors: true);
        site.Use(WithSecurityHeaders);
        site.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        site.Use(WithPagesForBrowsersOnly);
        if (!site.Environment.IsDevelopment()) site.Use(WithoutStyleGuide);
        site.UseRequestLocalization(Languages());
        site.UseAuthentication();
        site.Use(SignedInActor.OfRequest);
        site.UseAuthorization();
        site.UseAntiforgery();

        site.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        site.MapHealthChecks("/health/ready").AllowAnonymous();
        site.MapStaticAssets().AllowAnonymous();
        site.MapAccount();
        site.MapAnnexDownloads();
        site.MapPaperDownloads();
        site.MapPartyPapers();
        site.MapPartyFiles();
        site.MapExports();
        site.MapImportTemplate();
        site.MapDecisionDownloads();
        site.MapScenarioDownloads();
        site.MapRuleSetDownloads();
        site.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static Task WithSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    /// <summary>A missing style sheet is answered with its status alone.</summary>
    private static Task WithPagesForBrowsersOnly(HttpContext context, RequestDelegate next)
    {
        var wantsPage = context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
        if (!wantsPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return next(context);
    }

    private static Task WithoutStyleGuide(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/styleguide", StringComparison.OrdinalIgnoreCase)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static RequestLocalizationOptions Languages() => new()
    {
        DefaultRequestCulture = new(Language.CultureOf(Language.Vietnamese), new(Language.Vietnamese)),
        SupportedCultures = [.. Language.Cultures],
        SupportedUICultures = [.. Language.All.Select(language => new System.Globalization.CultureInfo(language))],
        RequestCultureProviders = [new CookieRequestCultureProvider()],
    };
}
