using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>On PostgreSQL by pg_dump and pg_restore, which must be on the PATH.</summary>
public class BackupVerbTests
{
    [Fact]
    public async Task A_backup_brings_back_what_was_there_when_it_was_taken()
    {
        await using var database = await TestDatabase.ModelAsync();
        var file = Path.Combine(database.Storage.Directory, "copies", "monday.backup");
        await DoneAsync(database, "backup", "--to", file);
        var before = await HeadAsync(database);
        Assert.Equal(0, (await TestProgram.TypeAsync(database, "Correct#Horse-2026", "user", "add", "later", "--role", "Admin")).Code);
        Assert.NotEqual(before, await HeadAsync(database));

        await DoneAsync(database, "restore", "--from", file);

        Assert.Equal(before, await HeadAsync(database));
        Assert.Equal(77, (await TestProgram.RunAsync(database, "report", "party", "--on", "2019-10-21", "--json")).Json.GetProperty("members").GetInt32());
    }

    [Fact]
    public async Task A_backup_can_be_restored_where_there_is_no_database_yet()
    {
        await using var database = await TestDatabase.ModelAsync();
        var file = Path.Combine(database.Storage.Directory, "monday.backup");
        await DoneAsync(database, "backup", "--to", file);
        await using var elsewhere = TestDatabase.IsPostgres ? await TestDatabase.EmptyAsync() : TestDatabase.Absent();

        await DoneAsync(elsewhere, "restore", "--from", file);

        Assert.Equal(await HeadAsync(database), await HeadAsync(elsewhere));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await using var database = await TestDatabase.EmptyAsync();
        var file = Path.Combine(database.Storage.Directory, "mine.txt");
        await File.WriteAllTextAsync(file, "mine");

        Assert.Contains(file, (await TestProgram.RunAsync(database, "backup", "--to", file)).Refused(OrgManagerCommand.Failed), StringComparison.Ordinal);

        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no database at all")]
    public async Task A_backup_that_is_missing_or_is_none_leaves_the_database_as_it_is(string? content)
    {
        await using var database = await TestDatabase.ModelAsync();
        var before = await HeadAsync(database);
        var file = Path.Combine(database.Storage.Directory, "broken.backup");
        if (content is not null) await File.WriteAllTextAsync(file, content);

        (await TestProgram.RunAsync(database, "restore", "--from", file)).Refused(OrgManagerCommand.Failed);

        Assert.Equal(before, await HeadAsync(database));
    }

    private static async Task DoneAsync(TestDatabase database, params string[] words)
    {
        var called = await TestProgram.RunAsync(database, words);
        Assert.Equal((OrgManagerCommand.Done, "", ""), (called.Code, called.Output, called.Errors));
    }

    /// <summary>Number and hash of the last change set of a database that is in order.</summary>
    private static async Task<string> HeadAsync(TestDatabase database) =>
        (await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("head").GetRawText();
}
