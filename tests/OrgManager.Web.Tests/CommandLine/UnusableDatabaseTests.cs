using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>No verb works on, or touches, what is no database of this program's model: exit 1 and one sentence.</summary>
public class UnusableDatabaseTests
{
    private static readonly string[] Reading =
        ["report targets --on 2019-10-21 --json", "verify --json", "user add root --role Admin", "user reset-password root", "backup --to"];

    private static readonly string[] All = [.. Reading, "migrate", "sample --model", "serve --urls http://127.0.0.1:0", "serve --sample --urls http://127.0.0.1:0"];

    public static TheoryData<string> ReadingVerbs => [.. Reading.Where(verb => !verb.StartsWith("user add", StringComparison.Ordinal))];

    public static TheoryData<string> AllVerbs => [.. All];

    [Theory, MemberData(nameof(ReadingVerbs))]
    public async Task Where_there_is_no_database_none_is_made(string verb)
    {
        await using var database = TestDatabase.Absent();

        await RefusedAsync(database, verb);

        Assert.Empty(Directory.EnumerateFileSystemEntries(database.Storage.Directory));
    }

    [Theory, MemberData(nameof(AllVerbs))]
    public async Task A_database_of_something_else_is_left_untouched(string verb)
    {
        await using var database = await ChangedAsync("""ALTER TABLE "__EFMigrationsHistory" RENAME TO "Music" """);

        await UntouchedAsync(database, () => RefusedAsync(database, verb));
    }

    [Theory, MemberData(nameof(AllVerbs))]
    public async Task A_database_of_a_newer_program_is_left_untouched(string verb)
    {
        await using var database = await ChangedAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0')""");

        var sentence = await UntouchedAsync(database, () => RefusedAsync(database, verb));

        Assert.Contains("newer", sentence, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(AllVerbs))]
    public async Task What_cannot_be_read_is_left_untouched(string verb)
    {
        await using var database = TestDatabase.Absent();
        if (database.Storage.File is { } file) await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(20_000));
        string[] nowhere = TestDatabase.IsPostgres ? ["--Storage:Connection=Host=127.0.0.1;Port=1;Username=nobody;Timeout=2"] : [];

        await UntouchedAsync(database, () => RefusedAsync(database, verb, nowhere));
    }

    [Fact]
    public async Task A_SQLite_file_of_another_program_is_left_untouched()
    {
        await using var database = TestDatabase.Absent();
        var file = Path.Combine(database.Storage.Directory, "orgmanager.db");
        await ExecuteAsync($"Data Source={file}", "CREATE TABLE Song (Title TEXT); INSERT INTO Song VALUES ('Quê hương')");
        var before = await File.ReadAllBytesAsync(file);
        string[] settings = ["--Storage:Provider=Sqlite", $"--Storage:Path={database.Storage.Directory}"];

        foreach (var verb in All.Where(verb => !verb.StartsWith("backup", StringComparison.Ordinal)))
            (await TestProgram.RunAsync([.. verb.Split(' '), .. settings], "Correct#Horse-2026")).Refused(OrgManagerCommand.Failed);

        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    private static async Task<string> RefusedAsync(TestDatabase database, string verb, params string[] more)
    {
        List<string> words = [.. verb.Split(' ')];
        if (words[0] == "backup") words.Add(Path.Combine(database.Storage.Directory, "copy.backup"));
        return (await TestProgram.RunAsync([.. words, .. TestProgram.SettingsOf(database.Storage), .. more], "Correct#Horse-2026")).Refused(OrgManagerCommand.Failed);
    }

    private static async Task<string> UntouchedAsync(TestDatabase database, Func<Task<string>> call)
    {
        var before = database.Storage.File is { } file ? await File.ReadAllBytesAsync(file) : null;
        var sentence = await call();
        if (before is not null) Assert.Equal(before, await File.ReadAllBytesAsync(database.Storage.File!));
        return sentence;
    }

    private static async Task<TestDatabase> ChangedAsync(string sql)
    {
        var database = await TestDatabase.EmptyAsync();
        if (database.Storage.File is { } file) await ExecuteAsync($"Data Source={file}", sql);
        else
        {
            await using var org = TestOrg.On(database, isOwner: false);
            await using var db = await org.OpenAsync();
            await db.Database.ExecuteSqlRawAsync(sql);
        }
        return database;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // sentences of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
