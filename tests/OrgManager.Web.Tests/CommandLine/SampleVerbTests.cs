using OrgManager.Access;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

public class SampleVerbTests
{
    [Fact]
    public async Task It_tells_what_happened_until_the_day_asked_for()
    {
        await using var database = TestDatabase.Absent();

        var called = await TestProgram.RunAsync(database, "sample", "--model", "--until", "2015-12-31");

        Assert.Equal((OrgManagerCommand.Done, ""), (called.Code, called.Output));
        Assert.Equal(80, (await TestProgram.RunAsync(database, "report", "targets", "--on", "2015-12-31", "--json")).Json.GetProperty("targets")[1].GetProperty("value").GetInt32());
        Assert.Equal(80, (await TestProgram.RunAsync(database, "report", "targets", "--on", "2025-12-31", "--json")).Json.GetProperty("targets")[1].GetProperty("value").GetInt32());
    }

    [Theory]
    [InlineData("sample --model")]
    [InlineData("serve --sample --urls http://127.0.0.1:0")]
    public async Task A_database_that_holds_something_is_refused_and_kept(string words)
    {
        await using var database = await TestDatabase.EmptyAsync();
        Assert.Equal(0, (await TestProgram.TypeAsync(database, "Correct#Horse-2026", "user", "add", "root", "--role", "Admin")).Code);
        var before = await HeadAsync();

        (await TestProgram.RunAsync(database, words.Split(' '))).Refused(OrgManagerCommand.Failed);

        Assert.Equal(before, await HeadAsync());

        async Task<string> HeadAsync() => (await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("head").GetRawText();
    }

    [Fact]
    public async Task A_province_is_as_large_as_asked_for_in_proportion_unless_said_and_nothing_is_wrong_with_it()
    {
        await using var database = TestDatabase.Absent();

        var called = await TestProgram.RunAsync(database, "sample", "--people", "200", "--years", "4", "--cells", "20");

        Assert.Equal((OrgManagerCommand.Done, ""), (called.Code, called.Output));
        Assert.Contains("Planned", called.Errors, StringComparison.Ordinal);
        Assert.True((await TestProgram.RunAsync(database, "verify", "--json")).Json.GetProperty("ok").GetBoolean());
        var headcount = (await TestProgram.RunAsync(database, "report", "headcount", "--on", "2026-01-01", "--json")).Json;
        Assert.Equal((200, 15), (headcount.GetProperty("total").GetProperty("present").EnumerateObject().Sum(c => c.Value.GetInt32()), headcount.GetProperty("units").GetArrayLength()));
        Assert.Equal(20, (await TestProgram.RunAsync(database, "report", "party", "--on", "2026-01-01", "--json")).Json.GetProperty("cells").GetInt32());
    }

    [Theory]
    [InlineData("--people 30 --units 40")]
    [InlineData("--people 300 --years 1")]
    public async Task A_size_that_cannot_be_is_refused_and_nothing_is_made(string size)
    {
        await using var database = TestDatabase.Absent();

        (await TestProgram.RunAsync(database, ["sample", .. size.Split(' ')])).Refused(OrgManagerCommand.Failed);

        Assert.Equal(OrgManagerCommand.Failed, (await TestProgram.RunAsync(database, "verify")).Code);
    }

    [Fact]
    public async Task A_sample_is_not_filled_twice()
    {
        await using var database = await TestDatabase.ModelAsync();

        (await TestProgram.RunAsync(database, "sample", "--model")).Refused(OrgManagerCommand.Failed);
    }

    [Fact]
    public async Task Its_accounts_have_the_password_that_is_shown()
    {
        await using var org = await TestOrg.StartModelAsync();

        foreach (var user in new[] { "admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self" })
            Assert.Equal(SignInOutcome.Ok, (await org.Get<AccountService>().SignInAsync(user, "Sample#2019-OrgManager")).Outcome);
    }
}
