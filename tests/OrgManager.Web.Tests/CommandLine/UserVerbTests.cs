using OrgManager.Access;
using OrgManager.Tests;
using OrgManager.Web.CommandLine;

namespace OrgManager.Web.Tests.CommandLine;

public class UserVerbTests
{
    private const string Strong = "Correct#Horse-2026";

    [Fact]
    public async Task The_first_account_makes_the_database_and_can_sign_in()
    {
        await using var database = TestDatabase.Absent();

        var called = await TestProgram.TypeAsync(database, Strong, "user", "add", "root", "--role", "admin");

        Assert.Equal((OrgManagerCommand.Done, ""), (called.Code, called.Output));
        await using var org = TestOrg.On(database, isOwner: false);
        Assert.Equal(SignInOutcome.Ok, await SignInAsync(org, "root", Strong));
        GoToToday(org);
        await org.SignInAsync("root");
        Assert.Equal([Role.Admin], org.Actor.Roles);
    }

    [Fact]
    public async Task An_account_is_linked_to_its_person_and_reaches_over_its_unit()
    {
        await using var org = await TestOrg.StartModelAsync();

        var called = await TypeAsync(org, Strong, "user", "add", "thoa", "--role", "UnitHead", "--scope", "VP", "--person", "CB005");

        Assert.Equal(OrgManagerCommand.Done, called.Code);
        GoToToday(org);
        await org.SignInAsync("thoa");
        Assert.Equal(await org.PersonIdAsync("CB005"), org.Actor.PersonId);
        Assert.Equal((Role.UnitHead, await org.UnitIdAsync("VP")), (org.Actor.Grants[0].Role, org.Actor.Grants[0].ScopeUnitId!.Value));
    }

    [Theory]
    [InlineData("short#A1", "14")]
    [InlineData("all-lower-case-2026", "14")]
    [InlineData("NoDigits-NoDigits", "14")]
    [InlineData("NoSigns2026NoSigns", "14")]
    public async Task A_weak_password_is_refused_with_what_is_asked(string weak, string part)
    {
        await using var database = await TestDatabase.EmptyAsync();

        var added = await TestProgram.TypeAsync(database, weak, "user", "add", "root", "--role", "Admin");

        Assert.Contains(part, added.Refused(OrgManagerCommand.Failed), StringComparison.Ordinal);
        Assert.DoesNotContain(weak, added.Errors, StringComparison.Ordinal);
        await using var org = TestOrg.On(database, isOwner: false);
        Assert.Equal(SignInOutcome.Wrong, await SignInAsync(org, "root", weak));
    }

    [Theory]
    [InlineData("add director --role Admin", "director")]
    [InlineData("add Director --role Admin", "Director")]
    [InlineData("add somebody --role UnitHead --scope NOWHERE", "NOWHERE")]
    [InlineData("add somebody --role Self --person NOBODY", "NOBODY")]
    [InlineData("reset-password somebody", "somebody")]
    public async Task What_is_taken_or_unknown_is_named(string words, string part)
    {
        await using var org = await TestOrg.StartModelAsync();

        var called = await TypeAsync(org, Strong, ["user", .. words.Split(' ')]);

        Assert.Contains(part, called.Refused(OrgManagerCommand.Failed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user add root --role Admin")]
    [InlineData("user reset-password director")]
    public async Task Without_a_password_on_standard_input_nothing_is_done(string words)
    {
        await using var database = TestDatabase.Absent();

        (await TestProgram.TypeAsync(database, "", words.Split(' '))).Refused(OrgManagerCommand.WrongUsage);

        (await TestProgram.RunAsync(database, "verify")).Refused(OrgManagerCommand.Failed);
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one_unlocks_and_ends_sessions()
    {
        await using var org = await TestOrg.StartModelAsync();
        await org.SignInAsync("director");
        var (session, director) = (org.Actor.UserId!.Value, "director");
        var stamp = await org.Get<AccountService>().SecurityStampAsync(session);
        for (var i = 0; i < 5; i++) await SignInAsync(org, director, "wrong");
        Assert.Equal(SignInOutcome.Locked, await SignInAsync(org, director, AccountService.SamplePassword));

        Assert.Equal(OrgManagerCommand.Done, (await TypeAsync(org, Strong, "user", "reset-password", director)).Code);

        Assert.Equal(SignInOutcome.Wrong, await SignInAsync(org, director, AccountService.SamplePassword));
        Assert.Equal(SignInOutcome.Ok, await SignInAsync(org, director, Strong));
        Assert.NotEqual(stamp, await org.Get<AccountService>().SecurityStampAsync(session));
    }

    /// <summary>The program gave the grant from today on, by the machine's clock.</summary>
    private static void GoToToday(TestOrg org)
    {
        if (TimeProvider.System.GetUtcNow() is var now && now > org.Time.GetUtcNow()) org.Time.SetUtcNow(now);
    }

    private static Task<Called> TypeAsync(TestOrg org, string typed, params IEnumerable<string> words) =>
        TestProgram.RunAsync(words.Concat(TestProgram.SettingsOf(org.Storage)), typed + "\n");

    private static async Task<SignInOutcome> SignInAsync(TestOrg org, string user, string password) => (await org.Get<AccountService>().SignInAsync(user, password)).Outcome;
}
