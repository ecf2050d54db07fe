using System.Net;
using System.Net.Sockets;
using OrgManager.Data.Maintenance;
using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

/// <summary>Looks at the addresses of the site before any data is touched.</summary>
internal static class Addresses
{
    /// <exception cref="UsageException">An address that is none.</exception>
    /// <exception cref="MaintenanceException">Another program listens there.</exception>
    public static void DemandFree(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            var address = Parse(url);
            if (address.Port == 0) continue;
            foreach (var ip in Ips(address.Host)) DemandFree(ip, address.Port, url);
        }
    }

    /// <summary>Everybody knows the passwords of a sample.</summary>
    /// <exception cref="MaintenanceException">An address can be reached from other machines.</exception>
    public static void DemandLoopback(IEnumerable<string> urls, IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "http://*");
        foreach (var url in urls.Concat(endpoints))
            if (!Ips(Parse(url).Host).All(IPAddress.IsLoopback)) throw new MaintenanceException($"A sample database is served to this machine only, not at {url}.");
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address is { Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort, PathBase: "" } && IsHost(address.Host)) return address;
        }
        catch (FormatException) { } // said below
        throw new UsageException($"'{url}' is not an address such as {SiteSettings.DefaultUrls}.");
    }

    private static bool IsHost(string host) => host is "*" or "+" || Uri.CheckHostName(host) != UriHostNameType.Unknown;

    private static IEnumerable<IPAddress> Ips(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback]
        : IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? [ip]
        : [IPAddress.Any];

    private static void DemandFree(IPAddress ip, int port, string url)
    {
        using var probe = new TcpListener(ip, port);
        try
        {
            probe.Start();
        }
        catch (SocketException e)
        {
            throw new MaintenanceException(e.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"Another program listens at {url} already; choose another address with --urls."
                : $"It is not possible to listen at {url}: {e.Message}", e);
        }
    }
}
