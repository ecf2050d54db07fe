using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace OrgManager.Benchmarks;

/// <summary>A page open in a browser as the server sees it: one circuit over a web socket, its renders acknowledged and its calls of scripts answered.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly Uri _site;
    private readonly Lock _lock = new();
    private (byte[] Text, TaskCompletionSource<byte[]> Seen)? _awaited;
    private string? _problem;

    private Circuit(Uri site, HubConnection connection)
    {
        (_site, _connection) = (site, connection);
        connection.On<long, byte[]>("JS.RenderBatch", RenderedAsync);
        connection.On<long, string, string?, int, long, int>("JS.BeginInvokeJS", CalledAsync);
        connection.On<string>("JS.Error", Fail);
        connection.Closed += e =>
        {
            Fail(e?.Message ?? "The connection was closed.");
            return Task.CompletedTask;
        };
    }

    /// <summary>Opens the page of an address that was fetched already.</summary>
    /// <param name="html">As the server sent it, with the markers of its components.</param>
    /// <returns>The circuit, and the render that holds this text.</returns>
    public static async Task<(Circuit, byte[])> OpenAsync(Uri site, Click page, string cookies, string html, CancellationToken ct)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(site, "_blazor"), HttpTransportType.WebSockets, options => options.Headers["Cookie"] = cookies);
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        var circuit = new Circuit(site, builder.Build());
        await circuit._connection.StartAsync(ct);
        var id = await circuit._connection.InvokeAsync<string?>("StartCircuit", site.ToString(), new Uri(site, page.Path).ToString(), "[]", "", ct);
        if (string.IsNullOrEmpty(id)) throw new InvalidOperationException("The circuit did not start.");
        var seen = circuit.RenderAsync(page.Until, ct);
        await circuit._connection.SendAsync("UpdateRootComponents", Operations(html), "", ct);
        return (circuit, await seen);
    }

    /// <summary>Follows a link inside the site.</summary>
    /// <returns>The render that shows where it leads.</returns>
    public async Task<byte[]> GoAsync(Click click, CancellationToken ct)
    {
        var seen = RenderAsync(click.Until, ct);
        await _connection.SendAsync("OnLocationChanged", new Uri(_site, click.Path).ToString(), null, true, ct);
        return await seen;
    }

    private Task<byte[]> RenderAsync(string text, CancellationToken ct)
    {
        var seen = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_problem is { } problem) throw new InvalidOperationException(problem);
            _awaited = (Encoding.UTF8.GetBytes(text), seen);
        }
        return seen.Task.WaitAsync(ct);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task RenderedAsync(long batch, byte[] bytes)
    {
        lock (_lock)
            if (_awaited is var (text, seen) && bytes.AsSpan().IndexOf(text) >= 0)
            {
                seen.TrySetResult(bytes);
                _awaited = null;
            }
        await _connection.SendAsync("OnRenderCompleted", batch, null);
    }

    /// <summary>Scripts are not run; what calls one is told it went well.</summary>
    private Task CalledAsync(long handle, string name, string? arguments, int kind, long target, int type) =>
        handle == 0 ? Task.CompletedTask : _connection.SendAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,null]");

    private void Fail(string problem)
    {
        lock (_lock)
        {
            _problem ??= problem;
            _awaited?.Seen.TrySetException(new InvalidOperationException(problem));
        }
    }

    private static string Operations(string html) => JsonSerializer.Serialize(new
    {
        batchId = 1,
        operations = Marker().Matches(html).Select((marker, number) => new { type = "add", ssrComponentId = number + 1, marker = JsonDocument.Parse(marker.Groups["json"].Value).RootElement }),
    });

    [GeneratedRegex("<!--Blazor:(?<json>\\{\"type\":\"server\".*?\\})-->", RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
