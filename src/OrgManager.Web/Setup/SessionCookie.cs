using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using OrgManager.Access;

namespace OrgManager.Web.Setup;

internal static class SessionCookie
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    public static void Configure(CookieAuthenticationOptions options)
    {
        (options.LoginPath, options.AccessDeniedPath, options.ReturnUrlParameter) = ("/account/signin", "/account/access-denied", "returnUrl");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (WorkingDay, true);
        options.Cookie.Name = "OrgManager";
        (options.Cookie.HttpOnly, options.Cookie.SameSite) = (true, SameSiteMode.Lax);
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var directory = context.HttpContext.RequestServices.GetRequiredService<ActorDirectory>();
        if (context.Principal is { } user && (await SignedInActor.FindAsync(user, directory, context.HttpContext.RequestAborted)).UserId is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
