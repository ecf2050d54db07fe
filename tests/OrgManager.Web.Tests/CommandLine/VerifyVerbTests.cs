using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

public class VerifyVerbTests
{
    [Fact]
    public async Task A_sound_database_is_told_with_the_head_to_keep_elsewhere()
    {
        await using var database = await TestDatabase.ModelAsync();

        var json = (await TestProgram.RunAsync(database, "verify", "--json")).Json;
        var words = await TestProgram.RunAsync(database, "verify");

        var (count, head) = (json.GetProperty("changeSets").GetInt64(), json.GetProperty("head"));
        Assert.True(json.GetProperty("ok").GetBoolean());
        Assert.Empty(json.GetProperty("problems").EnumerateArray());
        Assert.Equal(count, head.GetProperty("seq").GetInt64());
        Assert.Equal(OrgManagerCommand.Done, words.Code);
        Assert.Contains($"{count} {head.GetProperty("hash").GetString()}", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_changed_behind_the_programs_back_is_named_and_the_call_fails()
    {
        await using var org = await TestOrg.StartModelAsync();
        await using (var db = await org.Get<IDbContextFactory<OrgDbContext>>().CreateDbContextAsync())
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("""UPDATE "Person" SET "FullName" = 'Ai Đó' WHERE "Code" = 'CB001'"""));

        var called = await TestProgram.RunAsync(["verify", "--json", .. TestProgram.SettingsOf(org.Storage)]);

        Assert.Equal(OrgManagerCommand.Failed, called.Code);
        var json = JsonDocument.Parse(called.Output).RootElement;
        Assert.False(json.GetProperty("ok").GetBoolean());
        var problem = Assert.Single(json.GetProperty("problems").EnumerateArray());
        Assert.Equal("Row.Changed", problem.GetProperty("code").GetString());
        Assert.Contains((await org.PersonIdAsync("CB001")).ToString(), problem.GetProperty("where").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_in_order()
    {
        await using var database = await TestDatabase.EmptyAsync();

        var json = (await TestProgram.RunAsync(database, "verify", "--json")).Json;

        Assert.True(json.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("head").ValueKind);
    }
}
