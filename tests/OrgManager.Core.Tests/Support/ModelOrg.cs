namespace OrgManager.Tests;

/// <summary>The model organisation for tests that only read it; shared by the tests of a class.</summary>
public sealed class ModelOrg : IAsyncLifetime
{
    public TestOrg Org { get; private set; } = null!;

    public async Task InitializeAsync() => Org = await TestOrg.StartModelAsync();

    public async Task DisposeAsync() => await Org.DisposeAsync();
}
