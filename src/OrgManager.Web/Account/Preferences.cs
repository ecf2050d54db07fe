using Microsoft.AspNetCore.Localization;
using OrgManager.Access;
using OrgManager.Web.Common;

namespace OrgManager.Web.Account;

/// <summary>Language and theme: a cookie of the browser, kept with the account so that the next browser has them too.</summary>
public sealed class Preferences(AccountService accounts)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public async Task SetLanguageAsync(HttpContext context, string language, CancellationToken ct)
    {
        WriteLanguage(context, language);
        await accounts.SetLanguageAsync(language, ct);
    }

    public async Task SetThemeAsync(HttpContext context, string theme, CancellationToken ct)
    {
        WriteTheme(context, theme);
        await accounts.SetThemeAsync(theme, ct);
    }

    /// <summary>At sign-in: what this browser has not chosen comes from the account.</summary>
    public async Task RestoreAsync(HttpContext context, Guid userId, CancellationToken ct)
    {
        if (await accounts.PreferencesAsync(userId, ct) is not { } kept) return;
        if (!context.Request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName)) WriteLanguage(context, kept.Language);
        if (!context.Request.Cookies.ContainsKey(SiteTheme.Cookie)) WriteTheme(context, kept.Theme);
    }

    private static void WriteLanguage(HttpContext context, string language)
    {
        var culture = new RequestCulture(Language.CultureOf(language), new(language));
        context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture), Lasting(context));
    }

    private static void WriteTheme(HttpContext context, string theme) => context.Response.Cookies.Append(SiteTheme.Cookie, SiteTheme.Parse(theme), Lasting(context));

    private static CookieOptions Lasting(HttpContext context) =>
        new() { MaxAge = Remembered, IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps };
}
