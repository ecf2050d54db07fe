using OrgManager.Tests;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>Two processes on one database behind the proxy, each with a directory of its own.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly List<ServedProgram> _programs;
    private readonly Dictionary<Uri, ServedProgram> _byAddress = [];
    private Proxy? _proxy;

    private TwoNodes(TestDatabase database) =>
        _programs = [.. new[] { "one", "other" }.Select(name => ServedProgram.StartNode(database.Storage with { Directory = Path.Combine(database.Storage.Directory, name) }))];

    public Proxy Proxy => _proxy!;

    public static async Task<TwoNodes> StartAsync(TestDatabase database)
    {
        var nodes = new TwoNodes(database);
        try
        {
            foreach (var program in nodes._programs) nodes._byAddress[new((await program.AddressAsync()).GetLeftPart(UriPartial.Authority))] = program;
            nodes._proxy = await Proxy.StartAsync([.. nodes._byAddress.Keys]);
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills a node; the other is left.</summary>
    public async Task<Uri> KillAsync(Uri gone)
    {
        await _byAddress[gone].KillAsync();
        return _byAddress.Keys.Single(address => address != gone);
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null) await _proxy.DisposeAsync();
        foreach (var program in _programs) await program.DisposeAsync();
    }
}
