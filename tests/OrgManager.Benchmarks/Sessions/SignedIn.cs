using System.Net;
using System.Text.RegularExpressions;
using OrgManager.Access;

namespace OrgManager.Benchmarks;

/// <summary>An account signed in over HTTP, as the form of the sign-in page does it.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly Uri _site;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    private SignedIn(Uri site)
    {
        _site = site;
        _http = new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = site };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <exception cref="InvalidOperationException">The site did not let the account in.</exception>
    public static async Task<SignedIn> AsAsync(Uri site, string user, CancellationToken ct)
    {
        var session = new SignedIn(site);
        var form = await session._http.GetStringAsync(new Uri("account/signin", UriKind.Relative), ct);
        var fields = Hidden().Matches(form).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        (fields["Input.User"], fields["Input.Password"]) = (user, AccountService.SamplePassword);
        using var answer = await session._http.PostAsync(new Uri("account/signin", UriKind.Relative), new FormUrlEncodedContent(fields), ct);
        return answer.StatusCode == HttpStatusCode.Redirect ? session : throw new InvalidOperationException($"{user} could not sign in: {answer.StatusCode}.");
    }

    public async Task<(Circuit Circuit, byte[] Render)> OpenAsync(Click page, CancellationToken ct) =>
        await Circuit.OpenAsync(_site, page, _cookies.GetCookieHeader(_site), await _http.GetStringAsync(new Uri(_site, page.Path), ct), ct);

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}
