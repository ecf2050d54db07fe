namespace OrgManager.Web.Common;

/// <summary>Light or dark, as the browser's cookie remembers it.</summary>
public static class SiteTheme
{
    public const string Cookie = "om-theme", Light = "light", Dark = "dark";

    public static string Of(HttpContext context) => Parse(context.Request.Cookies[Cookie]);

    public static string Parse(string? theme) => theme == Dark ? Dark : Light;
}
