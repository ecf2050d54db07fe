using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OrgManager.Access;

namespace OrgManager.Web.Tests;

/// <summary>One answer of the site; redirects are not followed.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Body, HttpResponseMessage Response)
{
    public IDocument Page => new HtmlParser().ParseDocument(Body);

    public string Text => Page.Body!.TextContent;

    /// <summary>The raw cookie of that name, as it was set.</summary>
    public string? SetCookie(string name) =>
        Response.Headers.TryGetValues("Set-Cookie", out var all) ? all.FirstOrDefault(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal)) : null;

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}

/// <summary>A browser as far as plain HTTP goes: it keeps cookies and posts the forms it was given.</summary>
public sealed class TestVisitor(HttpClient client)
{
    public Dictionary<string, string> Cookies { get; } = [];

    public Task<Answer> GetAsync(string path, string accept = "text/html") =>
        SendAsync(new(HttpMethod.Get, path) { Headers = { { "Accept", accept } } });

    /// <summary>Fills in the form on that page and sends it with its hidden fields, to where it points.</summary>
    public async Task<Answer> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = (await GetAsync(path)).Page.QuerySelector("form[method=post]") ?? throw new InvalidOperationException($"No form on {path}.");
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""));
        return await PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, [.. hidden, .. fields]);
    }

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(new(HttpMethod.Post, path)
    {
        Headers = { { "Accept", "text/html" } },
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    public Task<Answer> SignInAsync(string user, string password = AccountService.SamplePassword, string path = "/account/signin") =>
        SubmitAsync(path, ("Input.User", user), ("Input.Password", password));

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await client.SendAsync(request);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : []) Keep(set.Split(';')[0].Split('=', 2));
        return new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(), response);
    }

    private void Keep(string[] cookie)
    {
        if (cookie[1].Length == 0) Cookies.Remove(cookie[0]);
        else Cookies[cookie[0]] = cookie[1];
    }
}
