using System.Text.Json;
using Microsoft.Playwright;

namespace OrgManager.Benchmarks;

/// <summary>What a page asks the network for, as the browser counts it, web sockets included.</summary>
internal sealed class Traffic
{
    public int Requests { get; private set; }
    public double Bytes { get; private set; }

    public static async Task<Traffic> OfAsync(IPage page)
    {
        var (traffic, devtools) = (new Traffic(), await page.Context.NewCDPSessionAsync(page));
        devtools.Event("Network.requestWillBeSent").OnEvent += (_, _) => traffic.Requests++;
        devtools.Event("Network.webSocketCreated").OnEvent += (_, _) => traffic.Requests++;
        devtools.Event("Network.loadingFinished").OnEvent += (_, e) => traffic.Bytes += e?.GetProperty("encodedDataLength").GetDouble() ?? 0;
        devtools.Event("Network.webSocketFrameReceived").OnEvent += (_, e) => traffic.Bytes += Length(e);
        devtools.Event("Network.webSocketFrameSent").OnEvent += (_, e) => traffic.Bytes += Length(e);
        await devtools.SendAsync("Network.enable");
        return traffic;
    }

    /// <summary>Binary frames are told in base 64.</summary>
    private static double Length(JsonElement? frame) => frame?.GetProperty("response").GetProperty("payloadData").GetString() is { } payload ? payload.Length * 0.75 : 0;
}
