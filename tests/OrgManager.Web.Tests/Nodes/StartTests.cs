using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>Processes started at once on one database: one makes it ready, the others wait.</summary>
public class StartTests
{
    [PostgresFact]
    public async Task Two_nodes_started_at_once_on_nothing_make_one_database_with_one_key()
    {
        await using var database = TestDatabase.Absent();
        await using ServedProgram one = Start(database, "one"), other = Start(database, "other");

        await Task.WhenAll(one.AddressAsync(), other.AddressAsync());

        await AssertSoundAsync(database, changeSets: 0);
    }

    [PostgresFact]
    public async Task Of_two_nodes_started_at_once_with_a_sample_one_fills_it_in()
    {
        await using var database = TestDatabase.Absent();
        await using ServedProgram one = Start(database, "one", "--sample"), other = Start(database, "other", "--sample");

        await Task.WhenAll(one.AddressAsync(), other.AddressAsync());

        Assert.Single(new[] { one, other }, program => program.Errors.Whole.Contains("Filling in the model organisation", StringComparison.Ordinal));
        await AssertSoundAsync(database, changeSets: null);
    }

    private static ServedProgram Start(TestDatabase database, string node, params string[] words) =>
        ServedProgram.StartNode(database.Storage with { Directory = Path.Combine(database.Storage.Directory, node) }, words);

    private static async Task AssertSoundAsync(TestDatabase database, long? changeSets)
    {
        await using var org = TestOrg.On(database, isOwner: false);
        Assert.Single(await org.Database.ReadAsync(db => db.Set<ProtectionKey>().ToListAsync()));
        var verified = await org.Get<Verifier>().VerifyAsync();
        Assert.Empty(verified.Problems);
        if (changeSets is { } sets) Assert.Equal(sets, verified.ChangeSets);
    }
}
