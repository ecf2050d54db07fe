using OrgManager.Tests;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>Two nodes on one database, each with a directory of its own, and a browser that is sent to either.</summary>
internal sealed class TwoSites : IAsyncDisposable
{
    private readonly DirectoryInfo _ofB = Directory.CreateTempSubdirectory("node_");

    private TwoSites(TestSite a) => A = a;

    public TestSite A { get; }
    public TestSite B { get; private set; } = null!;

    public static async Task<TwoSites> StartAsync()
    {
        var sites = new TwoSites(await TestSite.StartModelAsync());
        sites.B = await sites.A.BesideAsync(sites._ofB.FullName);
        return sites;
    }

    /// <summary>The same browser at node B: its cookies go with it.</summary>
    public TestVisitor AtB(TestVisitor atA)
    {
        var atB = B.Visit();
        foreach (var (name, value) in atA.Cookies) atB.Cookies[name] = value;
        return atB;
    }

    public async ValueTask DisposeAsync()
    {
        await B.DisposeAsync();
        await A.DisposeAsync();
        _ofB.Delete(recursive: true);
    }
}
