using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrgManager.Web.Tests.Setup;

/// <summary>Started from another folder, the program serves every file its pages ask for, whole; as it is built and as it is published.</summary>
public partial class AssetTests(ModelData model) : IClassFixture<ModelData>
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml", [".woff2"] = "font/woff2",
    };

    private static readonly string[] Expected =
    [
        "tokens.css", "app.css", "data.css", "phone.css", "favicon.svg", "signin.js", "reconnect.js", "_framework/blazor.web.js", "_content/Radzen.Blazor/Radzen.Blazor.min.js",
        "_content/Radzen.Blazor/css/standard-base.css", "_content/Radzen.Blazor/css/standard-wcag.css", "_content/Radzen.Blazor/css/standard-dark-base.css",
        "_content/Radzen.Blazor/css/standard-dark-wcag.css", "_content/Radzen.Blazor/fonts/SourceSans3VF-Upright.ttf.woff2",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_asset_of_the_sign_in_and_of_the_shell_is_served_whole(bool published)
    {
        var folder = published ? await PublishedProgram.FolderAsync() : Repository.Built;
        await using var program = ServedProgram.StartProcess(folder, Path.GetTempPath(), model.Database);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = await program.AddressAsync() };
        var files = FilesByRoute(folder);

        var routes = await ReferencedAsync(client);

        Assert.Empty(Expected.Except(routes.Select(route => files[route].File)));
        foreach (var route in routes)
        {
            var plain = await GetAsync(client, route);
            Assert.Equal(files[route].Length, plain.Length);
            if (published) Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, "wwwroot", files[route].File)), plain);
            foreach (var encoding in new[] { "gzip", "br" }) Assert.Equal(plain, await GetAsync(client, route, encoding));
        }
    }

    /// <summary>What the pages name, and what their style sheets name in turn.</summary>
    private static async Task<HashSet<string>> ReferencedAsync(HttpClient client)
    {
        var visitor = new TestVisitor(client);
        List<Answer> pages = [await visitor.GetAsync("/account/signin")];
        await visitor.SignInAsync("director");
        await visitor.GetAsync("/account/theme?to=light");
        pages.Add(await visitor.GetAsync("/"));
        await visitor.GetAsync("/account/theme?to=dark");
        pages.Add(await visitor.GetAsync("/targets"));

        var routes = pages.SelectMany(page => page.Page.QuerySelectorAll("link[href], script[src]"))
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToHashSet();
        foreach (var sheet in routes.Where(route => route.EndsWith(".css", StringComparison.Ordinal)).ToList())
            foreach (Match url in Urls().Matches(System.Text.Encoding.UTF8.GetString(await GetAsync(client, sheet))))
                routes.Add(new Uri(new Uri(client.BaseAddress!, sheet), url.Groups[1].Value).AbsolutePath.TrimStart('/'));
        return routes;
    }

    private static async Task<byte[]> GetAsync(HttpClient client, string route, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        if (encoding is not null) request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK && body.Length > 0, $"{route} ({encoding}): {response.StatusCode}, {body.Length} bytes");
        Assert.Equal(Types[Path.GetExtension(route)], response.Content.Headers.ContentType?.MediaType);
        using var stream = new MemoryStream(body);
        using Stream decoded = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            null => stream,
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            var other => throw new InvalidOperationException($"{route} comes as {other}."),
        };
        using var whole = new MemoryStream();
        await decoded.CopyToAsync(whole);
        return whole.ToArray();
    }

    /// <summary>From the program's own list of assets: which file an address stands for, and its length.</summary>
    private static Dictionary<string, (string File, long Length)> FilesByRoute(string folder)
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "OrgManager.Web.staticwebassets.endpoints.json")));
        return list.RootElement.GetProperty("Endpoints").EnumerateArray()
            .Where(endpoint => endpoint.GetProperty("Selectors").GetArrayLength() == 0 && Types.ContainsKey(Path.GetExtension(endpoint.GetProperty("AssetFile").GetString()!)))
            .ToDictionary(endpoint => endpoint.GetProperty("Route").GetString()!, endpoint => (
                endpoint.GetProperty("AssetFile").GetString()!,
                long.Parse(endpoint.GetProperty("ResponseHeaders").EnumerateArray().Single(h => h.GetProperty("Name").GetString() == "Content-Length").GetProperty("Value").GetString()!, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex("""url\(["']?((?!data:|#)[^"')]+)["']?\)""")]
    private static partial Regex Urls();
}
