using System.Text.Json;
using OrgManager.Tests;

namespace OrgManager.Web.Tests;

/// <summary>The model organisation's data for calls of the program that only read it; shared by the tests of a class.</summary>
public sealed class ModelData : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await TestDatabase.ModelAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    public async Task<JsonElement> ReportAsync(string report, string on) => (await TestProgram.RunAsync(Database, "report", report, "--on", on, "--json")).Json;
}
