using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary>The program as a process, called from another folder than its own.</summary>
public class ProcessTests(ModelData model) : IClassFixture<ModelData>
{
    private static readonly string Elsewhere = Path.GetTempPath();

    [Fact]
    public async Task Standard_output_holds_one_document_and_standard_error_is_silent()
    {
        var called = await RunAsync(model.Database, "", "report", "party", "--on", "2019-10-21", "--json");

        Assert.Equal(77, called.Json.GetProperty("members").GetInt32());
        Assert.Equal("", called.Errors);
        Assert.Contains("Chi bộ Kế hoạch - Tài chính - Tổng hợp", called.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_comes_from_standard_input()
    {
        await using var database = await TestDatabase.EmptyAsync();

        Assert.Equal(OrgManagerCommand.Done, (await RunAsync(database, "Correct#Horse-2026", "user", "add", "root", "--role", "Admin")).Code);

        Assert.Equal(1, (await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("changeSets").GetInt32());
    }

    [Fact]
    public async Task A_password_is_as_slow_to_guess_as_it_should_be()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await RunAsync(database, "Correct#Horse-2026", "user", "add", "root", "--role", "Admin");
        await using var org = TestOrg.On(database, isOwner: false);

        var hash = Convert.FromBase64String(await org.Database.ReadAsync(db => db.Set<OrgUser>().Select(u => u.PasswordHash!).SingleAsync()));

        Assert.Equal(1, hash[0]); // Identity's third format: PBKDF2, then function and rounds
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    [Fact]
    public async Task Exit_codes_reach_the_caller_with_one_sentence_each()
    {
        await using var absent = TestDatabase.Absent();

        (await RunAsync(absent, "", "report", "party", "--on", "2019-10-21")).Refused(OrgManagerCommand.Failed);
        (await RunAsync(absent, "", "nonsense")).Refused(OrgManagerCommand.WrongUsage);
    }

    [Fact]
    public async Task A_relative_path_is_meant_from_where_the_caller_stands()
    {
        var caller = Directory.CreateTempSubdirectory("caller_").FullName;
        try
        {
            var called = await ProgramProcess.RunAsync(Repository.Built, caller, ["report", "party", "--on", "2019-10-21", "--Storage:Path=./mine"]);

            Assert.Contains(Path.Combine(caller, "mine"), called.Refused(OrgManagerCommand.Failed), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(caller, recursive: true);
        }
    }

    [Fact]
    public async Task Asked_to_end_it_ends_in_order()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var program = ServedProgram.StartProcess(Repository.Built, Elsewhere, database);
        await program.AddressAsync();

        Assert.Equal((OrgManagerCommand.Done, ""), (await program.StopAsync(), program.Output.Whole));
    }

    private static Task<Called> RunAsync(TestDatabase database, string typed, params IEnumerable<string> words) =>
        ProgramProcess.RunAsync(Repository.Built, Elsewhere, words.Concat(TestProgram.SettingsOf(database.Storage)), typed);
}
