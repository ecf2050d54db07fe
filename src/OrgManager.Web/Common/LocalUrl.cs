namespace OrgManager.Web.Common;

/// <summary>Where to go back to: only ever a path of this site, whatever the address claims.</summary>
public static class LocalUrl
{
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    public static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && url.All(IsOfAddresses);

    /// <summary>As browsers send addresses, everything else written as %xx; more than that no header carries.</summary>
    private static bool IsOfAddresses(char c) => c is > ' ' and < '\u007f';
}
