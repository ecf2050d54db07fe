namespace OrgManager.Tests.Access.Matrix;

/// <summary>One copy of the matrix's data for as many calls as leave it fit for the next.</summary>
public sealed class MatrixFixture : IAsyncLifetime
{
    private int _calls;

    public TestOrg Current { get; private set; } = null!;

    public async Task InitializeAsync() => Current = await MatrixOrg.StartAsync();

    public async Task DisposeAsync() => await Current.DisposeAsync();

    /// <summary>The data as it was in the beginning.</summary>
    public async Task RenewAsync()
    {
        await Current.DisposeAsync();
        Current = await MatrixOrg.StartAsync();
    }

    internal MatrixCall At(MatrixPlace place, Aim aim) => new(Current, place, aim, ++_calls);
}
