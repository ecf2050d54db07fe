using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>nginx with the configuration of the README before two nodes; only addresses and certificate are this machine's.</summary>
internal sealed partial class Proxy : IAsyncDisposable
{
    public const string NodeHeader = "X-Node";

    private static readonly string Nginx = Environment.GetEnvironmentVariable("ORGMANAGER_NGINX") is { Length: > 0 } given ? given : "/usr/sbin/nginx";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nginx_");
    private readonly WatchedLines _said = new();
    private readonly Process _process;
    private readonly Task _ended;

    private Proxy(Uri[] nodes)
    {
        Assert.True(File.Exists(Nginx), $"There is no nginx at {Nginx}: install it, or name one in ORGMANAGER_NGINX.");
        Address = new($"http://127.0.0.1:{FreePort()}");
        var file = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(file, Whole(Configuration(nodes)));
        _process = Process.Start(new ProcessStartInfo(Nginx, ["-p", _folder.FullName, "-c", file, "-e", "stderr"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ended = ProgramProcess.WatchAsync(_process, new(), _said);
    }

    public Uri Address { get; }

    /// <summary>Started and listening.</summary>
    public static async Task<Proxy> StartAsync(params Uri[] nodes)
    {
        var proxy = new Proxy(nodes);
        await proxy._said.WaitForAsync("start worker process ");
        return proxy;
    }

    /// <summary>The node an answer came from: of those tried the last.</summary>
    public static Uri NodeOf(string? header) => new($"http://{header!.Split(", ")[^1]}");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await ProgramProcess.TerminateAsync(_process);
        await _ended;
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The block of the README that a deployer copies.</summary>
    private string Configuration(Uri[] nodes)
    {
        var text = Block().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Groups[1].Value;
        foreach (var (told, node) in new[] { "10.0.0.11:5080", "10.0.0.12:5080" }.Zip(nodes)) text = Replaced(text, told, node.Authority);
        text = Replaced(text, "proxy_pass http://orgmanager;", $"proxy_pass http://orgmanager; add_header {NodeHeader} $upstream_addr always;");
        return Certificate().Replace(Replaced(text, "listen 443 ssl;", $"listen {Address.Authority};"), "").Replace(" Secure;", "", StringComparison.Ordinal);
    }

    private static string Replaced(string text, string told, string here)
    {
        Assert.Contains(told, text, StringComparison.Ordinal);
        return text.Replace(told, here, StringComparison.Ordinal);
    }

    /// <summary>What Debian's own nginx.conf has around it.</summary>
    private string Whole(string site) => $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        pid {{_folder.FullName}}/nginx.pid;
        error_log stderr notice;
        events { }
        http {
            client_body_temp_path {{_folder.FullName}}/body; proxy_temp_path {{_folder.FullName}}/proxy;
            fastcgi_temp_path {{_folder.FullName}}/fastcgi; uwsgi_temp_path {{_folder.FullName}}/uwsgi; scgi_temp_path {{_folder.FullName}}/scgi;
            access_log off;
            {{site}}
        }
        """;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"```nginx\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*(ssl_certificate|server_name).*$", RegexOptions.Multiline)]
    private static partial Regex Certificate();
}
